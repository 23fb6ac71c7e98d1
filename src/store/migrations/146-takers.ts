import { type Kysely, sql } from 'kysely'

/** Who of several processes handles an update. What a former version stored has no taker. */
export async function createTakersTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('takers')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('beat', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.alterTable('updates').addColumn('lane', 'text').execute()
  await db.schema.alterTable('updates').addColumn('taker', 'text').execute()
  await db.schema
    .alterTable('updates')
    .addColumn('passed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  const waiting = sql<boolean>`text is not null`
  await db.schema.createIndex('updates_waiting').on('updates').column('lane').where(waiting).execute()
  await db.schema.createIndex('updates_passed').on('updates').column('taker').where(sql<boolean>`passed = 1`).execute()
}
