import type { Slug } from '../article/article.ts'
import type { Language } from '../language/language.ts'
import type { ArticleTerms } from './article-terms.ts'
import { type Calendar, createCalendar } from './calendar.ts'
import { nextDraft } from './drafts.ts'
import type { Reason } from './form.ts'
import { createMatcher } from './matching.ts'
import { quietUntil } from './quiet-hours.ts'
import type { Schedule } from './schedule.ts'
import { isChoosy, type Wishes } from './wishes.ts'

/** A digest that missed its due time is still sent within this time, once. */
export const LATE_WINDOW_MS = 3 * 60 * 60_000

/** An article on hand: `number` is its place in the order of arrival, `chunks` how many there are to read. */
export type ShelfArticle = {
  readonly number: number
  readonly slug: Slug
  readonly chunks: number
  /** Called only for chats with keywords or speakers. */
  readonly terms: () => ArticleTerms
}

/** A reader's position in an article: `furthest` is a chunk's index from 0; `startedAt` in epoch milliseconds. */
export type Progress = { readonly slug: Slug; readonly furthest: number; readonly startedAt: number }

/** A chat's wishes, the number of the last article its digests covered, and its reading positions. */
export type Follower = {
  readonly seenThrough: number
  readonly progress: readonly Progress[]
  readonly wishes: Wishes
}

/**
 * A subscription to plan now. `dueAt`: its due time or, where editors review its digests (`isDrafted`), the time to make the
 * draft; epoch milliseconds.
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
 * `new`: newest first; `total` counts the unnamed too; `reasons`: one for each article when the chat follows keywords or
 * speakers, else none; `more`: a part to read with them. `empty`: say that nothing is new. `nothing`: send no digest.
 */
export type DigestContent =
  | {
      readonly kind: 'new'
      readonly slugs: readonly Slug[]
      readonly total: number
      readonly reasons: readonly (Reason | null)[]
      readonly more: NextPart | null
    }
  | ({ readonly kind: 'chunk' } & NextPart)
  | { readonly kind: 'empty' }
  | { readonly kind: 'nothing' }

/**
 * `dueAt`: the due time this digest is for; `skipped`: earlier due times that are never sent; `nextDue`: when to plan next;
 * `isContentChosen`: false when it is too late, or the digest waits for the end of quiet hours.
 */
export type PlannedDigest = {
  readonly isContentChosen: boolean
  readonly subscription: DueSubscription
  readonly content: DigestContent
  readonly dueAt: number
  readonly skipped: number
  readonly nextDue: number
  readonly seenThrough: number
}

/** The articles on hand, for planning. */
export type Edition = {
  /** The articles that arrived last, newest first; a chat's followed and unread articles are found among them. */
  readonly recent: readonly ShelfArticle[]
  /** How many articles arrived after that number. */
  readonly countAfter: (number: number) => number
  /** Any article, however old; `null`: it is not on hand. */
  readonly find: (slug: Slug) => ShelfArticle | null
}

/** An edition whose articles are all recent. */
export function editionOf(articles: readonly ShelfArticle[]): Edition {
  const recent = articles.toSorted((left, right) => right.number - left.number)
  const bySlug = new Map(recent.map((article) => [article.slug, article]))
  return {
    recent,
    countAfter: (number) => arrivedAfter(recent, number).length,
    find: (slug) => bySlug.get(slug) ?? null,
  }
}

/**
 * What each subscription gets, and when to plan it next. After a downtime the latest due time is sent if it is within the
 * window; earlier due times are skipped.
 */
export function planDigests(due: readonly DueSubscription[], edition: Edition, now: number): readonly PlannedDigest[] {
  const calendar = createCalendar()
  const choose = createChoice(edition)
  return due.map((subscription): PlannedDigest => {
    const when = whenDue(calendar, subscription, now)
    const { seenThrough } = subscription
    if (!when.isContentChosen) return { ...when, subscription, content: { kind: 'nothing' }, seenThrough }
    const newest = edition.recent[0]?.number ?? 0
    return { ...when, subscription, content: choose(subscription), seenThrough: Math.max(seenThrough, newest) }
  })
}

/** New articles for a follower; else the next unread chunk of the article begun earliest, then of the newest not begun. */
export function chooseContent(follower: Follower, edition: Edition): DigestContent {
  return createChoice(edition)(follower)
}

type When = {
  readonly dueAt: number
  readonly skipped: number
  readonly nextDue: number
  readonly isContentChosen: boolean
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
    return { dueAt, nextDue: draftAt, isContentChosen: inWindow, skipped: inWindow ? skipped : skipped + 1 }
  }
  const loud = inWindow ? quietUntil(schedule, dueAt, now) : null
  if (loud !== null) return { dueAt, nextDue: Math.min(nextDue, loud), isContentChosen: false, skipped }
  return { dueAt, nextDue, isContentChosen: inWindow, skipped: inWindow ? skipped : skipped + 1 }
}

function createChoice(edition: Edition): (follower: Follower) => DigestContent {
  const match = createMatcher()
  return (follower) => {
    const { wishes, seenThrough } = follower
    const reasonOf = (article: ShelfArticle) => match(wishes, article.terms())
    const isWanted = isChoosy(wishes) ? (article: ShelfArticle) => reasonOf(article) !== null : () => true
    const wanted = arrivedAfter(edition.recent, seenThrough).filter(isWanted)
    if (wanted.length === 0) return chooseWhenEmpty(follower, () => nextPart(follower, edition, isWanted))
    const named = wanted.slice(0, wishes.most)
    return {
      kind: 'new',
      slugs: named.map((article) => article.slug),
      total: isChoosy(wishes) ? wanted.length : edition.countAfter(seenThrough),
      reasons: isChoosy(wishes) ? named.flatMap((article) => reasonOf(article) ?? []) : [],
      more: wishes.sections.includes('chunk') ? nextPart(follower, edition, isWanted) : null,
    }
  }
}

function arrivedAfter(newestFirst: readonly ShelfArticle[], number: number): readonly ShelfArticle[] {
  const firstSeen = newestFirst.findIndex((article) => article.number <= number)
  return firstSeen === -1 ? newestFirst : newestFirst.slice(0, firstSeen)
}

function chooseWhenEmpty({ wishes }: Follower, partOf: () => NextPart | null): DigestContent {
  if (wishes.whenEmpty !== 'part') return { kind: wishes.whenEmpty === 'line' ? 'empty' : 'nothing' }
  const part = partOf()
  return part === null ? { kind: 'nothing' } : { kind: 'chunk', ...part }
}

/** Only the articles begun last are checked for unread chunks. */
const MOST_BEGUN = 20

function nextPart(
  { progress }: Follower,
  { recent, find }: Edition,
  isWanted: (article: ShelfArticle) => boolean,
): NextPart | null {
  const earliestFirst = progress.toSorted((left, right) => left.startedAt - right.startedAt).slice(-MOST_BEGUN)
  const open = earliestFirst
    .flatMap(({ slug, furthest }) => ({ article: find(slug), chunk: furthest + 1 }))
    .find(({ article, chunk }) => article !== null && chunk < article.chunks && isWanted(article))
  if (open?.article) return { slug: open.article.slug, chunk: open.chunk }
  const begun = new Set(progress.map(({ slug }) => slug))
  const article = recent.find((one) => !begun.has(one.slug) && one.chunks > 0 && isWanted(one))
  return article === undefined ? null : { slug: article.slug, chunk: 0 }
}

/** The part of an article in a digest; it counts as read. */
export function partIn(content: DigestContent): NextPart | null {
  if (content.kind === 'new') return content.more
  return content.kind === 'chunk' ? { slug: content.slug, chunk: content.chunk } : null
}

/** The articles that a digest shows, in order. */
export function slugsIn(content: DigestContent): readonly Slug[] {
  const named = content.kind === 'new' ? content.slugs : []
  const part = partIn(content)
  return [...new Set(part === null ? named : [...named, part.slug])]
}

/** How many new articles a digest does not name. */
export function unnamedIn(content: DigestContent): number {
  return content.kind === 'new' ? content.total - content.slugs.length : 0
}
