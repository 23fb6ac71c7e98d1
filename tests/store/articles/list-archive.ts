import type { Slug } from '../../../src/article/article.ts'
import { titleRelated } from '../../../src/article/collection.ts'
import { withRelated } from '../../../src/briefing/brief-article.ts'
import type { Briefing } from '../../../src/briefing/briefing.ts'
import { fold } from '../../../src/language/fold.ts'
import type { Archive, ArchiveSpeaker, PageOf } from '../../../src/shelf/archive.ts'
import { createShelf, findSpeakers, type Speaker } from '../../../src/shelf/shelf.ts'

/** The archive's questions answered from a plain list: what every archive must agree with. */
export function createListArchive(
  numbered: readonly { readonly number: number; readonly briefing: Briefing }[],
): Omit<Archive, 'version'> {
  const titles = new Map<Slug, string>(numbered.map(({ briefing: { article } }) => [article.slug, article.title.text]))
  const shelf = createShelf(
    numbered.map(({ number, briefing }) => {
      const isAlone = briefing.article.related.every(({ slug }) => slug === null)
      return { number, briefing: isAlone ? briefing : withRelated(briefing, titleRelated(briefing.article, titles)) }
    }),
  )
  const { items } = shelf
  const speakers = shelf.speakers.toSorted(
    (left, right) => right.quotes.length - left.quotes.length || byName(left, right),
  )
  const page = <T>(list: readonly T[], { offset, limit }: PageOf) => list.slice(offset, offset + limit)
  const quotes = items.flatMap((item) => item.briefing.quotes.map((quote) => ({ item, quote })))
  const byKeys = async (keys: readonly string[]) => keys.flatMap((key) => shelf.byKey.get(key) ?? [])
  const bySlugs = async (slugs: readonly string[]) => slugs.flatMap((slug) => shelf.bySlug.get(slug) ?? [])
  return {
    count: async () => items.length,
    newestNumber: async () => Math.max(0, ...items.map(({ number }) => number)),
    newest: async (wanted) => page(items, wanted),
    byKey: async (key) => (await byKeys([key]))[0] ?? null,
    byKeys,
    bySlug: async (slug) => (await bySlugs([slug]))[0] ?? null,
    bySlugs,
    byNumbers: async (numbers) => numbers.flatMap((number) => items.find((item) => item.number === number) ?? []),
    titled: async (words) => {
      const parts = fold(words.trim()).split(/\s+/)
      return (
        items.find(({ briefing }) => parts.every((part) => fold(briefing.article.title.text).includes(part))) ?? null
      )
    },
    quotes: async (wanted) => ({ total: quotes.length, items: page(quotes, wanted) }),
    speakers: async (wanted) => ({ total: speakers.length, items: page(speakers, wanted).map(counted) }),
    speaker: async (key) => speakers.filter((each) => each.key === key).map(counted)[0] ?? null,
    quotesOf: async (key, wanted) => page(speakers.find((each) => each.key === key)?.quotes ?? [], wanted),
    speakersNamed: async (words, limit) =>
      findSpeakers({ ...shelf, speakers }, words)
        .slice(0, limit)
        .map(counted),
    arrivedAfter: async (number) =>
      items
        .filter((item) => item.number > number)
        .toSorted((left, right) => left.number - right.number)
        .map((item) => ({ number: item.number, slug: item.slug, chunks: item.pages.length, terms: item.terms })),
  }
}

function counted({ key, name, quotes }: Speaker): ArchiveSpeaker {
  return { key, name, quotes: quotes.length }
}

function byName(left: Speaker, right: Speaker): number {
  return left.name < right.name ? -1 : 1
}
