import type { Database, Row } from '../schema.ts'

/** A row count that triggers maintain. */
export async function countOf(db: Database, name: Row<'archive_counts'>['name']): Promise<number> {
  const row = await db.selectFrom('archive_counts').select('count').where('name', '=', name).executeTakeFirst()
  return row?.count ?? 0
}
