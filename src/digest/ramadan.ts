import { Temporal } from 'temporal-polyfill/full'
import { dayNumber, isoDay } from './local-day.ts'
import type { DayNumber } from './schedule.ts'

const RAMADAN = 9

/**
 * The current or next Ramadan on a date, both ends included, by the Umm al-Qura calendar. Countries that sight the moon may
 * differ by a day.
 */
export function nextRamadan(today: DayNumber): { readonly from: DayNumber; readonly to: DayNumber } {
  const date = Temporal.PlainDate.from(isoDay(today)).withCalendar('islamic-umalqura')
  const thisYear = ramadanOf(date)
  return thisYear.to >= today ? thisYear : ramadanOf(date.add({ years: 1 }))
}

function ramadanOf(date: Temporal.PlainDate): { readonly from: DayNumber; readonly to: DayNumber } {
  const first = date.with({ month: RAMADAN, day: 1 })
  const from = dayNumber(first.withCalendar('iso8601').toString())
  return { from, to: from + first.daysInMonth - 1 }
}
