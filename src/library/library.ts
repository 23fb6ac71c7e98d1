import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Article } from '../article/article.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Archive } from '../shelf/archive.ts'
import { createShelf, type Shelf } from '../shelf/shelf.ts'
import type { Store } from '../store/store.ts'
import { type BriefFiles, createBriefFiles } from './brief-files.ts'
import { GONE, signaturesIn } from './folder-files.ts'
import { indexShelf } from './index-shelf.ts'
import { createListArchive } from './list-archive.ts'
import { type Content, type ContentFiles, contentOf, type FiledBriefing, readFiles } from './read-content.ts'
import { createSearch, type Search } from './search.ts'
import { createStillFiles } from './still-files.ts'
import { watchContent } from './watch-content.ts'

/** The briefings on hand. */
export type Library = {
  readonly shelf: () => Shelf
  readonly archive: Archive
  readonly search: Search
  /** Reads files that have changed and are still; what has changed is on hand when it settles, all at once. */
  readonly refresh: () => Promise<void>
  /** Refreshes whenever the folder changes, until it is closed. */
  readonly watch: () => void
  readonly close: () => Promise<void>
}

/** A briefing with the hash of the file that its article stands in, and for how long the file has been as it is. */
export type LoadedBriefing = { readonly briefing: Briefing; readonly fileHash: string; readonly stillForMs: number }

export type LibraryOptions = {
  readonly dir: string
  readonly store: Store
  readonly now: () => Date
  readonly log: Logger
  /** Told of all that is on hand whenever the folder was looked at. */
  readonly loaded?: (briefings: readonly LoadedBriefing[]) => Promise<void>
  /** A file that has not changed for so long is no longer being written. */
  readonly stillMs?: number
}

/** An upload that pauses goes on within this. */
export const STILL_MS = 2_500

/**
 * Briefs every article of a folder and numbers those not seen before, the oldest published first. Each file that can't be
 * used is one warning in the log; the rest is on hand all the same.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { dir, store, log } = options
  const briefs = createBriefFiles()
  const reader = createReader(options, briefs)
  try {
    await reader.look()
  } catch (error) {
    await briefs.close()
    throw error
  }
  let looking: Promise<unknown> = Promise.resolve()
  let watching: { readonly stop: () => Promise<void> } | null = null
  const look = (): Promise<number | null> => {
    const looked = looking.then(reader.look)
    looking = looked.catch(() => {})
    return looked
  }
  return {
    shelf: reader.shelf,
    archive: createListArchive(reader.shelf),
    search: createSearch({ store, shelf: reader.shelf }),
    refresh: async () => {
      await look()
    },
    watch: () => {
      watching ??= watchContent({ dir, log, look })
    },
    close: async () => {
      const stopped = watching?.stop()
      await briefs.close()
      await Promise.all([stopped, looking])
    },
  }
}

type Reader = {
  readonly shelf: () => Shelf
  /** How soon a file may be still that is not yet, in milliseconds. */
  readonly look: () => Promise<number | null>
}

function createReader(options: LibraryOptions, briefs: BriefFiles): Reader {
  const { dir, log, loaded, stillMs = STILL_MS } = options
  const still = createStillFiles()
  const shelve = createShelving(options)
  let files: ContentFiles = new Map()
  let content: Content = { briefings: [], problems: [] }
  let shelf: Shelf | null = null
  let said: ReadonlySet<string> = new Set()

  async function look(): Promise<number | null> {
    const found = await signaturesIn(dir)
    const at = performance.now()
    const signatures = typeof found === 'string' ? new Map<string, string>() : withGone(found, files)
    if (typeof found !== 'string') still.see(signatures, at)
    const changed = [...signatures].filter(([name, signature]) => files.get(name)?.signature !== signature)
    // at the start there is nothing else to show
    const isFirst = shelf === null
    const ready = changed.filter(([name]) => isFirst || still.stillFor(name, at) >= stillMs)
    const empty = `CONTENT_DIR ${dir} has no articles: put *.md or *.txt files in it`
    const folder = typeof found === 'string' ? [found] : found.size === 0 ? [empty] : []
    if (isFirst || ready.length > 0) {
      files = await readFiles(new Map(ready), { dir, briefs, before: files })
      content = contentOf(files, content)
      shelf = await shelve(content.briefings)
      log.info({ articles: shelf.items.length }, isFirst ? 'the library is open' : 'the library was read again')
    }
    tell([...folder, ...content.problems])
    // not before: what is planned from the shelf as it was must be known by then
    await loaded?.(
      content.briefings.map(({ briefing, file }) => {
        return { briefing, fileHash: file.hash, stillForMs: still.stillFor(file.name, at) }
      }),
    )
    const waits = [...signatures.keys()].map((name) => stillMs - still.stillFor(name, at)).filter((wait) => wait > 0)
    return waits.length === 0 ? null : Math.min(...waits)
  }

  /** A problem is said once while it lasts. */
  function tell(problems: readonly string[]): void {
    for (const problem of problems) if (!said.has(problem)) log.warn(problem)
    said = new Set(problems)
  }

  return { shelf: () => shelf ?? createShelf([]), look }
}

/** What is replaced is gone for a moment, so that a file that is gone has to be still too. */
function withGone(found: ReadonlyMap<string, string>, files: ContentFiles): ReadonlyMap<string, string> {
  const gone = [...files.keys()].filter((name) => !found.has(name))
  return new Map([...found, ...gone.map((name) => [name, GONE] as const)])
}

/** Numbers, shelves and indexes what is on hand; what has not changed since the last time costs next to nothing. */
function createShelving({ store, now }: LibraryOptions): (onHand: readonly FiledBriefing[]) => Promise<Shelf> {
  let before = createShelf([])
  return async (onHand) => {
    const oldestFirst = onHand
      .map(({ briefing }) => briefing)
      .sort((left, right) => timeOf(left.article.published) - timeOf(right.article.published))
    const numbers = new Map(before.items.map(({ briefing, number }) => [briefing, number]))
    const fresh = oldestFirst.filter((briefing) => !numbers.has(briefing))
    const registered = await store.articles.register(
      fresh.map(({ article }) => ({ slug: article.slug, title: article.title.text, hash: hashOf(article) })),
      now().getTime(),
    )
    for (const [index, briefing] of fresh.entries()) numbers.set(briefing, registered[index]?.number ?? 0)
    const numbered = oldestFirst.map((briefing) => ({ number: numbers.get(briefing) ?? 0, briefing }))
    const shelf = createShelf(numbered, before)
    await indexShelf(shelf, store.passages, before)
    before = shelf
    return shelf
  }
}

function hashOf(article: Article): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('hex')
}

function timeOf(published: string | null): number {
  return published === null ? 0 : Date.parse(published)
}
