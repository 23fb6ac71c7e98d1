import { findDates } from '../language/dates.ts'
import { detectLanguage } from '../language/language.ts'

/** Text beside a date that adds nothing: a weekday, the hour, marks. */
const BESIDE =
  /\d{1,2}:\d{2}(?::\d{2})?|[صم](?=\s|$)|\b[ap]\.?m\.?\b|الساعة|بتوقيت|غرينتش|غرينيتش|GMT|UTC|هـ|الموافق|ال(?:[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت|[أا]حد)|(?:mon|tues|wednes|thurs|fri|satur|sun)day/giu

/** The day (ISO 8601) of a short line that holds only a date; null otherwise. */
export function publishedIn(line: string): string | null {
  if (line.length > 80) return null
  const dates = findDates(line, detectLanguage(line), null)
  const day = dates.find((date) => date.kind === 'calendar' && date.date?.length === 10)
  const rest = dates.reduce((left, date) => left.replace(date.text, ' '), line).replace(BESIDE, ' ')
  return day?.date && !/[\p{L}\p{N}]/u.test(rest) ? day.date : null
}
