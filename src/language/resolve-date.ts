import { Temporal } from 'temporal-polyfill/full'

/** The date of the article, from which words like `أمس` count; null where it has none. */
export type Reference = Temporal.PlainDate | null
/** Which occurrence of a recurring month, weekday or year. `past`: the latest that is not to come. */
export type Which = 'last' | 'past' | 'this' | 'next' | 'nearest'

/** The day of an ISO date or time, in the offset it is written in; null for anything else. */
export function referenceOf(published: string | null): Reference {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0]
  return day !== undefined && isDay(day) ? Temporal.PlainDate.from(day) : null
}

/** `2025-08-15`, or null where there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isDay(text) ? text : null
}

/** `2026-02`, or with its day `2026-02-03`, of a month without its year. */
export function monthOf(month: number, day: number | null, at: { reference: Reference; which: Which }): string | null {
  const { reference, which } = at
  if (reference === null) return null
  // From the month's middle, so that the month of the article itself is neither last nor next.
  const ahead = month + (day === null ? 0 : day / 32) - reference.month - (day === null ? 0 : reference.day / 32)
  return ymd(reference.year + yearsAhead(ahead, which), month, day)
}

function yearsAhead(monthsAhead: number, which: Which): number {
  switch (which) {
    case 'next':
      return monthsAhead > 0 ? 0 : 1
    case 'last':
      return monthsAhead < 0 ? 0 : -1
    case 'past':
      return monthsAhead > 0 ? -1 : 0
    case 'this':
      return 0
    case 'nearest':
      return monthsAhead > 6 ? -1 : monthsAhead < -6 ? 1 : 0
  }
}

/** ISO 8601 of a year, a month or a day, as precise as given. */
export function ymd(year: number, month: number | null, day: number | null): string | null {
  if (month === null) return String(year).padStart(4, '0')
  return day === null ? `${String(year).padStart(4, '0')}-${two(month)}` : dayOf(year, month, day)
}

/** The day `days` after the reference. */
export function daysAfter(reference: Reference, days: number): string | null {
  return reference === null || Math.abs(days) > 40_000 ? null : reference.add({ days }).toString()
}

/** The weekday (Monday is 1) nearest before the reference, itself included; or strictly before, or after it. */
export function weekdayOf(weekday: number, reference: Reference, which: Which): string | null {
  if (reference === null || weekday === 0) return null
  const back = (reference.dayOfWeek - weekday + 7) % 7
  if (which === 'next') return daysAfter(reference, 7 - back)
  return daysAfter(reference, which === 'last' && back === 0 ? -7 : -back)
}

/** `2024`, `2024-07`: the reference's own, moved by `amount`. */
export function shifted(reference: Reference, unit: 'months' | 'years', amount: number): string | null {
  if (reference === null || Math.abs(amount) > 2000) return null
  const moved = reference.add(unit === 'months' ? { months: amount } : { years: amount })
  return unit === 'months' ? moved.toPlainYearMonth().toString() : String(moved.year)
}

/** The Gregorian day (or month, where no day is given) of a date in the Umm al-Qura calendar. */
export function gregorianOf(year: number, month: number, day: number | null): string | null {
  if (month < 1 || year < 1300 || year > 1600) return null
  const calendar = 'islamic-umalqura'
  const date = Temporal.PlainDate.from({ calendar, year, month, day: day ?? 15 })
    .withCalendar('iso8601')
    .toString()
  return day === null ? date.slice(0, 7) : date
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
