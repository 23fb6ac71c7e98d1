import type { Slug } from '../article/article.ts'
import type { Language } from '../language/language.ts'
import { type Calendar, createCalendar } from './calendar.ts'
import type { Schedule } from './schedule.ts'

/** A digest that could not go out at its minute still goes out within this time, once. */
export const LATE_WINDOW_MS = 3 * 60 * 60_000

/** The most articles that one digest names; the others count as seen too. */
export const MOST_NAMED = 10

/** An article on hand: `number` is its place in the order of arrival, `chunks` how many there are to read. */
export type ShelfArticle = { readonly number: number; readonly slug: Slug; readonly chunks: number }

/** How far a reader is in an article: `furthest` is a chunk's index from 0; `startedAt` in epoch milliseconds. */
export type Progress = { readonly slug: Slug; readonly furthest: number; readonly startedAt: number }

/** What a chat has had so far: articles up to the number `seenThrough`, and where it stopped reading. */
export type Follower = { readonly seenThrough: number; readonly progress: readonly Progress[] }

/** A subscription whose time has come. `dueAt`: the due time it waits for, epoch milliseconds. */
export type DueSubscription = Follower & {
  readonly id: number
  readonly chatId: number
  readonly threadId: number
  readonly schedule: Schedule
  readonly language: Language
  readonly dueAt: number
}

/** `new`: the newest first, `total` counts the unnamed too. `chunk`: an index from 0. `nothing`: all is read; be silent. */
export type DigestContent =
  | { readonly kind: 'new'; readonly slugs: readonly Slug[]; readonly total: number }
  | { readonly kind: 'chunk'; readonly slug: Slug; readonly chunk: number }
  | { readonly kind: 'nothing' }

/** What one subscription gets: `dueAt` is the due time it is for; `skipped` due times before it stay unsent for good. */
export type PlannedDigest = {
  readonly subscription: DueSubscription
  readonly content: DigestContent
  readonly dueAt: number
  readonly skipped: number
  readonly nextDue: number
  readonly seenThrough: number
}

/**
 * Who gets what, and when next. After a downtime the latest due time goes out, if it is not older than the window, and
 * what was due before it is skipped.
 */
export function planDigests(
  due: readonly DueSubscription[],
  shelf: readonly ShelfArticle[],
  now: number,
): readonly PlannedDigest[] {
  const calendar = createCalendar()
  const newestFirst = [...shelf].sort((a, b) => b.number - a.number)
  return due.map((subscription) => planDigest(subscription, newestFirst, whenDue(calendar, subscription, now)))
}

/** What is new for a follower; else the next unread chunk: of what it began first, then of the newest not yet begun. */
export function chooseContent(follower: Follower, shelf: readonly ShelfArticle[]): DigestContent {
  return choose(
    follower,
    [...shelf].sort((a, b) => b.number - a.number),
  )
}

type When = { readonly dueAt: number; readonly skipped: number; readonly nextDue: number; readonly inWindow: boolean }

function planDigest(subscription: DueSubscription, newestFirst: readonly ShelfArticle[], when: When): PlannedDigest {
  const { inWindow, ...times } = when
  if (!inWindow) {
    return { ...times, subscription, content: { kind: 'nothing' }, seenThrough: subscription.seenThrough }
  }
  const content = choose(subscription, newestFirst)
  const seenThrough = Math.max(subscription.seenThrough, newestFirst[0]?.number ?? 0)
  return { ...times, subscription, content, seenThrough }
}

function whenDue(calendar: Calendar, subscription: DueSubscription, now: number): When {
  const { schedule } = subscription
  let dueAt = subscription.dueAt
  let nextDue = calendar.nextDue(schedule, dueAt)
  let skipped = 0
  while (nextDue <= now) {
    skipped += 1
    dueAt = nextDue
    nextDue = calendar.nextDue(schedule, dueAt)
  }
  const inWindow = now - dueAt <= LATE_WINDOW_MS
  return { dueAt, nextDue, inWindow, skipped: inWindow ? skipped : skipped + 1 }
}

function choose(follower: Follower, newestFirst: readonly ShelfArticle[]): DigestContent {
  const firstSeen = newestFirst.findIndex((article) => article.number <= follower.seenThrough)
  const total = firstSeen === -1 ? newestFirst.length : firstSeen
  if (total > 0) {
    const slugs = newestFirst.slice(0, Math.min(total, MOST_NAMED)).map((article) => article.slug)
    return { kind: 'new', slugs, total }
  }
  return nextChunk(follower, newestFirst)
}

function nextChunk(follower: Follower, newestFirst: readonly ShelfArticle[]): DigestContent {
  const progress = new Map(follower.progress.map((one) => [one.slug, one]))
  const nextOf = (article: ShelfArticle): number => (progress.get(article.slug)?.furthest ?? -1) + 1
  const unread = newestFirst.filter((article) => nextOf(article) < article.chunks)
  const begun = unread
    .flatMap((article) => {
      const startedAt = progress.get(article.slug)?.startedAt
      return startedAt === undefined ? [] : [{ article, startedAt }]
    })
    .reduce<{ article: ShelfArticle; startedAt: number } | null>(
      (first, one) => (first === null || one.startedAt < first.startedAt ? one : first),
      null,
    )
  const article = begun?.article ?? unread[0]
  return article === undefined ? { kind: 'nothing' } : { kind: 'chunk', slug: article.slug, chunk: nextOf(article) }
}
