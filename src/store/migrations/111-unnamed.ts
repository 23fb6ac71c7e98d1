import type { Kysely } from 'kysely'

/** How many new articles a draft does not name, for its last line once its articles are changed. */
export async function addUnnamed(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('drafts')
    .addColumn('unnamed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
