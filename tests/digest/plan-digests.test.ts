import { describe, expect, test } from 'vitest'
import type { Slug } from '../../src/article/article.ts'
import { NO_TERMS } from '../../src/digest/article-terms.ts'
import {
  chooseContent,
  type DueSubscription,
  type Edition,
  editionOf,
  type Follower,
  LATE_WINDOW_MS,
  type Progress,
  planDigests,
  type ShelfArticle,
} from '../../src/digest/plan-digests.ts'
import { EVERY_DAY } from '../../src/digest/schedule.ts'
import { USUAL_WISHES, type Wishes } from '../../src/digest/wishes.ts'

const HOUR = 3_600_000
const DUE = Date.UTC(2026, 5, 1, 8)

function aSlug(text: string): Slug {
  return text as Slug
}

function anEdition(...numbers: readonly number[]): Edition {
  return editionOf(numbers.map((number) => ({ number, slug: aSlug(`a-${number}`), chunks: 3, terms: () => NO_TERMS })))
}

function aFollower(seenThrough: number, ...progress: readonly [number, number, number][]): Follower {
  const places = progress.map(([article, furthest, startedAt]): Progress => {
    return { slug: aSlug(`a-${article}`), furthest, startedAt }
  })
  return { seenThrough, progress: places, wishes: USUAL_WISHES }
}

function aDue(parts: Partial<DueSubscription> = {}): DueSubscription {
  const schedule = { times: [480], days: EVERY_DAY, zone: 'UTC' }
  const place = { id: 1, chatId: 7, threadId: 0 }
  return {
    ...place,
    isDrafted: false,
    schedule,
    language: 'ar',
    dueAt: DUE,
    seenThrough: 0,
    progress: [],
    wishes: USUAL_WISHES,
    ...parts,
  }
}

describe('chooseContent', () => {
  test.each<[string, Follower, Edition, object]>([
    ['all is new to the new', aFollower(0), anEdition(1, 2), { kind: 'new', slugs: ['a-2', 'a-1'], total: 2 }],
    ['only what came since', aFollower(2), anEdition(3, 1, 2, 5), { kind: 'new', slugs: ['a-5', 'a-3'], total: 2 }],
    ['nothing new: the newest not begun', aFollower(2), anEdition(1, 2), { kind: 'chunk', slug: 'a-2', chunk: 0 }],
    [
      'what was begun first goes on first',
      aFollower(3, [2, 0, 20], [1, 1, 10]),
      anEdition(1, 2, 3),
      { kind: 'chunk', slug: 'a-1', chunk: 2 },
    ],
    [
      'what is read to its end is left',
      aFollower(3, [1, 2, 10], [3, 5, 15]),
      anEdition(1, 2, 3),
      { kind: 'chunk', slug: 'a-2', chunk: 0 },
    ],
    [
      'an article that is gone is not followed',
      aFollower(3, [1, 0, 1]),
      anEdition(3),
      { kind: 'chunk', slug: 'a-3', chunk: 0 },
    ],
    ['all is read: silence', aFollower(2, [1, 2, 1], [2, 2, 1]), anEdition(1, 2), { kind: 'nothing' }],
    ['an empty archive: silence', aFollower(0), anEdition(), { kind: 'nothing' }],
  ])('%s', (_, follower, edition, expected) => {
    expect(chooseContent(follower, edition)).toMatchObject(expected)
  })

  test('names ten and counts the others', () => {
    const content = chooseContent(aFollower(0), anEdition(...Array.from({ length: 13 }, (_, at) => at + 1)))
    expect(content).toMatchObject({ kind: 'new', total: 13 })
    expect(content.kind === 'new' && content.slugs.length).toBe(10)
  })
})

describe('planDigests', () => {
  const edition = anEdition(1, 2)

  test('on time: new articles, all counted as covered, and the next due time', () => {
    expect(planDigests([aDue()], edition, DUE)).toMatchObject([
      { content: { kind: 'new' }, dueAt: DUE, skipped: 0, nextDue: DUE + 24 * HOUR, seenThrough: 2 },
    ])
  })

  test('late within the window: once, for the latest due time', () => {
    const schedule = { times: [480, 510, 540], days: EVERY_DAY, zone: 'UTC' }
    expect(planDigests([aDue({ schedule })], edition, DUE + 2 * HOUR)).toMatchObject([
      { content: { kind: 'new' }, dueAt: DUE + HOUR, skipped: 2, nextDue: DUE + 24 * HOUR },
    ])
  })

  test('too late: skipped and counted, and no article is covered', () => {
    expect(planDigests([aDue()], edition, DUE + LATE_WINDOW_MS + 1)).toMatchObject([
      { content: { kind: 'nothing' }, skipped: 1, nextDue: DUE + 24 * HOUR, seenThrough: 0 },
    ])
  })

  test('a month of downtime skips each day but the last', () => {
    expect(planDigests([aDue()], edition, DUE + 30 * 24 * HOUR)).toMatchObject([
      { content: { kind: 'new' }, skipped: 30, dueAt: DUE + 30 * 24 * HOUR, nextDue: DUE + 31 * 24 * HOUR },
    ])
  })

  test('coverage never goes back when articles leave the archive', () => {
    expect(planDigests([aDue({ seenThrough: 9 })], edition, DUE)).toMatchObject([{ seenThrough: 9 }])
  })
})

describe('wishes', () => {
  const about = (...stems: readonly string[]) => ({ stems: new Set(stems), speakers: [['سلمى', 'الراوي']] })
  const articles: readonly ShelfArticle[] = [
    ...[1, 2, 3].map((number) => ({ number, slug: aSlug(`a-${number}`), chunks: 1, terms: () => about('جسر') })),
    { number: 4, slug: aSlug('a-4'), chunks: 1, terms: () => about('مطار') },
  ]
  const edition = editionOf(articles)
  const choose = (wishes: Partial<Wishes>, seenThrough = 0) =>
    chooseContent({ seenThrough, progress: [], wishes: { ...USUAL_WISHES, ...wishes } }, edition)

  test('at most so many, the newest; the others are counted', () => {
    expect(choose({ most: 2 })).toMatchObject({ slugs: ['a-4', 'a-3'], total: 4 })
  })

  test('only followed articles, and why', () => {
    const reason = { kind: 'keyword', words: 'الجسور' }
    const expected = { slugs: ['a-3', 'a-2'], total: 2, reasons: [reason, reason] }
    expect(choose({ keywords: ['الجسور'] }, 1)).toMatchObject(expected)
  })

  test('no followed article is new: the choice for empty digests', () => {
    const followed = { keywords: ['جسر'] }
    expect(choose({ ...followed, whenEmpty: 'line' }, 3)).toEqual({ kind: 'empty' })
    expect(choose({ ...followed, whenEmpty: 'silent' }, 3)).toEqual({ kind: 'nothing' })
    expect(choose(followed, 3)).toEqual({ kind: 'chunk', slug: 'a-3', chunk: 0 })
    expect(choose({ keywords: ['قمر'] })).toEqual({ kind: 'nothing' })
  })

  test('a part more with the news', () => {
    const sections = ['line', 'chunk'] as const
    expect(choose({ sections }, 3)).toMatchObject({ kind: 'new', more: { slug: 'a-4', chunk: 0 } })
    expect(choose({}, 3)).toMatchObject({ kind: 'new', more: null })
  })

  test('unfollowed articles count as covered, so they are not sent later', () => {
    const due = aDue({ wishes: { ...USUAL_WISHES, keywords: ['قمر'] } })
    expect(planDigests([due], edition, DUE)).toMatchObject([{ content: { kind: 'nothing' }, seenThrough: 4 }])
  })

  test('terms are not read where all articles are wanted', () => {
    const asked = articles.map((article) => ({
      ...article,
      terms: (): never => {
        throw new Error('not wanted')
      },
    }))
    expect(planDigests([aDue()], editionOf(asked), DUE)).toMatchObject([{ content: { kind: 'new', total: 4 } }])
  })
})

describe('quiet hours', () => {
  const exceptions = { quiet: { from: 1320, to: 420 }, season: null, resumes: null }
  const schedule = { times: [1290], days: EVERY_DAY, zone: 'Africa/Cairo', exceptions }
  const due = Date.UTC(2026, 5, 1, 18, 30)

  test('a digest on time is not held', () => {
    expect(planDigests([aDue({ schedule, dueAt: due })], anEdition(1), due + 59_000)).toMatchObject([
      { isContentChosen: true },
    ])
  })

  test('one that is late into them waits for their end, and goes out once', () => {
    const late = planDigests([aDue({ schedule, dueAt: due })], anEdition(1), due + HOUR)
    const end = Date.UTC(2026, 5, 2, 4)
    expect(late).toMatchObject([{ isContentChosen: false, nextDue: end, seenThrough: 0, skipped: 0 }])
    const then = planDigests([aDue({ schedule, dueAt: end })], anEdition(1), end)
    expect(then).toMatchObject([{ isContentChosen: true, content: { kind: 'new' }, nextDue: due + 24 * HOUR }])
  })
})
