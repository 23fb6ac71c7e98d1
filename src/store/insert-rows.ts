import { type InsertQueryBuilder, type InsertResult, sql } from 'kysely'
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
  const values = columns.map((column) => sql`value ->> ${sql.lit(column)}`)
  // without `where`, SQLite reads `on conflict` as a join's condition
  return db
    .insertInto(table)
    .columns(columns as never)
    .expression(sql`select ${sql.join(values)} from json_each(${JSON.stringify(rows)}) where true` as never)
}
