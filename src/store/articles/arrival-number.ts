import type { Tx } from '../schema.ts'
import type { ArticleRows } from './article-rows.ts'

type Arriving = Pick<ArticleRows, 'slug' | 'hash' | 'title'>

/** The number of an article by its arrival, for good: a new one's is the next. */
export async function arrivalNumber(tx: Tx, { slug, hash, title }: Arriving, now: number): Promise<number> {
  const known = await tx.selectFrom('articles').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (known === undefined) {
    const added = tx.insertInto('articles').values({ slug, hash, title, first_seen_at: now })
    return (await added.returning('number').executeTakeFirstOrThrow()).number
  }
  if (known.hash !== hash || known.title !== title) {
    await tx.updateTable('articles').set({ hash, title }).where('number', '=', known.number).execute()
  }
  return known.number
}
