import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { createCalendar, nextDue, upcoming } from '../../src/digest/calendar.ts'
import { EVERY_DAY, type Exceptions, type Schedule, type Weekday } from '../../src/digest/schedule.ts'

const ZONES = [
  ...['Africa/Cairo', 'Africa/Casablanca', 'Asia/Gaza', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'],
  ...['Australia/Lord_Howe', 'Asia/Tehran', 'America/Nuuk', 'Pacific/Kiritimati', '+03:00', 'UTC'],
]

function daily(zone: string, ...clock: readonly string[]): Schedule {
  return { times: clock.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))), days: EVERY_DAY, zone }
}

function at(iso: string): number {
  return Temporal.Instant.from(iso).epochMilliseconds
}

function shown(zone: string, instant: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return local.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
}

describe('upcoming', () => {
  test.each<[string, Schedule, string, readonly string[]]>([
    [
      'Cairo springs forward at midnight: 00:30 lands at 01:00',
      daily('Africa/Cairo', '00:30'),
      '2026-04-22T12:00Z',
      ['2026-04-23T00:30+02:00', '2026-04-24T01:00+03:00', '2026-04-25T00:30+03:00'],
    ],
    [
      'Cairo falls back at midnight: 23:30 comes twice, goes out once',
      daily('Africa/Cairo', '23:30'),
      '2026-10-28T22:00Z',
      ['2026-10-29T23:30+03:00', '2026-10-30T23:30+02:00'],
    ],
    [
      'Casablanca leaves and takes up its +01:00 around Ramadan',
      daily('Africa/Casablanca', '02:30'),
      '2026-02-14T12:00Z',
      ['2026-02-15T02:30+01:00', '2026-02-16T02:30+00:00'],
    ],
    [
      'New York skips 02:30',
      daily('America/New_York', '02:30'),
      '2026-03-07T12:00Z',
      ['2026-03-08T03:00-04:00', '2026-03-09T02:30-04:00'],
    ],
    [
      'New York: what was skipped joins what stands where the clock lands',
      daily('America/New_York', '02:15', '02:45', '03:00'),
      '2026-03-08T06:00Z',
      ['2026-03-08T03:00-04:00', '2026-03-09T02:15-04:00'],
    ],
    [
      'New York shows 01:30 twice',
      daily('America/New_York', '01:30'),
      '2026-10-31T12:00Z',
      ['2026-11-01T01:30-04:00', '2026-11-02T01:30-05:00'],
    ],
    [
      'Kathmandu is off by a quarter',
      daily('Asia/Kathmandu', '07:30'),
      '2026-01-01T00:00Z',
      ['2026-01-01T07:30+05:45', '2026-01-02T07:30+05:45'],
    ],
    [
      'Apia had no 30 December 2011',
      daily('Pacific/Apia', '07:30'),
      '2011-12-29T18:00Z',
      ['2011-12-31T00:00+14:00', '2011-12-31T07:30+14:00', '2012-01-01T07:30+14:00'],
    ],
    [
      'Lord Howe moves by half an hour',
      daily('Australia/Lord_Howe', '02:10'),
      '2026-10-02T18:00Z',
      ['2026-10-04T02:30+11:00', '2026-10-05T02:10+11:00'],
    ],
    [
      'a leap day',
      daily('Asia/Gaza', '09:00'),
      '2028-02-28T12:00Z',
      ['2028-02-29T09:00+02:00', '2028-03-01T09:00+02:00'],
    ],
    [
      'the turn of a year, on Fridays',
      { ...daily('Asia/Riyadh', '00:00'), days: [5] },
      '2027-12-30T12:00Z',
      ['2027-12-31T00:00+03:00', '2028-01-07T00:00+03:00'],
    ],
  ])('%s', (_, schedule, after, expected) => {
    const found = upcoming(schedule, at(after), expected.length)
    expect(found.map((instant) => shown(schedule.zone, instant))).toEqual(expected)
  })

  test('Gaza changes its clock', () => {
    const year = upcoming(daily('Asia/Gaza', '00:30', '12:00'), at('2026-01-01T00:00Z'), 730)
    const landed = year.map((instant) => shown('Asia/Gaza', instant).slice(11, 16))
    expect(landed.filter((clock) => clock === '12:00').length).toBe(365)
  })

  test('due now is not due again', () => {
    const schedule = daily('Africa/Cairo', '07:30', '19:00')
    const first = nextDue(schedule, at('2026-05-01T00:00Z'))
    expect(nextDue(schedule, first - 1)).toBe(first)
    expect(nextDue(schedule, first)).toBeGreaterThan(first)
  })

  test('a schedule without times is never due', () => {
    expect(nextDue({ times: [], days: EVERY_DAY, zone: 'UTC' }, 0)).toBe(Number.POSITIVE_INFINITY)
  })
})

const QUARTER = 900_000
const DAY = 86_400_000

/** Walks through real time by quarters of an hour and notes when the clock first shows or passes a wanted local time. */
function reached(schedule: Schedule, from: number, to: number): readonly number[] {
  const clock = clockOf(schedule.zone)
  const wanted = wantedFrom(schedule, from - 2 * DAY, to + 2 * DAY)
  const found: number[] = []
  let high = clock(from)
  let next = wanted.findIndex((time) => time > high)
  for (let instant = from + QUARTER; instant <= to; instant += QUARTER) {
    high = Math.max(high, clock(instant))
    if ((wanted[next] ?? Number.POSITIVE_INFINITY) > high) continue
    found.push(instant)
    while ((wanted[next] ?? Number.POSITIVE_INFINITY) <= high) next += 1
  }
  return found
}

/** What the clock of a zone shows at an instant, as if it were UTC; looked up once an hour where nothing changes. */
function clockOf(zone: string): (instant: number) => number {
  const offset = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  let [start, before, after] = [Number.NaN, 0, 0]
  return (instant) => {
    const hour = instant - (instant % (4 * QUARTER))
    if (hour !== start) [start, before, after] = [hour, offset(hour), offset(hour + 4 * QUARTER)]
    return instant + (before === after ? before : offset(instant))
  }
}

function wantedFrom(schedule: Schedule, from: number, to: number): readonly number[] {
  const days = Array.from({ length: Math.ceil((to - from) / DAY) }, (_, day) => from - (from % DAY) + day * DAY)
  const wantedDays = days.filter((day) => schedule.days.some((weekday) => weekday % 7 === new Date(day).getUTCDay()))
  const { quiet = null, season = null, resumes = null } = schedule.exceptions ?? {}
  const running = wantedDays.filter((day) => resumes === null || day >= resumes * DAY)
  const wanted = running.flatMap((day) => {
    const inSeason = season !== null && season.from * DAY <= day && day <= season.to * DAY
    return (inSeason ? season.times : schedule.times).map((minute) => day + minute * 60_000)
  })
  return [...new Set(wanted.map((time) => loudFrom(quiet, time)))].toSorted((left, right) => left - right)
}

/** The first quarter of an hour from a local time on that is not quiet, found by looking at each. */
function loudFrom(quiet: Exceptions['quiet'], from: number): number {
  if (quiet === null) return from
  for (let time = from; ; time += QUARTER) {
    const minute = (time % DAY) / 60_000
    const isQuiet =
      quiet.from < quiet.to ? quiet.from <= minute && minute < quiet.to : minute >= quiet.from || minute < quiet.to
    if (!isQuiet) return time
  }
}

const schedules = fc.record({
  times: fc
    .uniqueArray(
      fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
      { minLength: 1, maxLength: 12 },
    )
    .map((times) => times.toSorted((a, b) => a - b)),
  days: fc.subarray<Weekday>([...EVERY_DAY], { minLength: 1 }),
  zone: fc.constantFrom(...ZONES),
})

const quarters = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15)

/** Quiet hours, a season and a pause around a day, each there or not. */
function exceptionsAround(day: number): fc.Arbitrary<Exceptions> {
  const days = fc.integer({ min: day - 4, max: day + 14 })
  return fc.record({
    quiet: fc.option(fc.record({ from: quarters, to: quarters }).filter(({ from, to }) => from !== to)),
    season: fc.option(
      fc.record({
        from: days,
        to: days,
        times: fc
          .uniqueArray(quarters, { minLength: 1, maxLength: 4 })
          .map((times) => times.toSorted((left, right) => left - right)),
      }),
    ),
    resumes: fc.option(days),
  })
}

test('no digest is missed or doubled with quiet hours, a season and a pause', () => {
  const first = Date.UTC(2005, 0, 1) / DAY
  const settings = fc
    .tuple(schedules, fc.integer({ min: first, max: first + 30 * 365 }))
    .chain(([schedule, day]) =>
      exceptionsAround(day).map((exceptions) => ({ schedule: { ...schedule, exceptions }, day })),
    )
  fc.assert(
    fc.property(settings, ({ schedule, day }) => {
      const from = day * DAY
      const expected = reached(schedule, from, from + 12 * DAY)
      expect(upcoming(schedule, from, expected.length)).toEqual(expected)
      expect(nextDue(schedule, expected.at(-1) ?? from)).toBeGreaterThan(from + 12 * DAY)
    }),
    { numRuns: 80 },
  )
})

test.each(ZONES)('every local time of 2026 in %s goes out once, with a Ramadan, quiet hours and a pause', (zone) => {
  const season = { from: Date.UTC(2026, 1, 18) / DAY, to: Date.UTC(2026, 2, 19) / DAY, times: [180, 1290, 1410] }
  const exceptions = { quiet: { from: 1380, to: 405 }, season, resumes: Date.UTC(2026, 0, 10) / DAY }
  const schedule = { ...daily(zone, '00:00', '02:30', '12:00', '23:30'), exceptions }
  const from = at('2026-01-01T00:00Z')
  const expected = reached(schedule, from, at('2027-01-01T00:00Z'))
  expect(expected.length).toBeGreaterThan(700)
  expect(upcoming(schedule, from, expected.length)).toEqual(expected)
})

test('no scheduled local time is missed or doubled', () => {
  fc.assert(
    fc.property(
      schedules,
      fc.integer({ min: 2005, max: 2035 }),
      fc.integer({ min: 0, max: 364 }),
      (schedule, year, day) => {
        const from = Date.UTC(year, 0, 1 + day)
        const to = from + 12 * 86_400_000
        const expected = reached(schedule, from, to)
        expect(upcoming(schedule, from, expected.length)).toEqual(expected)
        expect(createCalendar().nextDue(schedule, expected.at(-1) ?? from)).toBeGreaterThan(to)
      },
    ),
    { numRuns: 60 },
  )
})

test.each(ZONES)('every local time of 2026 in %s goes out once', (zone) => {
  const schedule = daily(zone, '00:00', '00:30', '01:30', '02:30', '12:00', '23:30')
  const from = at(`${2026}-01-01T00:00Z`)
  const expected = reached(schedule, from, at('2027-01-01T00:00Z'))
  expect(upcoming(schedule, from, expected.length)).toEqual(expected)
})
