import type { Kysely } from 'kysely'

/** A row of it comes with the first process that takes it. */
export async function createLeaseTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('beat', 'integer', (column) => column.notNull())
    .addColumn('holder', 'text')
    .execute()
}
