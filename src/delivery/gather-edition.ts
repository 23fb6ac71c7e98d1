import type { Slug } from '../article/article.ts'
import { type DigestContent, type Edition, editionOf, slugsIn } from '../digest/plan-digests.ts'
import type { Archive } from '../shelf/archive.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { createLookup } from './lookup.ts'

/** What planning and rendering digests ask of an archive. */
export type EditionSource = Pick<Archive, 'lastArrived' | 'arrivedCount' | 'bySlugs'>

/** An edition gathered for planning in a transaction: what it lacks there is loaded before the next attempt. */
export type GatheredEdition = Edition & {
  /** The articles that a digest shows; those that are gone are left out. */
  readonly itemsOf: (content: DigestContent) => readonly ShelfItem[]
  readonly isLacking: () => boolean
  /** What `ask` answers once it lacks nothing; it may be asked several times. */
  readonly settle: <T>(ask: () => T | Promise<T>) => Promise<T>
}

/** So many articles that arrived last are looked through for what a chat follows or has not begun. */
const RECENT = 1000
/** So many articles are kept between two steps of planning. */
const MOST_KEPT = 500

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
    settle: async (ask) => {
      items.trim(MOST_KEPT)
      for (;;) {
        const answer = await ask()
        if (!isLacking()) return answer
        await Promise.all([items.load(), counts.load()])
      }
    },
  }
}
