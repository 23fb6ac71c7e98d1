import type { Kysely } from 'kysely'
import { engineOf } from '../engines/engine-of.ts'

/*
 * What search looks through. `passages` keeps a paragraph's tokens as they were made; `passages_index` finds them by
 * their tokens. A passage's id tells its article and paragraph: a newer article's is higher, and within an
 * article an earlier paragraph's.
 */
export async function createPassageTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('indexed_articles')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('passages')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('stems', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('vocabulary')
    .addColumn('word', 'text', (column) => column.primaryKey())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('bare', 'text', (column) => column.notNull())
    .addColumn('tail', 'text', (column) => column.notNull())
    .addColumn('skeleton', 'text', (column) => column.notNull())
    .execute()
  for (const column of ['bare', 'tail', 'skeleton']) {
    await db.schema.createIndex(`vocabulary_${column}`).on('vocabulary').column(column).execute()
  }
  await engineOf(db).search.create(db)
}
