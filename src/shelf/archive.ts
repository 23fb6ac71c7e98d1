import type { Key } from '../article/key.ts'
import type { ShelfArticle } from '../digest/plan-digests.ts'
import type { ShelfItem, ShelfQuote } from './shelf.ts'

/** `total`: how many there are in all; `items`: those of the page that was asked for. */
export type ArchivePage<T> = { readonly total: number; readonly items: readonly T[] }

/** Which items of a list are asked for; an offset past the end gives none. */
export type PageOf = { readonly offset: number; readonly limit: number }

/** Somebody quoted in any article on hand, with how many quotes. */
export type ArchiveSpeaker = { readonly key: Key; readonly name: string; readonly quotes: number }

/**
 * The questions that can be asked of all articles on hand, however many they are. Articles are ordered newest published
 * first, those of one moment by their number; quotes as their articles, and in the article's order.
 */
export type Archive = {
  /** Raised by each change of what is on hand: an answer made for one version holds until the next. */
  readonly version: () => number
  readonly count: () => Promise<number>
  /** The highest number of an article on hand, 0 for none. */
  readonly newestNumber: () => Promise<number>
  readonly newest: (page: PageOf) => Promise<readonly ShelfItem[]>
  readonly byKey: (key: string) => Promise<ShelfItem | null>
  /** In the order of the keys; one that is not on hand is left out. */
  readonly byKeys: (keys: readonly string[]) => Promise<readonly ShelfItem[]>
  readonly bySlug: (slug: string) => Promise<ShelfItem | null>
  /** In the order of the slugs; one that is not on hand is left out. */
  readonly bySlugs: (slugs: readonly string[]) => Promise<readonly ShelfItem[]>
  /** In the order of the numbers; one that is not on hand is left out. */
  readonly byNumbers: (numbers: readonly number[]) => Promise<readonly ShelfItem[]>
  /** The newest article whose title holds every word, however it is spelt. */
  readonly titled: (words: string) => Promise<ShelfItem | null>
  readonly quotes: (page: PageOf) => Promise<ArchivePage<ShelfQuote>>
  /** Most quoted first, then by name. */
  readonly speakers: (page: PageOf) => Promise<ArchivePage<ArchiveSpeaker>>
  readonly speaker: (key: string) => Promise<ArchiveSpeaker | null>
  readonly quotesOf: (speaker: string, page: PageOf) => Promise<readonly ShelfQuote[]>
  /** The speakers whose name holds every word, however it is spelt; most quoted first. */
  readonly speakersNamed: (words: string, limit: number) => Promise<readonly ArchiveSpeaker[]>
  /** What planning digests asks of the articles that arrived last, newest arrival first. */
  readonly lastArrived: (limit: number) => Promise<readonly ShelfArticle[]>
  /** How many articles on hand arrived after that number. */
  readonly arrivedCount: (after: number) => Promise<number>
}
