import type { Kysely } from 'kysely'

/** The tables of what groups asked, kept only where they want to be told each week. */
export async function createWeekTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('weeks')
    .addColumn('chat_id', 'bigint', (column) => column.primaryKey())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('weeks_due').on('weeks').column('next_at').execute()
  await db.schema
    .createTable('week_counts')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('word', 'text')
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('week_counts_of', ['chat_id', 'day', 'what', 'key'])
    .execute()
}
