import type { Kysely } from 'kysely'

export async function createUpdates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('updates')
    .addColumn('update_id', 'integer', (column) => column.primaryKey())
    .addColumn('text', 'text')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('updates_received').on('updates').column('received_at').execute()
}
