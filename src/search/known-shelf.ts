import { paragraphsOf } from '../article/article.ts'
import type { Shelf, ShelfItem } from '../shelf/shelf.ts'
import { type Name, sourceNames, speakerNames } from './names.ts'
import type { ArticleSpan } from './passage.ts'
import type { Query } from './query.ts'

/** An article on hand with what search asks of it. */
export type KnownArticle = {
  readonly item: ShelfItem
  readonly paragraphs: readonly string[]
  /** The ISO date it was published on; empty where its page does not say. */
  readonly day: string
  /** 1 for the newest article on hand, half of it for one a year older, and so on. */
  readonly recency: number
}

/** What search knows of a shelf by heart. */
export type KnownShelf = {
  readonly shelf: Shelf
  readonly byNumber: ReadonlyMap<number, KnownArticle>
  readonly speakers: readonly Name[]
  readonly sources: readonly Name[]
  /** How many passages there are. */
  readonly size: number
}

const YEAR = 365 * 86_400_000

/** Reads a shelf once, for all queries. */
export function knowShelf(shelf: Shelf): KnownShelf {
  const newest = shelf.items.reduce((latest, item) => Math.max(latest, publishedAt(item)), 0)
  const articles = shelf.items.map((item) => ({
    item,
    paragraphs: paragraphsOf(item.briefing.article),
    day: item.briefing.article.published?.slice(0, 10) ?? '',
    recency: 2 ** ((publishedAt(item) - newest) / YEAR),
  }))
  return {
    shelf,
    byNumber: new Map(articles.map((article) => [article.item.number, article])),
    speakers: speakerNames(shelf),
    sources: sourceNames(shelf),
    size: articles.reduce((size, { paragraphs }) => size + paragraphs.length, 0),
  }
}

/** The articles published when asked for, as numbers; `null`: all of them. An article without a date is never among them. */
export function spanOf({ byNumber }: KnownShelf, { after, before }: Query): ArticleSpan | 'none' | null {
  if (after === null && before === null) return null
  const isInTime = (day: string) => day !== '' && (after === null || day >= after) && (before === null || day < before)
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const [number, { day }] of byNumber) {
    if (isInTime(day)) [first, last] = [Math.min(first, number), Math.max(last, number)]
  }
  if (last === 0) return 'none'
  const without: number[] = []
  for (const [number, { day }] of byNumber) {
    if (number > first && number < last && !isInTime(day)) without.push(number)
  }
  return { first, last, without }
}

function publishedAt({ briefing }: ShelfItem): number {
  const { published } = briefing.article
  return published === null ? 0 : Date.parse(published)
}
