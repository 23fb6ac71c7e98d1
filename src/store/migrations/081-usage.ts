import type { Kysely } from 'kysely'

/** How often what was read and searched, a day at a time; who did is a hash that no day shares with another. */
export async function createUsageTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('usage')
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('word', 'text')
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('usage_key', ['day', 'what', 'key'])
    .execute()
  await db.schema
    .createTable('usage_people')
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('usage_people_key', ['day', 'what', 'person'])
    .execute()
}
