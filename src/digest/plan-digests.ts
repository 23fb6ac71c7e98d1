import type { Slug } from '../article/article.ts'
import type { Language } from '../language/language.ts'
import type { ArticleTerms } from './article-terms.ts'
import { type Calendar, createCalendar } from './calendar.ts'
import { nextDraft } from './drafts.ts'
import type { Reason } from './form.ts'
import { createMatcher, type Matcher } from './matching.ts'
import { quietUntil } from './quiet-hours.ts'
import type { Schedule } from './schedule.ts'
import { isChoosy, type Wishes } from './wishes.ts'

/** A digest that could not go out at its minute still goes out within this time, once. */
export const LATE_WINDOW_MS = 3 * 60 * 60_000

/** An article on hand: `number` is its place in the order of arrival, `chunks` how many there are to read. */
export type ShelfArticle = {
  readonly number: number
  readonly slug: Slug
  readonly chunks: number
  /** What the chats' own words are compared with; asked only for chats that have some. */
  readonly terms: () => ArticleTerms
}

/** How far a reader is in an article: `furthest` is a chunk's index from 0; `startedAt` in epoch milliseconds. */
export type Progress = { readonly slug: Slug; readonly furthest: number; readonly startedAt: number }

/** What a chat wants and has had so far: articles up to the number `seenThrough`, and where it stopped reading. */
export type Follower = {
  readonly seenThrough: number
  readonly progress: readonly Progress[]
  readonly wishes: Wishes
}

/**
 * A subscription whose time has come. `dueAt`: the due time it waits for, epoch milliseconds; where its digests go to
 * editors first (`isDrafted`), the time to make the draft.
 */
export type DueSubscription = Follower & {
  readonly id: number
  readonly chatId: number
  readonly threadId: number
  readonly schedule: Schedule
  readonly language: Language
  readonly dueAt: number
  readonly isDrafted: boolean
}

/** A part of an article to read: `chunk` is an index from 0. */
export type NextPart = { readonly slug: Slug; readonly chunk: number }

/**
 * `new`: the newest first, `total` counts the unnamed too; `reasons`: one an article for a chat that wants some only, else
 * none; `more`: a part to read with them. `empty`: say that nothing is new. `nothing`: be silent.
 */
export type DigestContent =
  | {
      readonly kind: 'new'
      readonly slugs: readonly Slug[]
      readonly total: number
      readonly reasons: readonly Reason[]
      readonly more: NextPart | null
    }
  | ({ readonly kind: 'chunk' } & NextPart)
  | { readonly kind: 'empty' }
  | { readonly kind: 'nothing' }

/**
 * What one subscription gets: `dueAt` is the due time it is for; `skipped` due times before it stay unsent for good;
 * `nextDue` is when it is looked at next.
 * `isTold` is false where no content was looked for: it is too late, or put off to the end of quiet hours.
 */
export type PlannedDigest = {
  readonly isTold: boolean
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
  const edition = editionOf(shelf)
  return due.map((subscription) => planDigest(subscription, edition, whenDue(calendar, subscription, now)))
}

/** What is new for a follower; else the next unread chunk: of what it began first, then of the newest not yet begun. */
export function chooseContent(follower: Follower, shelf: readonly ShelfArticle[]): DigestContent {
  return choose(follower, editionOf(shelf))
}

/** What is on hand, newest first, and how to tell what a chat wants of it. */
type Edition = { readonly newestFirst: readonly ShelfArticle[]; readonly match: Matcher }

function editionOf(shelf: readonly ShelfArticle[]): Edition {
  return { newestFirst: [...shelf].sort((a, b) => b.number - a.number), match: createMatcher() }
}

type When = { readonly dueAt: number; readonly skipped: number; readonly nextDue: number; readonly isTold: boolean }

function planDigest(subscription: DueSubscription, edition: Edition, when: When): PlannedDigest {
  if (!when.isTold) {
    return { ...when, subscription, content: { kind: 'nothing' }, seenThrough: subscription.seenThrough }
  }
  const content = choose(subscription, edition)
  const seenThrough = Math.max(subscription.seenThrough, edition.newestFirst[0]?.number ?? 0)
  return { ...when, subscription, content, seenThrough }
}

function whenDue(calendar: Calendar, subscription: DueSubscription, now: number): When {
  const { schedule, isDrafted } = subscription
  let dueAt = isDrafted ? calendar.nextDue(schedule, subscription.dueAt) : subscription.dueAt
  let nextDue = calendar.nextDue(schedule, dueAt)
  let skipped = 0
  while (nextDue <= now) {
    skipped += 1
    dueAt = nextDue
    nextDue = calendar.nextDue(schedule, dueAt)
  }
  const inWindow = now - dueAt <= LATE_WINDOW_MS
  if (isDrafted) {
    // quiet hours are the readers': an editor decides what is late
    const { draftAt } = nextDraft(schedule, dueAt, calendar)
    return { dueAt, nextDue: draftAt, isTold: inWindow, skipped: inWindow ? skipped : skipped + 1 }
  }
  const loud = inWindow ? quietUntil(schedule, dueAt, now) : null
  if (loud !== null) return { dueAt, nextDue: Math.min(nextDue, loud), isTold: false, skipped }
  return { dueAt, nextDue, isTold: inWindow, skipped: inWindow ? skipped : skipped + 1 }
}

function choose(follower: Follower, { newestFirst, match }: Edition): DigestContent {
  const { wishes } = follower
  const firstSeen = newestFirst.findIndex((article) => article.number <= follower.seenThrough)
  const fresh = firstSeen === -1 ? newestFirst : newestFirst.slice(0, firstSeen)
  const reasonOf = (article: ShelfArticle) => match(wishes, article.terms())
  const wanted = isChoosy(wishes) ? fresh.filter((article) => reasonOf(article) !== null) : fresh
  const readable = () => (isChoosy(wishes) ? newestFirst.filter((article) => reasonOf(article) !== null) : newestFirst)
  if (wanted.length === 0) return chooseWhenEmpty(follower, readable)
  const named = wanted.slice(0, wishes.most)
  return {
    kind: 'new',
    slugs: named.map((article) => article.slug),
    total: wanted.length,
    reasons: isChoosy(wishes) ? named.flatMap((article) => reasonOf(article) ?? []) : [],
    more: wishes.sections.includes('chunk') ? nextPart(follower, readable()) : null,
  }
}

function chooseWhenEmpty(follower: Follower, readable: () => readonly ShelfArticle[]): DigestContent {
  if (follower.wishes.whenEmpty !== 'part') return { kind: follower.wishes.whenEmpty === 'line' ? 'empty' : 'nothing' }
  const part = nextPart(follower, readable())
  return part === null ? { kind: 'nothing' } : { kind: 'chunk', ...part }
}

function nextPart(follower: Follower, newestFirst: readonly ShelfArticle[]): NextPart | null {
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
  return article === undefined ? null : { slug: article.slug, chunk: nextOf(article) }
}

/** The part of an article that a digest brings: it counts as read. */
export function partIn(content: DigestContent): NextPart | null {
  if (content.kind === 'new') return content.more
  return content.kind === 'chunk' ? { slug: content.slug, chunk: content.chunk } : null
}

/** The articles of which a digest shows something. */
export function slugsIn(content: DigestContent): readonly Slug[] {
  const named = content.kind === 'new' ? content.slugs : []
  const part = partIn(content)
  return [...new Set(part === null ? named : [...named, part.slug])]
}
