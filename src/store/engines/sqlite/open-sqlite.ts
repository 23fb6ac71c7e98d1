import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { Kysely } from 'kysely'
import { migrate } from '../../migrate.ts'
import type { Migrations } from '../../migrations/all.ts'
import { makeDirectory, makePrivate, makePrivateFile } from '../../private-files.ts'
import type { Database, Tables } from '../../schema.ts'
import { StoreUnusable } from '../../store-unusable.ts'
import type { Opening } from '../opening.ts'
import { LockingSqliteDialect } from './dialect.ts'
import { undoLeftovers } from './leftovers.ts'
import { isLogLost } from './lost-log.ts'

export const FILE = 'mujaz.db'
/** "mjz1" in ASCII, kept in the file's header: tells our file from another program's. */
const APPLICATION_ID = 0x6d_6a_7a_31
/** How long SQLite itself waits for another process; nothing else runs meanwhile. */
const BUSY_MS = 5_000
/** How long a start waits for another process that brings a large database up to date. */
const PATIENCE_MS = 60_000
const RETRY_MS = 50

/** Opens the SQLite file for good: synced at each commit, foreign keys on, the schema up to date. */
export async function openSqlite(directory: string, opening: Opening): Promise<Database> {
  const path = join(directory, FILE)
  try {
    await makeDirectory(resolve(directory))
    await makePrivateFile(path)
    return await patiently(() => open(path, opening))
  } catch (error) {
    if (error instanceof StoreUnusable) throw error
    throw new StoreUnusable(`DATA_DIR: ${path} cannot be used: ${adviceFor(error)}`, { cause: error })
  }
}

/** SQLite waits by itself for most locks, but not for one that is needed to change a new file's journal. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(RETRY_MS)) {
    try {
      return await act()
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() > until) throw error
    }
  }
}

/** The schema changes in one transaction that no other process can come between: all of it, or nothing. */
async function open(path: string, { migrations, onWrite }: Opening): Promise<Database> {
  const { file, isCurrent } = await openFile(path, migrations)
  const db = new Kysely<Tables>({ dialect: new LockingSqliteDialect(file, onWrite) })
  if (isCurrent) return db
  try {
    await db.transaction().execute(async (tx) => {
      file.pragma(`application_id = ${APPLICATION_ID}`)
      await migrate(tx, migrations, undoLeftovers)
    })
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** `isCurrent`: the schema is up to date, and asking Kysely would take longer than all else here. */
type Opened = { readonly file: SqliteFile.Database; readonly isCurrent: boolean }

async function openFile(path: string, migrations: Migrations): Promise<Opened> {
  if (isLogLost(path)) {
    const choice = `restore a copy, or delete ${FILE}-shm to start with what is left`
    throw new StoreUnusable(`DATA_DIR: ${path}-wal was deleted, and what was stored last is lost: ${choice}`)
  }
  const file = new SqliteFile(path, { timeout: BUSY_MS })
  try {
    const applied = appliedIn(file, path, migrations)
    for (const suffix of ['', '-wal', '-shm']) await makePrivate(path + suffix)
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    return { file, isCurrent: applied > 0 && applied === Object.keys(migrations).length }
  } catch (error) {
    file.close()
    throw error
  }
}

/** How many migrations have been applied. @throws StoreUnusable where another program or a newer version made the file. */
function appliedIn(file: SqliteFile.Database, path: string, migrations: Migrations): number {
  const tables = file.prepare('select name from sqlite_master').pluck().all()
  if (tables.length === 0) return 0
  if (file.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StoreUnusable(`DATA_DIR: ${path} belongs to another program: choose another directory`)
  }
  // a first start of a former version that was cut short
  if (!tables.includes('kysely_migration')) return 0
  const applied = file.prepare('select name from kysely_migration').pluck().all()
  if (applied.some((name) => !Object.hasOwn(migrations, String(name)))) {
    throw new StoreUnusable(`DATA_DIR: ${path} was made by a newer version of mujaz: run that one`)
  }
  return applied.length
}

/** What to do about an error, without line breaks. */
export function adviceFor(error: unknown): string {
  const code = codeOf(error)
  if (/EACCES|EPERM|EROFS|EISDIR|ENOENT|READONLY|CANTOPEN/.test(code))
    return 'make it a place where this user may write'
  if (/ENOTDIR|EEXIST/.test(code)) return 'a file stands where the directory should be'
  if (/NOTADB|CORRUPT/.test(code)) return 'it is no SQLite database, or a damaged one: restore a copy or move it away'
  if (/FULL|ENOSPC/.test(code)) return 'the disk is full'
  if (/BUSY|LOCKED/.test(code)) return 'another process keeps changing it: start again when that is done'
  return error instanceof Error ? error.message.split('\n', 1).join('') : String(error)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
