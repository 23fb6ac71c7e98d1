import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { MIGRATIONS } from './migrations/all.ts'
import type { Database, Tables } from './schema.ts'

export type StoreOptions = {
  /** The directory of the database's files: the setting DATA_DIR. */
  readonly directory: string
}

/** The store cannot be used; the message is one line that names DATA_DIR and says what to do. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable'
}

const FILE = 'mujaz.db'
/** "mjz1" in ASCII, kept in the file's header: tells our file from another program's. */
const APPLICATION_ID = 0x6d_6a_7a_31

/** Opens the SQLite file for good: synced at each commit, foreign keys on, the schema up to date. */
export async function openDatabase({ directory }: StoreOptions): Promise<Database> {
  const path = join(directory, FILE)
  try {
    await mkdir(directory, { recursive: true })
    const file = openFile(path)
    return await migrate(new Kysely<Tables>({ dialect: new SqliteDialect({ database: rememberingStatements(file) }) }))
  } catch (error) {
    if (error instanceof StoreUnusable) throw error
    throw new StoreUnusable(`DATA_DIR: ${path} cannot be used: ${adviceFor(error)}`, { cause: error })
  }
}

function openFile(path: string): SqliteFile.Database {
  const file = new SqliteFile(path, { timeout: 5_000 })
  try {
    refuseForeign(file, path)
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    file.pragma(`application_id = ${APPLICATION_ID}`)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

function refuseForeign(file: SqliteFile.Database, path: string): void {
  const tables = file.prepare('select name from sqlite_master').pluck().all()
  if (tables.length === 0) return
  if (file.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StoreUnusable(`DATA_DIR: ${path} belongs to another program: choose another directory`)
  }
  // a first start that was cut short
  if (!tables.includes('kysely_migration')) return
  const applied = file.prepare('select name from kysely_migration').pluck().all()
  if (applied.some((name) => !Object.hasOwn(MIGRATIONS, String(name)))) {
    throw new StoreUnusable(`DATA_DIR: ${path} was made by a newer version of mujaz: run that one`)
  }
}

/**
 * better-sqlite3 compiles a statement at each `prepare`, and Kysely prepares at each query: half the cost of a short
 * one. The questions asked here are few, so their statements are kept.
 */
function rememberingStatements(file: SqliteFile.Database): SqliteDatabase {
  const statements = new Map<string, SqliteFile.Statement>()
  const prepare = (sql: string): SqliteFile.Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = file.prepare(sql)
    if (statements.size >= 200) statements.clear()
    statements.set(sql, statement)
    return statement
  }
  return { prepare, close: () => file.close() }
}

async function migrate(db: Database): Promise<Database> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return db
  await db.destroy()
  throw error
}

function adviceFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/EACCES|EPERM|EROFS|READONLY|CANTOPEN/.test(code)) return 'make it a place where this user may write'
  if (/ENOTDIR|EEXIST/.test(code)) return 'a file stands where the directory should be'
  if (/NOTADB|CORRUPT/.test(code)) return 'it is no SQLite database, or a damaged one: restore a copy or move it away'
  if (/FULL|ENOSPC/.test(code)) return 'the disk is full'
  if (/BUSY|LOCKED/.test(code)) return 'another process holds it'
  return error instanceof Error ? error.message.split('\n', 1).join('') : String(error)
}
