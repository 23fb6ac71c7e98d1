import type SqliteFile from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely'
import { makesWork } from '../opening.ts'

/** Kysely's SQLite, with changes of the schema inside transactions, as SQLite has them and Kysely does not know. */
export class LockingSqliteDialect extends SqliteDialect {
  readonly #file: SqliteFile.Database
  readonly #onWrite: () => void

  /** `onWrite`: called before each statement that may write, but for the inbox. */
  constructor(file: SqliteFile.Database, onWrite: () => void) {
    super({ database: file })
    this.#file = file
    this.#onWrite = onWrite
  }

  override createDriver(): SqliteDriver {
    return new LockingDriver(this.#file, this.#onWrite)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessCompiler()
  }
}

/** Leaves out `for update`: SQLite's transactions come one after another, so it has no locks of rows. */
class LocklessCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(): void {}
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class LockingDriver extends SqliteDriver {
  readonly #file: SqliteFile.Database

  constructor(file: SqliteFile.Database, onWrite: () => void) {
    super({ database: rememberingStatements(file, onWrite) })
    this.#file = file
  }

  /** A transaction that reads before it writes fails, without waiting, where another process wrote in between. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** SQLite itself takes some back, on a full disk for one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection)
  }
}

/**
 * better-sqlite3 compiles a statement at each `prepare`, and Kysely prepares at each query: half the cost of a short
 * one. The questions asked here are few, so their statements are kept.
 */
function rememberingStatements(file: SqliteFile.Database, onWrite: () => void): SqliteDatabase {
  const statements = new Map<string, SqliteFile.Statement>()
  const remembered = (sql: string): SqliteFile.Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = file.prepare(sql)
    if (statements.size >= 200) statements.clear()
    statements.set(sql, statement)
    return statement
  }
  const prepare = (sql: string): SqliteFile.Statement => {
    const statement = remembered(sql)
    if (!statement.readonly && makesWork(sql)) onWrite()
    return statement
  }
  return { prepare, close: () => file.close() }
}
