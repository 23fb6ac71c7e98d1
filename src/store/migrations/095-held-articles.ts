import { type Kysely, sql } from 'kysely'
import { engineOf } from '../engines/engine-of.ts'

/*
 * What is not on hand though a file has it: held for a decision, under embargo, or withdrawn. None of it stands in the tables
 * of the archive, so that no reader can come upon it.
 *
 *     files ──< held_articles      article_decisions, article_fixes: by slug, for every later reading of its file
 *     withdrawals                  just taken off hand: what was posted of them is still to be edited
 */
export async function createHeldTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('held_articles')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint')
    .addColumn('held_at', 'bigint', (column) => column.notNull())
    .addColumn('told_at', 'bigint')
    .addColumn('briefing', 'blob', (column) => column.notNull())
    .execute()
  await engineOf(db).schema.addRowId(db, 'held_articles')
  for (const column of ['key', 'file', 'due']) {
    await db.schema.createIndex(`held_articles_${column}`).on('held_articles').column(column).execute()
  }
  await db.schema
    .createTable('article_decisions')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('article_fixes')
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_fixes_place', ['slug', 'kind', 'quote'])
    .execute()
  await db.schema
    .createTable('withdrawals')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('briefing', 'blob', (column) => column.notNull())
    .addColumn('withdrawn_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .alterTable('removed_articles')
    .addColumn('withdrawn', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  const count = (name: string) =>
    db.schema
      .alterTable('files')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  await count('asked')
  await count('answered')
  await db.schema.createIndex('files_asked').on('files').column('name').where(sql<boolean>`asked <> answered`).execute()
  // who chose: only an owner's choice makes a group the desk's too
  await db.schema.alterTable('editors').addColumn('chosen_by', 'bigint').execute()
}
