import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Article } from '../article/article.ts'
import { briefArticle } from '../briefing/brief-article.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { createShelf, type Shelf } from '../messages/shelf.ts'
import type { Store } from '../store/store.ts'
import { readContent } from './read-content.ts'
import { createSearch, type Search } from './search.ts'
import { indexShelf } from './search-index.ts'

/** The briefings on hand. */
export type Library = {
  readonly shelf: () => Shelf
  readonly search: Search
}

export type LibraryOptions = {
  readonly dir: string
  readonly store: Store
  readonly now: () => Date
  readonly log: Logger
}

/**
 * Briefs every article of a folder and numbers those not seen before, the oldest published first. Each file that can't be
 * used is one warning in the log; the rest is on hand all the same.
 */
export async function openLibrary({ dir, store, now, log }: LibraryOptions): Promise<Library> {
  const { articles, problems } = await readContent(dir)
  for (const problem of problems) log.warn(problem)
  const oldestFirst = articles.toSorted((left, right) => timeOf(left.published) - timeOf(right.published))
  const arrivals = oldestFirst.map((article) => ({
    slug: article.slug,
    title: article.title.text,
    hash: createHash('sha256').update(JSON.stringify(article)).digest('hex'),
  }))
  const numbers = await store.articles.register(arrivals, now().getTime())
  const numberOf = new Map(numbers.map(({ slug, number }) => [slug, number]))
  const shelf = createShelf(
    oldestFirst.flatMap((article) => {
      const number = numberOf.get(article.slug)
      const briefing = brief(article, log)
      return number === undefined || briefing === null ? [] : [{ number, briefing }]
    }),
  )
  await indexShelf(shelf, store.passages)
  log.info({ articles: shelf.items.length }, 'the library is open')
  return { shelf: () => shelf, search: createSearch({ store, shelf: () => shelf }) }
}

/** One article that can't be briefed is a bug of ours, but no reason to keep the others from people. */
function brief(article: Article, log: Logger): Briefing | null {
  try {
    return briefArticle(article)
  } catch (error) {
    log.error({ err: error }, `the article ${article.slug} could not be briefed`)
    return null
  }
}

function timeOf(published: string | null): number {
  return published === null ? 0 : Date.parse(published)
}
