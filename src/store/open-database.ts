import { openSqlite } from './engines/sqlite/open-sqlite.ts'
import { MIGRATIONS } from './migrations/all.ts'
import type { Database } from './schema.ts'

export type StoreOptions = {
  /** The directory of the database's files: the setting DATA_DIR. */
  readonly directory: string
  /** The address of a PostgreSQL database: the setting DATABASE_URL; `null`: SQLite in the directory. */
  readonly database?: string | null
  /** Called before each statement that may write, but for those that make no work. */
  readonly onWrite?: () => void
  /** Called when the database tells of a change. */
  readonly onNews?: () => void
}

/** Opens the database for good, its schema up to date. @throws StoreUnusable */
export async function openDatabase(options: StoreOptions, migrations = MIGRATIONS): Promise<Database> {
  const { directory, database = null, onWrite = () => {}, onNews = () => {} } = options
  if (database === null) return await openSqlite(directory, { migrations, onWrite, onNews })
  // most bots never need the driver
  const { openPostgres } = await import('./engines/postgres/open-postgres.ts')
  return await openPostgres(database, { migrations, onWrite, onNews })
}
