import type { InsertQueryBuilder, InsertResult } from 'kysely'
import { engineOf } from './engines/engine-of.ts'
import type { Database, NewRow, Tables, Tx } from './schema.ts'

/**
 * An insert of many rows, all with the first one's columns, as one JSON parameter: the statement is the same however many
 * rows there are, so it is compiled once and not for each number of them.
 */
export function insertRows<Name extends keyof Tables & string>(
  db: Database | Tx,
  table: Name,
  rows: readonly NewRow<Name>[],
): InsertQueryBuilder<Tables, Name, InsertResult> {
  const columns = Object.keys(rows[0] ?? {})
  return db
    .insertInto(table)
    .columns(columns as never)
    .expression(engineOf(db).records(table, columns, rows) as never)
}
