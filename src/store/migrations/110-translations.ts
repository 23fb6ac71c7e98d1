import { type Kysely, sql } from 'kysely'

/** Which articles tell in their language what another tells in its own. All files are read again, for their languages. */
export async function createTranslations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('briefings')
    .addColumn('language', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createTable('translations')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('other', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('translations_place', ['language', 'number', 'other'])
    .execute()
  await db.schema.createIndex('translations_number').on('translations').column('number').execute()
  await db.schema.createIndex('translations_other').on('translations').column('other').execute()
  await sql`update files set engine = 0`.execute(db)
}
