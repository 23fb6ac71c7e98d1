import { Temporal } from 'temporal-polyfill'
import { NO_EXCEPTIONS, type QuietHours, type Schedule, type Weekday } from './schedule.ts'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
const DAY = 24 * 60 * MINUTE

/** Finds the instants of schedules. Caches clock changes, so use one calendar for many schedules. */
export type Calendar = {
  /** The first due time after `after`, both in epoch milliseconds; infinity for a schedule that names no time. */
  readonly nextDue: (schedule: Schedule, after: number) => number
  /** The first `count` due times after `after`, ascending and distinct. */
  readonly upcoming: (schedule: Schedule, after: number, count: number) => readonly number[]
}

/** The first due time after `after`, in epoch milliseconds. For many schedules use one `createCalendar()`. */
export function nextDue(schedule: Schedule, after: number): number {
  return createCalendar().nextDue(schedule, after)
}

/** The first `count` due times after `after`, in epoch milliseconds, ascending and distinct. */
export function upcoming(schedule: Schedule, after: number, count: number): readonly number[] {
  return createCalendar().upcoming(schedule, after, count)
}

/**
 * Local times become instants day by day. A time that the clock skips goes out when the clock lands, with what else was
 * skipped; a time that the clock shows twice goes out at the first:
 *
 *     local    00:00   01:00 ┄┄skipped┄┄ 02:00   03:00             22:00   23:00   22:00 (again)   23:00
 *     due                │       01:30 ────▶│                        │    22:30       ✗
 *
 * A local day lies within two days of the UTC day of any of its instants, and quiet hours move a time to the next day at
 * most, so the search starts three days before and no offset of `after` itself is ever needed. Quiet hours keep the order
 * of times, so what they move to one moment meets there and goes out once.
 */
export function createCalendar(): Calendar {
  const zones = new Map<string, Map<number, LocalDay>>()
  const dayOf = (zone: string, day: number): LocalDay => {
    const days = zones.get(zone) ?? new Map<number, LocalDay>()
    if (days.size === 0) zones.set(zone, days)
    const known = days.get(day) ?? lookUpDay(zone, day)
    days.set(day, known)
    return known
  }
  const upcoming = (schedule: Schedule, after: number, count: number): readonly number[] => {
    if (schedule.times.length === 0 || schedule.days.length === 0) return []
    const { quiet, season, resumes } = schedule.exceptions ?? NO_EXCEPTIONS
    const found: number[] = []
    let latest = after
    const first = Math.floor(after / DAY) - 3
    for (let day = resumes === null ? first : Math.max(first, resumes); found.length < count; day += 1) {
      if (!schedule.days.includes(weekdayOf(day))) continue
      const inSeason = season !== null && season.from <= day && day <= season.to
      for (const minute of inSeason ? season.times : schedule.times) {
        const late = quiet === null ? minute : outsideOf(quiet, minute)
        const instant = instantOf(dayOf(schedule.zone, late < DAY_MINUTES ? day : day + 1), late % DAY_MINUTES)
        if (instant <= latest || found.length === count) continue
        found.push(instant)
        latest = instant
      }
    }
    return found
  }
  return { upcoming, nextDue: (schedule, after) => upcoming(schedule, after, 1)[0] ?? Number.POSITIVE_INFINITY }
}

/** The minute itself, or the end of the quiet hours around it; 1440 or more when that is tomorrow. */
export function outsideOf({ from, to }: QuietHours, minute: number): number {
  if (from < to) return from <= minute && minute < to ? to : minute
  if (minute < to) return to
  return minute < from ? minute : to + DAY_MINUTES
}

/** `even`: the clock runs through the whole day, so a minute is an addition away from its start. */
type LocalDay =
  | { readonly kind: 'even'; readonly start: number }
  | { readonly kind: 'skipped'; readonly end: number }
  | { readonly kind: 'changing'; readonly date: Temporal.PlainDate; readonly zone: string }

function lookUpDay(zone: string, day: number): LocalDay {
  const date = Temporal.Instant.fromEpochMilliseconds(day * DAY)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
  const start = date.toZonedDateTime(zone)
  if (!start.toPlainDate().equals(date)) return { kind: 'skipped', end: start.epochMilliseconds }
  if (start.hoursInDay !== 24 || start.hour !== 0) return { kind: 'changing', date, zone }
  return { kind: 'even', start: start.epochMilliseconds }
}

function instantOf(day: LocalDay, minute: number): number {
  switch (day.kind) {
    case 'even':
      return day.start + minute * MINUTE
    case 'skipped':
      return day.end
    case 'changing':
      return instantOnChange(day.date, minute, day.zone)
    default:
      return day satisfies never
  }
}

function instantOnChange(date: Temporal.PlainDate, minute: number, zone: string): number {
  const wanted = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const earlier = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (earlier.toPlainDateTime().equals(wanted)) return earlier.epochMilliseconds
  const landing = earlier.getTimeZoneTransition('next')
  return (landing ?? wanted.toZonedDateTime(zone, { disambiguation: 'later' })).epochMilliseconds
}

/** Day 0, 1 January 1970, was a Thursday. */
function weekdayOf(day: number): Weekday {
  const weekday = (((day + 3) % 7) + 7) % 7
  return WEEKDAYS[weekday] ?? 1
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
