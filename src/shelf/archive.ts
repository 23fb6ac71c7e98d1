import type { Key } from '../article/key.ts'
import type { ShelfArticle } from '../digest/plan-digests.ts'
import type { Language } from '../language/language.ts'
import type { ShelfItem, ShelfQuote } from './shelf.ts'

/** `total`: the length of the whole list; `items`: one page of it. */
export type ArchivePage<T> = { readonly total: number; readonly items: readonly T[] }

/** An offset past the end gives no items. */
export type PageOf = { readonly offset: number; readonly limit: number }

/** A speaker with the number of their quotes in all articles on hand. */
export type ArchiveSpeaker = { readonly key: Key; readonly name: string; readonly quotes: number }

/** What is left of an article that is no longer on hand. */
export type RemovedArticle = { readonly title: string; readonly isWithdrawn: boolean }

/**
 * Queries over all articles on hand, however many. Articles are ordered newest published first, those of one moment by
 * number; quotes as their articles, then as in the article.
 */
export type Archive = {
  /** Raised by each change of what is on hand: a result is valid for one version. */
  readonly version: () => number
  readonly count: () => Promise<number>
  /** The highest number of an article on hand, 0 for none. */
  readonly newestNumber: () => Promise<number>
  readonly newest: (page: PageOf) => Promise<readonly ShelfItem[]>
  readonly byKey: (key: string) => Promise<ShelfItem | null>
  /** In the order of the keys; articles not on hand are left out. */
  readonly byKeys: (keys: readonly string[]) => Promise<readonly ShelfItem[]>
  readonly bySlug: (slug: string) => Promise<ShelfItem | null>
  /** In the order of the slugs; articles not on hand are left out. */
  readonly bySlugs: (slugs: readonly string[]) => Promise<readonly ShelfItem[]>
  /** The articles published at these addresses, as `canonicalUrl` writes them, in their order. */
  readonly byUrls: (urls: readonly string[]) => Promise<readonly ShelfItem[]>
  /** In the order of the numbers; articles not on hand are left out. */
  readonly byNumbers: (numbers: readonly number[]) => Promise<readonly ShelfItem[]>
  /** An article that was removed; `null`: there never was one. */
  readonly removed: (key: string) => Promise<RemovedArticle | null>
  /** The newest article whose title holds every word, however it is spelt. */
  readonly titled: (words: string) => Promise<ShelfItem | null>
  /** Without the articles that tell what another tells in that language. */
  readonly quotes: (page: PageOf, language: Language) => Promise<ArchivePage<ShelfQuote>>
  /** Most quoted first, then by name. */
  readonly speakers: (page: PageOf) => Promise<ArchivePage<ArchiveSpeaker>>
  readonly speaker: (key: string) => Promise<ArchiveSpeaker | null>
  readonly quotesOf: (speaker: string, page: PageOf) => Promise<readonly ShelfQuote[]>
  /** The speakers whose name holds every word, however it is spelt; most quoted first. */
  readonly speakersNamed: (words: string, limit: number) => Promise<readonly ArchiveSpeaker[]>
  /** The articles that arrived last, newest arrival first, for planning digests. */
  readonly lastArrived: (limit: number) => Promise<readonly ShelfArticle[]>
  /** How many articles on hand arrived after that number. */
  readonly arrivedCount: (after: number) => Promise<number>
}
