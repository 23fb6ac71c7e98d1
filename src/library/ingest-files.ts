import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { ReadFile } from '../store/articles/files.ts'
import type { Store } from '../store/store.ts'
import type { FixesBySlug } from './brief-file.ts'
import type { BriefFiles } from './brief-files.ts'
import { type ChangedFile, GONE, mapFew, pathOf, type Roots } from './folder-files.ts'
import type { PreparedFile } from './prepare-file.ts'
import { readTextFile } from './read-text-file.ts'

/** Files read together: articles of one lot are numbered by publication time. */
const LOT = 50
/** Files open at once. */
const OPEN_FILES = 8
/** Files in one write transaction, which blocks all other writes: some milliseconds each. */
const WRITE_BATCH = 4

export type IngestParts = {
  readonly roots: Roots
  readonly store: Pick<Store, 'files' | 'held'>
  readonly briefs: BriefFiles
  readonly now: () => Date
  /** An IANA time zone: that of dates which name none. */
  readonly zone: string
  /** Whether there is time for another lot. */
  readonly isTimeLeft: () => boolean
  /** Called after each lot is written. */
  readonly afterLot: () => Promise<void>
}

/** A file to be read; `answers`: how often that was asked, `null`: its text changed. */
export type WantedFile = ChangedFile & { readonly answers: number | null }

/** Reads, briefs and writes files in the order given; the next lot is briefed while one is written. `false`: files remain to be read. */
export async function ingestFiles(files: readonly WantedFile[], parts: IngestParts): Promise<boolean> {
  let isAll = true
  let from = 0
  let next = prepareLot(files.slice(0, LOT), parts)
  for (let lot = await next; lot.length > 0; lot = await next) {
    from += LOT
    next = prepareLot(parts.isTimeLeft() ? files.slice(from, from + LOT) : [], parts)
    // its error is thrown where the lot is awaited
    next.catch(() => {})
    isAll = (await writeLot(lot, parts)) && isAll
    await parts.afterLot()
  }
  return isAll && from >= files.length
}

type Prepared = WantedFile & { readonly hash: string; readonly prepared: PreparedFile | 'gone' | 'same' }

async function prepareLot(
  lot: readonly WantedFile[],
  { roots, store, briefs }: IngestParts,
): Promise<readonly Prepared[]> {
  const fixes: FixesBySlug = lot.length === 0 ? new Map() : await store.held.fixes()
  return mapFew(lot, OPEN_FILES, async (file): Promise<Prepared> => {
    if (file.signature === GONE) return { ...file, hash: '', prepared: 'gone' }
    const read = await readTextFile(pathOf(file.name, roots))
    if (read.kind === 'none') return { ...file, hash: '', prepared: { kind: 'unreadable', why: read.why } }
    const hash = hashOf(read.text)
    if (hash === file.known) return { ...file, hash, prepared: 'same' }
    const prepared = await briefs.brief({ name: file.name, text: read.text, fixes })
    const own = fixesIn(prepared, fixes)
    // another hash, so that what was posted before a fix is corrected
    return { ...file, hash: own.length === 0 ? hash : hashOf(read.text + JSON.stringify(own)), prepared }
  })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Each of a file's articles that has fixes, and these. */
function fixesIn(prepared: PreparedFile, fixes: FixesBySlug) {
  const slugs = prepared.kind === 'prepared' ? prepared.articles.map(({ slug }) => slug) : []
  return slugs.flatMap((slug) => (fixes.has(slug) ? [[slug, fixes.get(slug)] as const] : []))
}

/** Articles of one lot arrive in the order of their publication. */
async function writeLot(lot: readonly Prepared[], { store, now, zone }: IngestParts): Promise<boolean> {
  const read = lot.toSorted((left, right) => oldestIn(left) - oldestIn(right)).map(readFile)
  let isAll = true
  for (let from = 0; from < read.length; from += WRITE_BATCH) {
    const clock = { now: now().getTime(), zone }
    isAll = (await store.files.take(read.slice(from, from + WRITE_BATCH), clock)) && isAll
    await turn()
  }
  return isAll
}

function oldestIn({ prepared }: Prepared): number {
  if (typeof prepared !== 'object' || prepared.kind !== 'prepared') return Number.NEGATIVE_INFINITY
  return Math.min(...prepared.articles.map(({ published }) => published))
}

function readFile({ name, signature, hash, answers, prepared }: Prepared): ReadFile {
  const file = { name, signature, answers }
  if (prepared === 'gone' || prepared === 'same') return { ...file, kind: prepared }
  if (prepared.kind === 'unreadable') return { ...file, kind: 'broken', problem: `${name}: ${prepared.why}` }
  return { ...file, kind: 'articles', hash, articles: prepared.articles, page: prepared.page }
}
