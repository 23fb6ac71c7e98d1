import type { Slug } from '../article/article.ts'
import { type DigestContent, type Edition, editionOf, slugsIn } from '../digest/plan-digests.ts'
import type { Archive } from '../shelf/archive.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { createLookup } from './lookup.ts'

/** The archive queries for planning and rendering digests. */
export type EditionSource = Pick<Archive, 'lastArrived' | 'arrivedCount' | 'bySlugs'>

/** An edition for planning in a transaction: articles it lacks there are loaded before the next attempt. */
export type GatheredEdition = Edition & {
  /** The articles that a digest shows, without those no longer on hand. */
  readonly itemsOf: (content: DigestContent) => readonly ShelfItem[]
  readonly isLacking: () => boolean
  /** The result of `plan` once it lacks nothing; calls it several times if need be. */
  readonly settle: <T>(plan: () => T | Promise<T>) => Promise<T>
}

/** The articles that arrived last, among which a chat's followed and unread ones are found. */
const RECENT = 1000
/** Articles cached between two steps of planning. */
const MOST_CACHED = 500

export async function gatherEdition(archive: EditionSource): Promise<GatheredEdition> {
  const recent = editionOf(await archive.lastArrived(RECENT))
  const oldest = recent.recent.length < RECENT ? 0 : (recent.recent.at(-1)?.number ?? 0)
  const items = createLookup(async (slugs: readonly Slug[]) => {
    return new Map((await archive.bySlugs(slugs)).map((item) => [item.slug, item]))
  })
  const counts = createLookup(async (numbers: readonly number[]) => {
    const counted = numbers.map(async (number) => [number, await archive.arrivedCount(number)] as const)
    return new Map(await Promise.all(counted))
  })
  const findOlder = (slug: Slug) => {
    const item = items.find(slug)
    return item === null ? null : { number: item.number, slug, chunks: item.pages.length, terms: item.terms }
  }
  const isLacking = () => items.isLacking() || counts.isLacking()
  return {
    recent: recent.recent,
    countAfter: (number) => (number >= oldest ? recent.countAfter(number) : (counts.find(number) ?? 0)),
    find: (slug) => recent.find(slug) ?? findOlder(slug),
    itemsOf: (content) => slugsIn(content).flatMap((slug) => items.find(slug) ?? []),
    isLacking,
    settle: async (plan) => {
      items.trim(MOST_CACHED)
      for (;;) {
        const result = await plan()
        if (!isLacking()) return result
        await Promise.all([items.load(), counts.load()])
      }
    },
  }
}
