import { findDates } from '../language/dates.ts'
import { fold } from '../language/fold.ts'
import { LANGUAGES } from '../language/language.ts'
import { monthNumber } from '../language/month-names.ts'

const NUMERIC = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const ISO = /^\d{4}(?:-\d{2}){0,2}$/

/**
 * The first day, as an ISO date, of the day, month or year that a value names as a whole: `2025-08-15`, `٢٠٢٥`,
 * `15 أغسطس 2025`, `Sunday`, `أمس`. Null for what is no date. A month or a day alone is the last one up to `today`.
 */
export function periodOf(value: string, today: string | null): string | null {
  const asked = fold(value.replaceAll('_', ' ')).trim()
  if (asked.length === 0 || asked.length > 40) return null
  return numericDate(asked) ?? namedDate(value.replaceAll('_', ' ').trim(), today) ?? lastMonthNamed(value, today)
}

function numericDate(asked: string): string | null {
  const [, year, month, day] = NUMERIC.exec(asked) ?? []
  if (year !== undefined) return validDate(Number(year), Number(month ?? 1), Number(day ?? 1))
  const [, first, second, last] = DAY_FIRST.exec(asked) ?? []
  return last === undefined ? null : validDate(Number(last), Number(second), Number(first))
}

function namedDate(value: string, today: string | null): string | null {
  for (const language of LANGUAGES) {
    for (const { start, end, date, kind } of findDates(value, language, today)) {
      const whole = start === 0 && end === value.length
      if (!whole || date === null || !ISO.test(date) || (kind === 'relative' && today === null)) continue
      return `${date}-01-01`.slice(0, 10)
    }
  }
  return null
}

function lastMonthNamed(value: string, today: string | null): string | null {
  const month = monthNumber(value.trim())
  if (month === 0 || today === null) return null
  const [year = 0, now = 0] = today.split('-').map(Number)
  return validDate(month <= now ? year : year - 1, month, 1)
}

function validDate(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
