import { type Kysely, sql } from 'kysely'
import { keyOf } from '../../article/key.ts'

/** What outlives an article: the words that readers bookmarked, and its title by the key that buttons name. */
export async function createKeptWords(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('bookmarks').addColumn('kept', 'text').execute()
  await db.schema
    .createTable('removed_articles')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .execute()
  const { rows } = await sql<{ slug: string; title: string }>`select slug, title from articles
    where slug not in (select slug from briefings)`.execute(db)
  for (const { slug, title } of rows) {
    await sql`insert into removed_articles (key, title) values (${keyOf(slug)}, ${title})`.execute(db)
  }
}
