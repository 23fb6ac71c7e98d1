import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Slug } from '../article/article.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Archive } from '../shelf/archive.ts'
import type { Store } from '../store/store.ts'
import { type BriefFiles, createBriefFiles } from './brief-files.ts'
import { bringIn } from './bring-in.ts'
import { type ChangedFile, changesIn, fileNamesIn, GONE } from './folder-files.ts'
import { createSearch, type Search } from './search.ts'
import { createStillFiles } from './still-files.ts'
import { watchContent } from './watch-content.ts'

/** The articles of a folder. */
export type Library = {
  readonly archive: Archive
  readonly search: Search
  /** Reads files that have changed and are still; settles when all of it is on hand. */
  readonly refresh: () => Promise<void>
  /** Refreshes whenever the folder changes, until it is closed. */
  readonly watch: () => void
  readonly close: () => Promise<void>
}

/** A briefing with the hash of the file that its article stands in, and for how long the file has been as it is. */
export type LoadedBriefing = { readonly briefing: Briefing; readonly fileHash: string; readonly stillForMs: number }

/** Told of briefings that came in; answers with those that it must be told of again. */
export type CompareBriefings = (briefings: readonly LoadedBriefing[]) => Promise<readonly Slug[]>

export type LibraryOptions = {
  readonly dir: string
  readonly store: Store
  readonly now: () => Date
  readonly log: Logger
  readonly loaded?: CompareBriefings
  /** A file that has not changed for so long is no longer being written. */
  readonly stillMs?: number
}

/** An upload that pauses goes on within this. */
export const STILL_MS = 2_500
/** Of so few files all are on hand before anything is served, unless it takes longer than this. */
const FEW_FILES = 50
const PATIENCE_MS = 10_000

/**
 * Keeps what is on hand in line with a folder's files: briefs and numbers what is new, the oldest published first. Each file
 * that can't be used is one warning in the log. Of a large folder what was on hand is served before its changes are read.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { dir, store, log } = options
  const briefs = createBriefFiles()
  const reader = createReader(options, briefs)
  let looking: Promise<unknown> = Promise.resolve()
  let watching: { readonly stop: () => Promise<void> } | null = null
  const look = (): Promise<number | null> => {
    const looked = looking.then(reader.look)
    looking = looked.catch(() => {})
    return looked
  }
  try {
    const names = await fileNamesIn(dir)
    if (typeof names === 'string' || names.length <= FEW_FILES) {
      await Promise.race([look(), sleep(PATIENCE_MS, undefined, { ref: false })])
    }
    log.info({ articles: await store.archive.count() }, 'the library is open')
  } catch (error) {
    await briefs.close()
    throw error
  }
  return {
    archive: store.archive,
    search: createSearch(store),
    refresh: async () => {
      while ((await look()) === 0);
    },
    watch: () => {
      watching ??= watchContent({ dir, log, look })
    },
    close: async () => {
      reader.stop()
      const stopped = watching?.stop()
      await briefs.close()
      await Promise.all([stopped, looking])
    },
  }
}

/** A look that brings in more than this takes leaves the rest to the next one, so that news is not behind all else. */
const LOOK_MS = 10_000
/** After so many changed files the index is brought into shape again. */
const MANY = 20

function createReader(options: LibraryOptions, briefs: BriefFiles) {
  const { dir, store, now, log, loaded, stillMs = STILL_MS } = options
  const { files, archive, passages } = store
  const still = createStillFiles()
  let said: ReadonlySet<string> = new Set()
  let problems: readonly string[] = []
  let isFirst = true
  let isStopped = false

  /** In how many milliseconds there is more to do, if that is known. */
  async function look(): Promise<number | null> {
    const names = await fileNamesIn(dir)
    if (typeof names === 'string') {
      tell([names, ...problems])
      return null
    }
    const { changed, outdated } = await changesIn(dir, names, files)
    const at = performance.now()
    const watched = [...(await files.uncompared()), ...changed]
    still.see(new Map(watched.map(({ name, signature }) => [name, signature])), at)
    // at the start there is nothing else to show
    const ready = changed.filter(({ name }) => isFirst || still.stillFor(name, at) >= stillMs)
    const wanted = [...inOrder(ready), ...(await newestFirst(outdated))]
    const isAll = await bring(wanted, at)
    if (isFirst || wanted.length > 0) {
      problems = await files.problems()
      if (!isFirst) log.info({ articles: await archive.count() }, 'the library was read again')
    }
    isFirst = false
    const empty = `CONTENT_DIR ${dir} has no articles: put *.md or *.txt files in it`
    tell([...(names.length === 0 ? [empty] : []), ...problems])
    if (wanted.length === 0) await compare(at)
    const waits = watched.map(({ name }) => stillMs - still.stillFor(name, at)).filter((wait) => wait > 0)
    return isAll ? soonest(waits) : 0
  }

  /** `false`: more is to be read. */
  async function bring(wanted: readonly ChangedFile[], at: number): Promise<boolean> {
    const isTimeLeft = () => !isStopped && performance.now() - at < LOOK_MS
    const isAll = await bringIn(wanted, { dir, store, briefs, now, isTimeLeft, broughtIn: () => compare(at) })
    if (wanted.length >= MANY) while (!isStopped && (await passages.settle())) await turn()
    return isAll
  }

  /** What is not compared yet, once it is on hand: what was planned from what was on hand before must be known by then. */
  async function compare(at: number): Promise<void> {
    const compared: string[] = []
    for (const { name, hash: fileHash } of await files.uncompared()) {
      const stillForMs = still.stillFor(name, at)
      const briefings = loaded === undefined ? [] : await files.briefingsIn(name)
      const waiting = await loaded?.(briefings.map((briefing) => ({ briefing, fileHash, stillForMs })))
      if (waiting === undefined || waiting.length === 0) compared.push(name)
    }
    await files.setCompared(compared)
  }

  async function newestFirst(outdated: readonly ChangedFile[]): Promise<readonly ChangedFile[]> {
    const published = await files.published(outdated.map(({ name }) => name))
    return outdated.toSorted((left, right) => (published.get(right.name) ?? 0) - (published.get(left.name) ?? 0))
  }

  /** A problem is said once while it lasts. */
  function tell(lines: readonly string[]): void {
    for (const line of lines) if (!said.has(line)) log.warn(line)
    said = new Set(lines)
  }

  return {
    look,
    stop: () => {
      isStopped = true
    },
  }
}

/** What is gone first, then as the files were written. */
function inOrder(files: readonly ChangedFile[]): readonly ChangedFile[] {
  const writtenAt = ({ signature }: ChangedFile) => (signature === GONE ? 0 : Number(signature.split(' ')[1]))
  return files.toSorted((left, right) => writtenAt(left) - writtenAt(right))
}

function soonest(waits: readonly number[]): number | null {
  return waits.length === 0 ? null : Math.min(...waits)
}
