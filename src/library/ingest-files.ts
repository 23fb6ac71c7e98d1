import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { FiledArticle, ReadFile } from '../store/articles/files.ts'
import type { Store } from '../store/store.ts'
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
  readonly store: Pick<Store, 'articles' | 'files'>
  readonly briefs: BriefFiles
  readonly now: () => Date
  /** Whether there is time for another lot. */
  readonly isTimeLeft: () => boolean
  /** Called after each lot is written. */
  readonly afterLot: () => Promise<void>
}

/** Reads, briefs and writes files in the order given; the next lot is briefed while one is written. `false`: files remain to be read. */
export async function ingestFiles(files: readonly ChangedFile[], parts: IngestParts): Promise<boolean> {
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

type Prepared = ChangedFile & { readonly hash: string; readonly prepared: PreparedFile | 'gone' | 'same' }

function prepareLot(lot: readonly ChangedFile[], { roots, briefs }: IngestParts): Promise<readonly Prepared[]> {
  return mapFew(lot, OPEN_FILES, async (file): Promise<Prepared> => {
    if (file.signature === GONE) return { ...file, hash: '', prepared: 'gone' }
    const read = await readTextFile(pathOf(file.name, roots))
    if (read.kind === 'none') return { ...file, hash: '', prepared: { kind: 'unreadable', why: read.why } }
    const hash = createHash('sha256').update(read.text).digest('hex')
    if (hash === file.known) return { ...file, hash, prepared: 'same' }
    return { ...file, hash, prepared: await briefs.brief({ name: file.name, text: read.text }) }
  })
}

async function writeLot(lot: readonly Prepared[], { store, now }: IngestParts): Promise<boolean> {
  const oldestFirst = lot
    .flatMap(({ prepared }) => (typeof prepared === 'object' && prepared.kind === 'prepared' ? prepared.articles : []))
    .toSorted((left, right) => left.published - right.published)
  const registered = await store.articles.register(oldestFirst, now().getTime())
  const numbers = new Map(registered.map(({ slug, number }) => [slug, number]))
  const read = lot.map((file) => readFile(file, numbers))
  let isAll = true
  for (let from = 0; from < read.length; from += WRITE_BATCH) {
    isAll = (await store.files.take(read.slice(from, from + WRITE_BATCH))) && isAll
    await turn()
  }
  return isAll
}

function readFile({ name, signature, hash, prepared }: Prepared, numbers: ReadonlyMap<string, number>): ReadFile {
  if (prepared === 'gone' || prepared === 'same') return { name, signature, kind: prepared }
  if (prepared.kind === 'unreadable') return { name, signature, kind: 'broken', problem: `${name}: ${prepared.why}` }
  const articles = prepared.articles.flatMap((rows): readonly FiledArticle[] => {
    const number = numbers.get(rows.slug)
    return number === undefined ? [] : [{ number, rows }]
  })
  return { name, signature, kind: 'articles', hash, articles }
}
