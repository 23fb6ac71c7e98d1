import type { Article, Slug } from '../src/article/article.ts'
import { canonicalUrl } from '../src/article/identity.ts'
import type { ShelfArticle } from '../src/digest/plan-digests.ts'
import { fold } from '../src/language/fold.ts'
import type { Language } from '../src/language/language.ts'
import type { Archive, ArchiveSpeaker, PageOf } from '../src/shelf/archive.ts'
import type { ShelfItem, ShelfQuote } from '../src/shelf/shelf.ts'
import { findSpeakers, type Shelf, type Speaker } from './a-shelf.ts'

/** The questions of an archive, answered from a list in memory. */
export function createListArchive(shelf: () => Shelf): Archive {
  let known = shelf()
  let version = 1
  return {
    version: () => {
      if (known !== shelf()) version += 1
      known = shelf()
      return version
    },
    count: async () => shelf().items.length,
    newestNumber: async () => shelf().items.reduce((newest, { number }) => Math.max(newest, number), 0),
    newest: async (page) => pageOf(shelf().items, page),
    byKey: async (key) => shelf().byKey.get(key) ?? null,
    byKeys: async (keys) => keys.flatMap((key) => shelf().byKey.get(key) ?? []),
    bySlug: async (slug) => shelf().bySlug.get(slug) ?? null,
    bySlugs: async (slugs) => slugs.flatMap((slug) => shelf().bySlug.get(slug) ?? []),
    byNumbers: async (numbers) => {
      const byNumber = new Map(shelf().items.map((item) => [item.number, item]))
      return numbers.flatMap((number) => byNumber.get(number) ?? [])
    },
    byUrls: async (urls) =>
      urls.flatMap((url) => shelf().items.filter(({ briefing }) => canonicalUrl(briefing.article.url ?? '') === url)),
    removed: async () => null,
    titled: async (words) => titledIn(shelf(), words),
    quotes: async (page, language) => {
      const { items } = shelf()
      const quotes = quotesIn(items.filter((item) => !isTranslated(item, items, language)))
      return { total: quotes.length, items: pageOf(quotes, page) }
    },
    speakers: async (page) => {
      const { speakers } = shelf()
      return { total: speakers.length, items: pageOf(speakers, page).map(counted) }
    },
    speaker: async (key) => {
      const speaker = speakerIn(shelf(), key)
      return speaker === undefined ? null : counted(speaker)
    },
    quotesOf: async (key, page) => pageOf(speakerIn(shelf(), key)?.quotes ?? [], page),
    speakersNamed: async (words, limit) => findSpeakers(shelf(), words).slice(0, limit).map(counted),
    lastArrived: async (limit) => arrivalsIn(shelf()).slice(0, limit),
    arrivedCount: async (after) => shelf().items.filter(({ number }) => number > after).length,
  }
}

function pageOf<T>(items: readonly T[], { offset, limit }: PageOf): readonly T[] {
  return items.slice(offset, offset + limit)
}

function titledIn({ items }: Shelf, words: string): ShelfItem | null {
  const wanted = fold(words.trim()).split(/\s+/)
  const isMeant = ({ briefing }: ShelfItem) => {
    const title = fold(briefing.article.title.text)
    return wanted.every((word) => title.includes(word))
  }
  return items.find(isMeant) ?? null
}

/** Whether an article in that language tells the same. */
function isTranslated(item: ShelfItem, items: readonly ShelfItem[], language: Language): boolean {
  const own = item.briefing.article
  const names = (from: Article, slug: Slug) => from.related.some((one) => one.slug === slug)
  return items.some(({ briefing: { article } }) => {
    if (article.language === own.language || article.language !== language) return false
    const apart = Math.abs(Date.parse(article.published ?? '') - Date.parse(own.published ?? ''))
    return apart <= 3 * 24 * 3_600_000 && names(own, article.slug) && names(article, own.slug)
  })
}

function quotesIn(items: readonly ShelfItem[]): readonly ShelfQuote[] {
  return items.flatMap((item) => item.briefing.quotes.map((quote) => ({ item, quote })))
}

function speakerIn({ speakers }: Shelf, key: string): Speaker | undefined {
  return speakers.find((speaker) => speaker.key === key)
}

function counted({ key, name, quotes }: Speaker): ArchiveSpeaker {
  return { key, name, quotes: quotes.length }
}

function arrivalsIn({ items }: Shelf): readonly ShelfArticle[] {
  return items
    .map(({ number, slug, pages, terms }) => ({ number, slug, chunks: pages.length, terms }))
    .toSorted((left, right) => right.number - left.number)
}
