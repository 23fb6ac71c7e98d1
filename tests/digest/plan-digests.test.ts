import { describe, expect, test } from 'vitest'
import type { Slug } from '../../src/article/article.ts'
import {
  chooseContent,
  type DueSubscription,
  type Follower,
  LATE_WINDOW_MS,
  type Progress,
  planDigests,
  type ShelfArticle,
} from '../../src/digest/plan-digests.ts'
import { EVERY_DAY } from '../../src/digest/schedule.ts'

const HOUR = 3_600_000
const DUE = Date.UTC(2026, 5, 1, 8)

function aSlug(text: string): Slug {
  return text as Slug
}

function aShelf(...numbers: readonly number[]): readonly ShelfArticle[] {
  return numbers.map((number) => ({ number, slug: aSlug(`a-${number}`), chunks: 3 }))
}

function aFollower(seenThrough: number, ...progress: readonly [number, number, number][]): Follower {
  const places = progress.map(([article, furthest, startedAt]): Progress => {
    return { slug: aSlug(`a-${article}`), furthest, startedAt }
  })
  return { seenThrough, progress: places }
}

function aDue(parts: Partial<DueSubscription> = {}): DueSubscription {
  const schedule = { times: [480], days: EVERY_DAY, zone: 'UTC' }
  const place = { id: 1, chatId: 7, threadId: 0 }
  return { ...place, schedule, language: 'ar', dueAt: DUE, seenThrough: 0, progress: [], ...parts }
}

describe('chooseContent', () => {
  test.each<[string, Follower, readonly ShelfArticle[], object]>([
    ['all is new to the new', aFollower(0), aShelf(1, 2), { kind: 'new', slugs: ['a-2', 'a-1'], total: 2 }],
    ['only what came since', aFollower(2), aShelf(3, 1, 2, 5), { kind: 'new', slugs: ['a-5', 'a-3'], total: 2 }],
    ['nothing new: the newest not begun', aFollower(2), aShelf(1, 2), { kind: 'chunk', slug: 'a-2', chunk: 0 }],
    [
      'what was begun first goes on first',
      aFollower(3, [2, 0, 20], [1, 1, 10]),
      aShelf(1, 2, 3),
      { kind: 'chunk', slug: 'a-1', chunk: 2 },
    ],
    [
      'what is read to its end is left',
      aFollower(3, [1, 2, 10], [3, 5, 15]),
      aShelf(1, 2, 3),
      { kind: 'chunk', slug: 'a-2', chunk: 0 },
    ],
    [
      'an article that is gone is not followed',
      aFollower(3, [1, 0, 1]),
      aShelf(3),
      { kind: 'chunk', slug: 'a-3', chunk: 0 },
    ],
    ['all is read: silence', aFollower(2, [1, 2, 1], [2, 2, 1]), aShelf(1, 2), { kind: 'nothing' }],
    ['an empty shelf: silence', aFollower(0), [], { kind: 'nothing' }],
  ])('%s', (_, follower, shelf, expected) => {
    expect(chooseContent(follower, shelf)).toEqual(expected)
  })

  test('names ten and counts the others', () => {
    const content = chooseContent(aFollower(0), aShelf(...Array.from({ length: 13 }, (_, at) => at + 1)))
    expect(content).toMatchObject({ kind: 'new', total: 13 })
    expect(content.kind === 'new' && content.slugs.length).toBe(10)
  })
})

describe('planDigests', () => {
  const shelf = aShelf(1, 2)

  test('on time: what is new, all of it counted as seen, and the next time', () => {
    expect(planDigests([aDue()], shelf, DUE)).toMatchObject([
      { content: { kind: 'new' }, dueAt: DUE, skipped: 0, nextDue: DUE + 24 * HOUR, seenThrough: 2 },
    ])
  })

  test('late within the window: once, for the latest due time', () => {
    const schedule = { times: [480, 510, 540], days: EVERY_DAY, zone: 'UTC' }
    expect(planDigests([aDue({ schedule })], shelf, DUE + 2 * HOUR)).toMatchObject([
      { content: { kind: 'new' }, dueAt: DUE + HOUR, skipped: 2, nextDue: DUE + 24 * HOUR },
    ])
  })

  test('too late: skipped and counted, and nothing is counted as seen', () => {
    expect(planDigests([aDue()], shelf, DUE + LATE_WINDOW_MS + 1)).toMatchObject([
      { content: { kind: 'nothing' }, skipped: 1, nextDue: DUE + 24 * HOUR, seenThrough: 0 },
    ])
  })

  test('a month of downtime skips each day but the last', () => {
    expect(planDigests([aDue()], shelf, DUE + 30 * 24 * HOUR)).toMatchObject([
      { content: { kind: 'new' }, skipped: 30, dueAt: DUE + 30 * 24 * HOUR, nextDue: DUE + 31 * 24 * HOUR },
    ])
  })

  test('what was seen never goes back when articles leave the shelf', () => {
    expect(planDigests([aDue({ seenThrough: 9 })], shelf, DUE)).toMatchObject([{ seenThrough: 9 }])
  })
})
