import { keyOf } from '../../article/key.ts'
import { createLoop, type Loop, type WorkerParts } from '../../delivery/loop.ts'
import { type HalfUnderstood, renderFileNotice } from '../../messages/views/file-notice.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Store } from '../../store/store.ts'
import { type OwnersOptions, tellOwners } from './tell-owners.ts'

export type FileNoticeOptions = OwnersOptions &
  Pick<WorkerParts, 'isOnDuty'> & { readonly store: Pick<Store, 'archive' | 'files' | 'meta'> }

const EVERY_MS = 30_000
/** Until owners who could not be reached are tried again. */
const UNREACHED_MS = 10 * 60_000
/** The keys of the problems that owners were told of, separated by spaces. */
const PROBLEMS_KEY = 'told-problems'
/** The number of the last article that was looked at. */
const ARTICLES_KEY = 'told-articles-through'
/** New articles looked at in one look. */
const STEP = 50
/** With more articles than this at the first look, the archive is older than these notices. */
const MOST_AT_FIRST = 200

/** Tells the owners, once each, of files that can't be used, and of new articles without a title, a date or a source. */
export function createFileNotice(options: FileNoticeOptions): Loop {
  const { store, ownerIds, log, isOnDuty } = options

  async function look(): Promise<number> {
    if (ownerIds.length === 0) return Number.POSITIVE_INFINITY
    const problems = await unsaidProblems(store)
    const articles = await unseenArticles(store)
    const found = { problems: problems.unsaid, half: articles.half }
    const isNothing = found.problems.length + found.half.length === 0
    // what reached nobody is told again
    if (!isNothing && !(await tellOwners((wording) => renderFileNotice(found, wording), options))) return UNREACHED_MS
    if (problems.keys !== problems.told) await store.meta.set(PROBLEMS_KEY, problems.keys)
    if (articles.through !== articles.seen) await store.meta.set(ARTICLES_KEY, articles.through)
    return EVERY_MS
  }

  return createLoop({ look, retryMs: EVERY_MS, trouble: 'the files could not be looked at for notices', log, isOnDuty })
}

/** The problems that owners were not told of; one that is gone and comes back is told again. */
async function unsaidProblems({ files, meta }: FileNoticeOptions['store']) {
  const told = (await meta.get(PROBLEMS_KEY)) ?? ''
  const known = new Set(told.split(' '))
  const problems = await files.problems()
  const unsaid = problems.filter((problem) => !known.has(keyOf(problem)))
  return { told, keys: problems.map((problem) => keyOf(problem)).join(' '), unsaid }
}

/** The half-understood among the articles since the last look. */
async function unseenArticles({ archive, meta }: FileNoticeOptions['store']) {
  const seen = await meta.get(ARTICLES_KEY)
  const newest = await archive.newestNumber()
  const from = seen === null ? (newest > MOST_AT_FIRST ? newest : 0) : Number(seen)
  const through = Math.min(newest, from + STEP)
  const items = await archive.byNumbers(Array.from({ length: Math.max(0, through - from) }, (_, at) => from + at + 1))
  return { seen, through: String(through), half: items.map(halfUnderstood).filter(({ lacks }) => lacks.length > 0) }
}

function halfUnderstood({ slug, briefing }: ShelfItem): HalfUnderstood {
  const { title, source, published } = briefing.article
  const lacks = [
    ...(title.derived ? (['title'] as const) : []),
    ...(source === null ? (['source'] as const) : []),
    ...(published === null ? (['date'] as const) : []),
  ]
  return { slug, title: title.text, lacks }
}
