import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { upcoming } from '../../src/digest/calendar.ts'
import {
  afterAct,
  afterPosting,
  DRAFT_LEAD_MS,
  DRAFT_STATES,
  dueOfAct,
  nextAct,
  nextDraft,
} from '../../src/digest/drafts.ts'
import { editionOf, planDigests } from '../../src/digest/plan-digests.ts'
import { EVERY_DAY, type Schedule } from '../../src/digest/schedule.ts'
import { USUAL_WISHES } from '../../src/digest/wishes.ts'

const DAY = Date.UTC(2026, 5, 1)
const at = (minute: number) => DAY + minute * 60_000

const times = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 12 })
const schedule = fc
  .record({ times, zone: fc.constantFrom('UTC', 'Africa/Cairo', 'America/New_York') })
  .map((parts): Schedule => ({ ...parts, times: parts.times.toSorted((a, b) => a - b), days: EVERY_DAY }))

describe('when a draft is made', () => {
  test('is the lead ahead, at once where there is less, and not before the time of the one before', () => {
    const plain = { times: [480, 490], days: EVERY_DAY, zone: 'UTC' }
    expect(nextDraft(plain, at(0))).toEqual({ dueAt: at(480), draftAt: at(480) - DRAFT_LEAD_MS })
    expect(nextDraft(plain, at(470))).toEqual({ dueAt: at(480), draftAt: at(470) })
    expect(nextDraft(plain, at(480))).toEqual({ dueAt: at(490), draftAt: at(480) })
  })

  test('knows the due time it is for', () => {
    fc.assert(
      fc.property(schedule, fc.integer({ min: 0, max: 10_000_000 }), (some, after) => {
        const { dueAt, draftAt } = nextDraft(some, DAY + after)
        const drafted = { schedule: some, isDrafted: true }
        expect(nextAct(drafted, DAY + after)).toBe(draftAt)
        expect(dueOfAct(drafted, draftAt)).toBe(dueAt)
        expect(draftAt).toBeLessThan(dueAt)
        expect(draftAt).toBeGreaterThanOrEqual(DAY + after)
      }),
    )
  })

  test('comes for each due time in turn, whenever the tick looks', () => {
    fc.assert(
      fc.property(schedule, (some) => {
        const made: number[] = []
        let act = nextAct({ schedule: some, isDrafted: true }, DAY)
        while (made.length < 20) {
          const [planned] = planDigests([aDue(some, act)], editionOf([]), act)
          made.push(planned?.dueAt ?? 0)
          act = planned?.nextDue ?? Number.POSITIVE_INFINITY
        }
        expect(made).toEqual(upcoming(some, DAY, 20))
      }),
    )
  })

  test('after a downtime the latest is made, late within the window, else skipped', () => {
    const plain = { times: [480, 600], days: EVERY_DAY, zone: 'UTC' }
    const plan = (now: number) => planDigests([aDue(plain, at(450))], editionOf([]), now)[0]
    expect(plan(at(605))).toMatchObject({
      dueAt: at(600),
      skipped: 1,
      isContentChosen: true,
      nextDue: at(480 + 1440 - 30),
    })
    expect(plan(at(599))).toMatchObject({ dueAt: at(480), skipped: 0, isContentChosen: true, nextDue: at(570) })
    expect(plan(at(900))).toMatchObject({ isContentChosen: false, skipped: 2 })
  })
})

function aDue(some: Schedule, act: number) {
  const place = { id: 1, chatId: -100, threadId: 0, language: 'ar' as const, isDrafted: true }
  return { ...place, schedule: some, dueAt: act, seenThrough: 0, progress: [], wishes: USUAL_WISHES }
}

describe('a draft', () => {
  test('is approved, held and given an intro while it may be', () => {
    const statesAfter = (act: Parameters<typeof afterAct>[1]) => DRAFT_STATES.map((state) => afterAct(state, act))
    expect(statesAfter('approve')).toEqual(['approved', 'approved', null, null, null, null])
    expect(statesAfter('hold')).toEqual(['held', null, 'held', null, null, null])
    expect(statesAfter('intro')).toEqual(['waiting', 'held', null, null, null, null])
    expect(statesAfter('no-intro')).toEqual(statesAfter('intro'))
  })

  test.each([
    ['sent', 'published'],
    ['gone', 'withdrawn'],
    ['refused', 'withdrawn'],
    [null, 'withdrawn'],
    ['pending', null],
    ['sending', null],
    ['later', null],
  ])('whose post is %s is %s', (post, state) => expect(afterPosting(post)).toBe(state))
})
