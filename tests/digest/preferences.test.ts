import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/article/key.ts'
import { dayNumber, isoDay } from '../../src/digest/local-day.ts'
import { type Adjustment, changeOf, changePreferences, type Plan } from '../../src/digest/preferences.ts'
import { nextRamadan } from '../../src/digest/ramadan.ts'
import { EVERY_DAY } from '../../src/digest/schedule.ts'
import { USUAL_WISHES } from '../../src/digest/wishes.ts'
import { COMMON_ZONES, namedZone, REGIONS, zoneAt, zoneOfKey, zonesOfRegion } from '../../src/digest/zone-list.ts'

/** Late in the evening of 22 November in UTC, the 23rd in Cairo. */
const NOW = Date.UTC(2026, 10, 22, 22, 30)
const PLAN: Plan = {
  schedule: { times: [450], days: EVERY_DAY, zone: 'Africa/Cairo' },
  wishes: USUAL_WISHES,
}

function adjusted(plan: Plan, ...adjustments: readonly Adjustment[]): Plan {
  return adjustments.reduce((present, adjustment) => {
    const isKnown = adjustment.kind === 'speaker' && adjustment.key === keyOf('somebody')
    const change = changeOf(adjustment, present, { now: NOW, speaker: isKnown ? 'سلمى الراوي' : null })
    return change === null ? present : changePreferences(present, change)
  }, plan)
}

describe('a button', () => {
  test('adds and removes a time; one stays', () => {
    const both = adjusted(PLAN, { kind: 'time', minute: 420 })
    expect(both.schedule.times).toEqual([420, 450])
    expect(adjusted(both, { kind: 'time', minute: 450 }, { kind: 'time', minute: 420 }).schedule.times).toEqual([420])
  })

  test('adds no thirteenth time', () => {
    const adjustments = Array.from({ length: 20 }, (_, hour): Adjustment => ({ kind: 'time', minute: hour * 60 }))
    expect(adjusted(PLAN, ...adjustments).schedule.times.length).toBe(12)
  })

  test('sets a week and turns days on and off; one stays', () => {
    const week = adjusted(PLAN, { kind: 'days', days: '12347' })
    expect(week.schedule.days).toEqual([1, 2, 3, 4, 7])
    const friday = adjusted(PLAN, { kind: 'days', days: '5' }, { kind: 'day', day: 5 }, { kind: 'day', day: 6 })
    expect(friday.schedule.days).toEqual([5, 6])
  })

  test('pauses to a local date and runs again', () => {
    const paused = adjusted(PLAN, { kind: 'pause', days: 7 })
    expect(isoDay(paused.schedule.exceptions?.resumes ?? 0)).toBe('2026-11-30')
    expect(adjusted(paused, { kind: 'pause', days: 0 }).schedule.exceptions?.resumes).toBeNull()
  })

  test('sets the next Ramadan, time by time, and removes it', () => {
    const one = adjusted(PLAN, { kind: 'ramadan', minute: 1260 })
    const dates = { from: dayNumber('2027-02-08'), to: dayNumber('2027-03-08') }
    expect(one.schedule.exceptions?.season).toEqual({ ...dates, times: [1260] })
    const two = adjusted(one, { kind: 'ramadan', minute: 180 })
    expect(two.schedule.exceptions?.season).toEqual({ ...dates, times: [180, 1260] })
    expect(adjusted(one, { kind: 'ramadan', minute: 1260 }).schedule.exceptions?.season).toBeNull()
    expect(adjusted(two, { kind: 'no-ramadan' }).schedule.exceptions?.season).toBeNull()
  })

  test('puts sections in the order in which they were pressed', () => {
    const plan = adjusted(PLAN, { kind: 'section', section: 'quote' }, { kind: 'section', section: 'figures' })
    expect(plan.wishes.sections).toEqual(['line', 'quote', 'figures'])
    const again = adjusted(plan, { kind: 'section', section: 'line' }, { kind: 'section', section: 'line' })
    expect(again.wishes.sections).toEqual(['quote', 'figures', 'line'])
  })

  test('follows a speaker and no more, and one that is gone not at all', () => {
    const plan = adjusted(PLAN, { kind: 'speaker', key: keyOf('somebody') }, { kind: 'speaker', key: keyOf('nobody') })
    expect(plan.wishes.speakers).toEqual(['سلمى الراوي'])
    expect(adjusted(plan, { kind: 'speaker', key: keyOf('somebody') }).wishes.speakers).toEqual([])
    expect(adjusted(plan, { kind: 'follow-all' }).wishes.speakers).toEqual([])
  })

  test('leaves other settings unchanged', () => {
    const plan = adjusted(
      PLAN,
      { kind: 'quiet', from: 1320, to: 420 },
      { kind: 'pause', days: 1 },
      { kind: 'most', most: 3 },
    )
    expect(plan.schedule.exceptions).toMatchObject({ quiet: { from: 1320, to: 420 }, season: null })
    expect(plan.wishes).toEqual({ ...USUAL_WISHES, most: 3 })
  })
})

describe('nextRamadan', () => {
  test.each([
    ['2026-01-01', '2026-02-18', '2026-03-19'],
    ['2026-03-19', '2026-02-18', '2026-03-19'],
    ['2026-03-20', '2027-02-08', '2027-03-08'],
    ['2030-01-01', '2030-01-05', '2030-02-03'],
    ['2030-02-04', '2030-12-26', '2031-01-23'],
  ])('from %s', (today, from, to) => {
    const ramadan = nextRamadan(dayNumber(today))
    expect([isoDay(ramadan.from), isoDay(ramadan.to)]).toEqual([from, to])
  })
})

describe('zones', () => {
  test.each<[number, number, string | null]>([
    [30.04, 31.23, 'Africa/Cairo'],
    [24.71, 46.68, 'Asia/Riyadh'],
    [31.51, 34.45, 'Asia/Gaza'],
    [33.59, -7.61, 'Africa/Casablanca'],
    [40.71, -74.01, 'America/New_York'],
    [-13.83, -171.76, 'Pacific/Apia'],
    [91, 0, null],
    [0, Number.NaN, null],
  ])('%d, %d is in %s', (latitude, longitude, zone) => {
    expect(zoneAt(latitude, longitude)).toBe(zone)
  })

  test('of every place on Earth are ones the clock knows', () => {
    for (let latitude = -90; latitude <= 90; latitude += 15) {
      for (let longitude = -180; longitude <= 180; longitude += 15) expect(zoneAt(latitude, longitude)).not.toBeNull()
    }
  })

  test('come back from their buttons, and read from the right in Arabic', () => {
    for (const zone of COMMON_ZONES) expect(zoneOfKey(namedZone(zone, 'ar').key)).toBe(zone)
    const everywhere = REGIONS.flatMap((region) => zonesOfRegion(region, 'ar'))
    expect(everywhere.length).toBeGreaterThan(350)
    for (const { label, key } of everywhere) {
      expect(label).toMatch(/^\p{Script=Arabic}/u)
      expect(zoneOfKey(key)).not.toBeNull()
    }
    expect(zoneOfKey('00000000')).toBeNull()
  })
})
