import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { FeedItem } from '../article/feed.ts'
import { createLoop, type Loop } from '../delivery/loop.ts'
import type { ReadDocument, SourceDocument } from '../library/read-document.ts'
import type { ItemState } from '../store/sources/feed-items.ts'
import type { FeedSource } from '../store/sources/sources.ts'
import type { Store } from '../store/store.ts'
import type { BringIn } from './bring-in.ts'
import { asFeedSays, readItem, wordsWithin } from './feed-item.ts'
import type { Fetch, FetchedPage } from './fetch-page.ts'
import { documentOf } from './importer.ts'
import type { Refusal } from './refusal.ts'

export type FeedReaderParts = {
  readonly store: Pick<Store, 'sources' | 'feedItems'>
  readonly fetch: Fetch
  readonly read: (document: SourceDocument) => Promise<ReadDocument>
  readonly bringIn: BringIn
  readonly now: () => Date
  readonly log: Logger
  readonly isOnDuty: () => boolean
}

const MINUTE_MS = 60_000
const EVERY_MS = 15 * MINUTE_MS
/** After a failure it doubles; and no server may send us away for longer. */
const LONGEST_MS = 24 * 60 * MINUTE_MS
/** How often at least the table is looked at: a clock may be set anew. */
const LOOK_MS = MINUTE_MS
/** Of a feed that is new, only its newest items come in: the others were news before it was followed. */
export const FIRST_ITEMS = 3
/** Items brought in at one reading of a feed; the others a minute later. */
const MOST_AT_ONCE = 20
/** Readings in which an item's page may fail before what the feed itself says is taken. */
const MOST_ATTEMPTS = 3

/**
 * Follows feeds. A state in `feed_items` for each item says what has come in, so that nothing comes twice, and nothing is
 * passed over: what could not be fetched is tried at the next reading, for which the feed is then asked for as a whole.
 *
 *     due ── unchanged ──────────────────────────────> in 15 minutes
 *      │ ── refused, no feed ── Retry-After, back-off ─> in 15 minutes to a day
 *      └─── items ── all in ── validators kept ───────> in 15 minutes
 *                 └─ some left ── none kept ──────────> in 1 or 15 minutes
 */
export function createFeedReader(parts: FeedReaderParts): Loop {
  const { store, now, log, isOnDuty } = parts
  const stopping = new AbortController()

  async function look(): Promise<number> {
    const at = now().getTime()
    for (const feed of await store.sources.due(at, at + LONGEST_MS)) {
      await readFeedOnce(feed, { ...parts, signal: stopping.signal })
      if (stopping.signal.aborted) break
    }
    const next = (await store.sources.nextDue()) ?? Number.POSITIVE_INFINITY
    return Math.max(0, Math.min(LOOK_MS, next - now().getTime()))
  }

  const loop = createLoop({ look, retryMs: LOOK_MS, trouble: 'the feeds could not be read', log, isOnDuty })
  return {
    ...loop,
    stop: async () => {
      stopping.abort()
      await loop.stop()
    },
  }
}

type Reading = FeedReaderParts & { readonly signal: AbortSignal }

async function readFeedOnce(feed: FeedSource, reading: Reading): Promise<void> {
  const { store, fetch, now, signal } = reading
  const { etag, modified } = feed
  const fetched = await fetch(feed.key, { known: { etag, modified }, signal })
  if (signal.aborted) return
  const next = (ms: number) => now().getTime() + ms
  switch (fetched.kind) {
    case 'unchanged':
      return store.sources.keep(feed.id, { ...feed, failures: 0, trouble: null, nextAt: next(EVERY_MS) })
    case 'refused':
      return store.sources.keep(feed.id, failed(feed, fetched.refusal, next))
    case 'page':
      return takeFeed(feed, fetched, reading)
  }
}

function failed(feed: FeedSource, { why, words, retryAfterSeconds }: Refusal, next: (ms: number) => number) {
  const failures = feed.failures + 1
  const wait = Math.max(EVERY_MS * 2 ** Math.min(failures - 1, 10), (retryAfterSeconds ?? 0) * 1000)
  return { ...feed, failures, trouble: { why, words }, nextAt: next(Math.min(wait, LONGEST_MS)) }
}

async function takeFeed(feed: FeedSource, page: FetchedPage, reading: Reading): Promise<void> {
  const { store, read, now, signal } = reading
  const next = (ms: number) => now().getTime() + ms
  const document = await read({ ...documentOf(page, now()), as: 'feed' })
  if (document.kind !== 'feed') {
    return store.sources.keep(feed.id, failed(feed, { why: 'no-feed', words: {}, retryAfterSeconds: null }, next))
  }
  const title = document.title ?? feed.title
  const { left, isMore } = await takeItems({ ...feed, title }, document.items, reading)
  if (signal.aborted) return
  const { etag, modified } = left === 0 ? page : { etag: null, modified: null }
  const state = { ...feed, title, etag, modified, isBegun: true, failures: 0, trouble: null }
  await store.sources.keep(feed.id, { ...state, nextAt: next(isMore ? MINUTE_MS : EVERY_MS) })
}

/** The content of an item that was old when its feed was new: it stays out, also where it changes. */
const OLD = 'old'

type FreshItem = { readonly item: FeedItem; readonly state: ItemState; readonly attempts: number }

/** `left`: items that have not come in; `isMore`: some of them were not even tried. */
type Taken = { readonly left: number; readonly isMore: boolean }

async function takeItems(feed: FeedSource, items: readonly FeedItem[], reading: Reading): Promise<Taken> {
  const { store, now, signal } = reading
  const states = items.map((item) => ({ item, state: stateOf(item) }))
  const known = await store.feedItems.known(
    feed.id,
    states.map(({ state }) => state.item),
  )
  const fresh = states.flatMap(({ item, state }): readonly FreshItem[] => {
    const before = known.get(state.item)
    const isDone = before !== undefined && [state.content, OLD].includes(before.content ?? '')
    return isDone ? [] : [{ item, state, attempts: before?.attempts ?? 0 }]
  })
  const newestFirst = fresh.toSorted((one, other) => timeOf(other.item) - timeOf(one.item))
  const wanted = feed.isBegun ? newestFirst : newestFirst.slice(0, FIRST_ITEMS)
  const old = newestFirst.slice(wanted.length).map(({ state }) => ({ ...state, content: OLD }))
  await store.feedItems.done(feed.id, old, now().getTime())
  let left = wanted.length
  for (const one of wanted.toReversed().slice(0, MOST_AT_ONCE)) {
    if (signal.aborted) break
    const outcome = await takeItem(feed, one, reading)
    if (outcome === 'in') left -= 1
    if (outcome === 'too-many') return { left, isMore: false }
  }
  return { left, isMore: wanted.length > MOST_AT_ONCE }
}

function timeOf({ published }: FeedItem): number {
  return published === null ? 0 : Date.parse(published)
}

/** Hashes: an item may be long, and only markup may change in it. */
function stateOf({ id, title, url, html }: FeedItem): ItemState {
  const hash = (...texts: readonly (string | null)[]) =>
    createHash('sha256').update(texts.join('\n')).digest('base64url')
  return { item: hash(id), content: hash(title, url, wordsWithin(html)) }
}

async function takeItem(
  feed: FeedSource,
  { item, state, attempts }: FreshItem,
  reading: Reading,
): Promise<'in' | 'later' | 'too-many'> {
  const { store, bringIn, now, log, signal } = reading
  const at = now()
  const parsed = await readItem(item, reading, attempts + 1 >= MOST_ATTEMPTS)
  if (signal.aborted) return 'later'
  if (parsed === 'later') {
    await store.feedItems.tried(feed.id, state.item, at.getTime())
    return 'later'
  }
  if (parsed.kind === 'article') {
    const incoming = {
      ...asFeedSays(parsed, item, { feed, now: at }),
      isSlugged: false,
      source: feed.key,
      keys: [`${feed.key}\n${item.id}`],
    }
    const brought = await bringIn({ ...incoming, holds: feed.mode === 'hold', isAsked: false })
    if (brought.kind === 'too-many') return 'too-many'
    log.info({ feed: feed.key, ...brought }, 'an item of a feed came in')
  } else log.warn({ feed: feed.key, item: item.url ?? item.id, why: parsed.why }, 'an item of a feed can’t be read')
  await store.feedItems.done(feed.id, [state], at.getTime())
  return 'in'
}
