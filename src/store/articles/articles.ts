import type { Slug } from '../../article/article.ts'
import type { Database, Tx } from '../schema.ts'

type KnownArticle = { readonly slug: Slug; readonly hash: string; readonly title: string }

/** `changed`: stored with another hash. */
type RegisteredArticle = {
  readonly slug: Slug
  readonly number: number
  readonly firstSeenAt: number
  readonly news: 'new' | 'same' | 'changed'
}

export type Articles = {
  /** Numbers new articles by arrival; results in the order given. An article keeps its number for good. */
  readonly register: (articles: readonly KnownArticle[], now: number) => Promise<readonly RegisteredArticle[]>
}

export function createArticles(db: Database): Articles {
  return {
    register: (articles, now) =>
      db.transaction().execute(async (tx) => {
        const registered: RegisteredArticle[] = []
        for (const article of articles) registered.push(await registerOne(tx, article, now))
        return registered
      }),
  }
}

async function registerOne(tx: Tx, { slug, hash, title }: KnownArticle, now: number): Promise<RegisteredArticle> {
  const known = await tx.selectFrom('articles').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (known === undefined) {
    const added = tx.insertInto('articles').values({ slug, hash, title, first_seen_at: now })
    const { number } = await added.returning('number').executeTakeFirstOrThrow()
    return { slug, number, firstSeenAt: now, news: 'new' }
  }
  const news = known.hash === hash ? 'same' : 'changed'
  if (news === 'changed' || known.title !== title) {
    await tx.updateTable('articles').set({ hash, title }).where('number', '=', known.number).execute()
  }
  return { slug, number: known.number, firstSeenAt: known.first_seen_at, news }
}
