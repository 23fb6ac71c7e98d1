import type { Key } from '../src/article/key.ts'
import { keyOf } from '../src/article/key.ts'
import type { Briefing } from '../src/briefing/briefing.ts'
import { type ArticleTerms, termsOf } from '../src/digest/article-terms.ts'
import { fold } from '../src/language/fold.ts'
import { readingPages } from '../src/shelf/reading.ts'
import type { ShelfItem, ShelfQuote } from '../src/shelf/shelf.ts'

/** Somebody quoted in any article on hand. */
export type Speaker = { readonly key: Key; readonly name: string; readonly quotes: readonly ShelfQuote[] }

/** All that can be shown: briefings, newest first, and who speaks in them, most quoted first, then by name. */
export type Shelf = {
  readonly items: readonly ShelfItem[]
  readonly byKey: ReadonlyMap<string, ShelfItem>
  readonly bySlug: ReadonlyMap<string, ShelfItem>
  readonly speakers: readonly Speaker[]
}

/** A shelf of numbered briefings: newest published first, articles of one moment in their order of arrival. */
export function createShelf(numbered: readonly { readonly number: number; readonly briefing: Briefing }[]): Shelf {
  const items = numbered
    .map(({ number, briefing }) => {
      const { slug } = briefing.article
      return { number, slug, key: keyOf(slug), briefing, pages: readingPages(briefing), terms: termsLater(briefing) }
    })
    .sort((left, right) => publishedAt(right) - publishedAt(left) || left.number - right.number)
  return {
    items,
    byKey: new Map(items.map((item) => [item.key, item])),
    bySlug: new Map(items.map((item) => [item.slug, item])),
    speakers: speakersOf(items),
  }
}

/** The speakers whose name holds every word of `words`, however it is spelt; most quoted first. */
export function findSpeakers(shelf: Shelf, words: string): readonly Speaker[] {
  const wanted = foldedWords(words)
  if (wanted.length === 0) return []
  return shelf.speakers.filter(({ name }) => {
    const has = foldedWords(name)
    return wanted.every((word) => has.some((part) => part === word || part === `ال${word}` || `ال${part}` === word))
  })
}

function termsLater(briefing: Briefing): () => ArticleTerms {
  let terms: ArticleTerms | null = null
  return () => {
    terms ??= termsOf(briefing)
    return terms
  }
}

function speakersOf(items: readonly ShelfItem[]): readonly Speaker[] {
  const byName = new Map<string, { name: string; quotes: ShelfQuote[] }>()
  for (const item of items) {
    for (const quote of item.briefing.quotes) {
      if (quote.speaker === null) continue
      const folded = fold(quote.speaker)
      const known = byName.get(folded) ?? { name: quote.speaker, quotes: [] }
      known.quotes.push({ item, quote })
      byName.set(folded, known)
    }
  }
  return [...byName]
    .map(([folded, { name, quotes }]) => ({ key: keyOf(folded), name, quotes }))
    .sort((left, right) => right.quotes.length - left.quotes.length || (left.name < right.name ? -1 : 1))
}

function publishedAt(item: ShelfItem): number {
  const { published } = item.briefing.article
  return published === null ? 0 : Date.parse(published)
}

function foldedWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
