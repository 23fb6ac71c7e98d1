import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Slug } from '../article/article.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Archive } from '../shelf/archive.ts'
import type { Store } from '../store/store.ts'
import { type BriefFiles, createBriefFiles } from './brief-files.ts'
import {
  type ChangedFile,
  changesIn,
  GONE,
  isWhole,
  listFolders,
  mapFew,
  pathOf,
  type Roots,
  signatureOf,
} from './folder-files.ts'
import { ingestFiles, type WantedFile } from './ingest-files.ts'
import { createSearch, type Search } from './search.ts'
import { createStillFiles } from './still-files.ts'
import { createVerify, type Verify } from './verify.ts'
import { watchContent } from './watch-content.ts'

/** The articles of a folder. */
export type Library = {
  readonly archive: Archive
  readonly search: Search
  readonly verify: Verify
  /** Reads changed files that are no longer being written; resolves when all their articles are on hand. */
  readonly refresh: () => Promise<void>
  /** Reads the files of articles that somebody just decided on; resolves when their states are the new ones. */
  readonly readAsked: () => Promise<void>
  /** Refreshes whenever the folder changes, until it is closed. */
  readonly watch: () => void
  readonly close: () => Promise<void>
}

/** A briefing, the hash of its file, and how long that file has been unchanged. */
export type LoadedBriefing = { readonly briefing: Briefing; readonly fileHash: string; readonly stillForMs: number }

/** Called with the briefings of a read file; returns those it must be given again. */
export type CompareBriefings = (briefings: readonly LoadedBriefing[]) => Promise<readonly Slug[]>

export type LibraryOptions = Roots & {
  readonly store: Store
  readonly now: () => Date
  readonly log: Logger
  /** An IANA time zone, for dates that name none; UTC when not given. */
  readonly zone?: string
  readonly loaded?: CompareBriefings
  /** Called after files were read: articles may have come, gone, or be held. */
  readonly read?: () => void
  /** Whether this process is the one that reads files. */
  readonly isOnDuty?: () => boolean
  /** A file unchanged for this long is no longer being written. */
  readonly stillMs?: number
}

/** A paused upload resumes within this time. */
export const STILL_MS = 2_500
/** Between two looks whether this process is on duty. */
const DUTY_MS = 500
/** A folder of at most so many files is read before anything is served, unless that takes longer than `PATIENCE_MS`. */
const FEW_FILES = 50
const PATIENCE_MS = 30_000

/**
 * Keeps what is on hand in line with a folder's files: briefs and numbers new articles, the oldest published first. Logs one
 * warning for each unusable file. With a large folder, serves what is on hand before its changes are read.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { store, log, isOnDuty = () => true } = options
  const briefs = createBriefFiles()
  const reader = createReader(options, briefs)
  let looking: Promise<unknown> = Promise.resolve()
  let watching: { readonly stop: () => Promise<void> } | null = null
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const worked = looking.then(work)
    looking = worked.catch(() => {})
    return worked
  }
  const look = () => inTurn(async () => (isOnDuty() ? reader.look() : DUTY_MS))
  try {
    const listing = await listFolders(options)
    if (typeof listing === 'string' || listing.names.length <= FEW_FILES) {
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
    verify: createVerify(store),
    refresh: async () => {
      while ((await inTurn(reader.look)) === 0);
    },
    readAsked: async () => {
      await inTurn(reader.readAsked)
    },
    watch: () => {
      watching ??= watchContent({ roots: options, log, look })
    },
    close: async () => {
      reader.stop()
      const stopped = watching?.stop()
      await briefs.close()
      await Promise.all([stopped, looking])
    },
  }
}

/** A look ends after this time and leaves the rest to the next one, so that new files don't wait behind a backlog. */
const LOOK_MS = 10_000
/** After this many changed files the index is merged. */
const MANY = 20

/** Files whose briefings are in memory together. */
const COMPARED_AT_ONCE = 10

/** Held articles that a line names. */
const MOST_NAMED = 10
/** A moment that is due at once is looked at a moment later: the clock may stand. */
const SOONEST_MS = 100

function createReader(options: LibraryOptions, briefs: BriefFiles) {
  const { dir, store, now, log, zone = 'UTC', loaded, stillMs = STILL_MS } = options
  const { files, held, archive, passages } = store
  const still = createStillFiles()
  let logged: ReadonlySet<string> = new Set()
  let problems: readonly string[] = []
  let isFirst = true
  let isStopped = false

  /** Milliseconds until the next look is needed; `null`: unknown. */
  async function look(): Promise<number | null> {
    const listing = await listFolders(options)
    if (typeof listing === 'string') {
      warnOnce([listing, ...problems])
      return null
    }
    const { names, lines } = listing
    await held.askDue(now().getTime())
    const isAskedRead = await readAsked()
    const { changed, outdated } = await changesIn(options, names, files)
    const at = performance.now()
    const watched = [...(await files.uncompared()), ...changed]
    still.see(new Map(watched.map(({ name, signature }) => [name, signature])), at)
    // at the start there may be nothing else to show
    const ready = changed.filter((file) => isFirst || isWhole(file) || still.stillFor(file.name, at) >= stillMs)
    const wanted = [...inOrder(ready), ...(await newestFirst(outdated))].map((file) => ({ ...file, answers: null }))
    const isAll = (await ingest(wanted, at)) && isAskedRead
    if (isFirst || wanted.length > 0) {
      problems = [...(await files.problems()), ...(await heldLine())]
      if (!isFirst) log.info({ articles: await archive.count() }, 'the library was read again')
    }
    isFirst = false
    const empty = `CONTENT_DIR ${dir} has no articles: put *.md or *.txt files in it`
    warnOnce([...(names.length === 0 ? [empty] : []), ...lines, ...problems])
    if (wanted.length === 0) await compare(at)
    const waits = watched.map(({ name }) => stillMs - still.stillFor(name, at)).filter((wait) => wait > 0)
    const due = await held.nextDue()
    const untilDue = due === null ? [] : [Math.max(SOONEST_MS, due - now().getTime())]
    return isAll ? soonest([...waits, ...untilDue]) : 0
  }

  async function heldLine(): Promise<readonly string[]> {
    const [total, slugs] = [await held.count(), await held.slugs(MOST_NAMED)]
    const more = total > slugs.length ? ', …' : ''
    return total === 0 ? [] : [`held until an owner decides (/desk) or their time comes: ${slugs.join(', ')}${more}`]
  }

  /** Reads files again that were asked for; one whose text has changed too waits until it is still. `false`: files remain. */
  async function readAsked(): Promise<boolean> {
    const wanted: WantedFile[] = []
    for (const { asked: answers, ...file } of await files.asked()) {
      if ((await signatureOf(pathOf(file.name, options))) === file.signature)
        wanted.push({ ...file, known: '', answers })
    }
    return wanted.length === 0 || (await ingest(wanted, performance.now()))
  }

  /** `false`: files remain to be read. */
  async function ingest(wanted: readonly WantedFile[], at: number): Promise<boolean> {
    const isTimeLeft = () => !isStopped && performance.now() - at < LOOK_MS
    const parts = { roots: options, store, briefs, now, zone }
    const isAll = await ingestFiles(wanted, { ...parts, isTimeLeft, afterLot: () => compare(at) })
    if (wanted.length > 0) options.read?.()
    if (wanted.length >= MANY) while (!isStopped && (await passages.settle())) await turn()
    return isAll
  }

  /** Compares new texts only once they are on hand: digests planned from the former texts must be in the ledger by then. */
  async function compare(at: number): Promise<void> {
    const compared: string[] = []
    const uncompared = await files.uncompared()
    for (let from = 0; from < uncompared.length; from += COMPARED_AT_ONCE) {
      const some = await mapFew(
        uncompared.slice(from, from + COMPARED_AT_ONCE),
        1,
        async ({ name, hash: fileHash }) => {
          const stillForMs = still.stillFor(name, at)
          const briefings = loaded === undefined ? [] : await files.briefingsIn(name)
          return { name, briefings: briefings.map((briefing) => ({ briefing, fileHash, stillForMs })) }
        },
      )
      const waiting = new Set(await loaded?.(some.flatMap(({ briefings }) => briefings)))
      const isWaiting = ({ briefing }: LoadedBriefing) => waiting.has(briefing.article.slug)
      compared.push(...some.filter(({ briefings }) => !briefings.some(isWaiting)).map(({ name }) => name))
    }
    await files.setCompared(compared)
  }

  async function newestFirst(outdated: readonly ChangedFile[]): Promise<readonly ChangedFile[]> {
    const published = await files.published(outdated.map(({ name }) => name))
    return outdated.toSorted((left, right) => (published.get(right.name) ?? 0) - (published.get(left.name) ?? 0))
  }

  /** Logs a problem once while it lasts. */
  function warnOnce(lines: readonly string[]): void {
    for (const line of lines) if (!logged.has(line)) log.warn(line)
    logged = new Set(lines)
  }

  return {
    look,
    readAsked,
    stop: () => {
      isStopped = true
    },
  }
}

/** Deleted files first, then by modification time. */
function inOrder(files: readonly ChangedFile[]): readonly ChangedFile[] {
  const writtenAt = ({ signature }: ChangedFile) => (signature === GONE ? 0 : Number(signature.split(' ')[1]))
  return files.toSorted((left, right) => writtenAt(left) - writtenAt(right))
}

function soonest(waits: readonly number[]): number | null {
  return waits.length === 0 ? null : Math.min(...waits)
}
