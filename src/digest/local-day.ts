import { Temporal } from 'temporal-polyfill'
import type { DayNumber } from './schedule.ts'

const DAY_MS = 24 * 60 * 60_000

/** The date in a zone at a moment. */
export function localDay(epochMs: number, zone: string): DayNumber {
  return dayNumber(zoned(epochMs, zone).toPlainDate().toString())
}

/** The minute of the day in a zone at a moment. */
export function localMinute(epochMs: number, zone: string): number {
  const { hour, minute } = zoned(epochMs, zone)
  return hour * 60 + minute
}

/** The moment of a local minute, in epoch milliseconds; a minute that the clock skips becomes the next one it shows. */
export function momentOf(day: DayNumber, minute: number, zone: string): number {
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 }
  return Temporal.PlainDate.from(isoDay(day)).toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds
}

/** The moment of an ISO date or time, in epoch milliseconds: in the zone where it gives no offset, a date at its midnight. */
export function momentOfIso(iso: string, zone: string): number {
  if (/T[^T]*(?:Z|[+-]\d\d:?\d\d)$/i.test(iso)) return Date.parse(iso)
  return Temporal.PlainDateTime.from(iso).toZonedDateTime(zone).epochMilliseconds
}

/** The date of an ISO text (`2026-03-01`) that `isIsoDay` accepts. */
export function dayNumber(iso: string): DayNumber {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS
}

/** A date in ISO 8601. */
export function isoDay(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Whether a text is an existing date of this century in ISO 8601. */
export function isIsoDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const day = dayNumber(text)
  return Number.isFinite(day) && isoDay(day) === text
}

function zoned(epochMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone)
}
