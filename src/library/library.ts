import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Article } from '../article/article.ts'
import { briefArticle } from '../briefing/brief-article.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { createShelf, type Shelf } from '../shelf/shelf.ts'
import type { Store } from '../store/store.ts'
import { indexShelf } from './index-shelf.ts'
import { type ContentFile, readContent } from './read-content.ts'
import { createSearch, type Search } from './search.ts'
import { signatureOf, watchContent } from './watch-content.ts'

/** The briefings on hand. */
export type Library = {
  readonly shelf: () => Shelf
  readonly search: Search
  /** Reads the folder again; what has changed is on hand when it settles, all at once. */
  readonly refresh: () => Promise<void>
  /** Refreshes whenever the folder changes, until it is stopped. */
  readonly watch: () => { readonly stop: () => Promise<void> }
}

/** A briefing with the hash of the file that its article stands in. */
export type LoadedBriefing = { readonly briefing: Briefing; readonly fileHash: string }

export type LibraryOptions = {
  readonly dir: string
  readonly store: Store
  readonly now: () => Date
  readonly log: Logger
  /** Told of all that is on hand whenever the folder was read. */
  readonly loaded?: (briefings: readonly LoadedBriefing[]) => Promise<void>
}

/**
 * Briefs every article of a folder and numbers those not seen before, the oldest published first. Each file that can't be
 * used is one warning in the log; the rest is on hand all the same.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { dir, store, log, loaded } = options
  const read = createReader(options)
  const known = await signatureOf(dir)
  let reading = await read()
  await loaded?.(reading.briefings)
  log.info({ articles: reading.shelf.items.length }, 'the library is open')
  let refreshing: Promise<unknown> = Promise.resolve()
  const refresh = (): Promise<void> => {
    const refreshed = refreshing.then(async () => {
      reading = await read()
      // not before: what is planned from the shelf as it was must be known by then
      await loaded?.(reading.briefings)
      log.info({ articles: reading.shelf.items.length }, 'the library was read again')
    })
    refreshing = refreshed.catch(() => {})
    return refreshed
  }
  return {
    shelf: () => reading.shelf,
    search: createSearch({ store, shelf: () => reading.shelf }),
    refresh,
    watch: () => {
      const watch = watchContent({ dir, log, known, changed: refresh })
      return { stop: () => watch.stop().then(() => refreshing.then(() => {})) }
    },
  }
}

/** Reads the folder into a shelf. An article that has not changed is not briefed again, and a problem is said once. */
type Reading = { readonly shelf: Shelf; readonly briefings: readonly LoadedBriefing[] }

function createReader({ dir, store, now, log }: LibraryOptions): () => Promise<Reading> {
  let files: readonly ContentFile[] = []
  let said: ReadonlySet<string> = new Set()
  let briefed: ReadonlyMap<string, Briefing> = new Map()
  return async () => {
    const content = await readContent(dir, files)
    for (const problem of content.problems) if (!said.has(problem)) log.warn(problem)
    said = new Set(content.problems)
    files = content.files
    const oldestFirst = content.articles.toSorted((left, right) => timeOf(left.published) - timeOf(right.published))
    const hashed = oldestFirst.map((article) => ({ article, hash: hashOf(article) }))
    const briefings = new Map<string, Briefing>()
    for (const { article, hash } of hashed) {
      const known = briefed.get(hash)
      const briefing = known ?? brief(article, log)
      if (briefing !== null) briefings.set(hash, briefing)
      if (known === undefined) await turn()
    }
    briefed = briefings
    const onHand = hashed.flatMap(({ article, hash }) => {
      const briefing = briefings.get(hash)
      return briefing === undefined ? [] : [{ slug: article.slug, title: article.title.text, hash, briefing }]
    })
    const numbers = await store.articles.register(onHand, now().getTime())
    const shelf = createShelf(onHand.map(({ briefing }, index) => ({ number: numbers[index]?.number ?? 0, briefing })))
    await indexShelf(shelf, store.passages)
    const fileHashes = new Map(files.flatMap(({ article, hash }) => slugsIn(article).map((slug) => [slug, hash])))
    return {
      shelf,
      briefings: onHand.map(({ slug, briefing }) => ({ briefing, fileHash: fileHashes.get(slug) ?? '' })),
    }
  }
}

function slugsIn(article: Article): readonly string[] {
  return [article, ...article.embedded].map(({ slug }) => slug)
}

function hashOf(article: Article): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('hex')
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
