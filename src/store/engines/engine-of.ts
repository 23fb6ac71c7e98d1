import { PostgresAdapter, type QueryExecutorProvider } from 'kysely'
import type { Engine } from './engine.ts'
import { POSTGRES } from './postgres/postgres.ts'
import { SQLITE } from './sqlite/sqlite.ts'

/** The engine of a database or a transaction. */
export function engineOf(db: QueryExecutorProvider): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? POSTGRES : SQLITE
}
