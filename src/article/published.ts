import { findDates } from '../language/dates.ts'
import { fold } from '../language/fold.ts'
import { detectLanguage } from '../language/language.ts'
import { ARABIC_MONTH_NAME } from '../language/month-names.ts'
import { AGENCY } from './furniture-rules.ts'

/** ISO 8601, and the words of the line that are no part of the date, its hour or its zone. */
export type StatedDate = { readonly at: string; readonly rest: string; readonly calendars: number }

/** Text beside a date that adds nothing: a weekday, the hour, marks. Folded. */
const BESIDE =
  /(?<!\p{L})(?:الساعه|بتوقيت (?:مكه المكرمه|القاهره|بيروت|القدس|الرياض|ابوظبي|دبي|بغداد|دمشق|الدوحه|عمان|تونس|السعوديه|الامارات)|(?:ب)?التوقيت المحلي|بتوقيت|غرينتش|غرينيتش|جرينتش|جرينيتش|gmt|utc|ast|هـ?|ه|م|ميلادي|ص|صباحا|مساء|ظهرا|فجرا|ت م|a\.?m\.?|p\.?m\.?|at|on|الموافق|ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|يوم|في)(?![\p{L}\p{N}])/gu
const CLOCK = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?!\d)/u
const ISO =
  /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:t|\s)(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(z|gmt|utc|[+-]\d{2}:?\d{2})?(?!\d)/u
const RFC =
  /(?<!\d)(\d{1,2})\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s(\d{4})\s(\d{2}:\d{2}(?::\d{2})?)\s?(z|gmt|utc|[+-]\d{4})/u
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const GREENWICH = /gmt|utc|غرينتش|غرينيتش|جرينتش|جرينيتش/u
const LONGEST = 120
/** `مارس 10, 2025`, as programs of English write it. */
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(${ARABIC_MONTH_NAME}) (\\d{1,2})[،,] (\\d{4})`, 'u')

/** A day that is the name of what happened on it. */
const KNOWN_DAY = /^(?:هجمات|اعتداءات|[أا]حداث|تفجيرات)/u

/**
 * The date that a short line states, in ISO 8601: a day, or a time where its zone is said too. Read are RFC 2822, ISO,
 * Arabic and English dates in any digits, Hijri beside Gregorian.
 */
export function statedDate(line: string): StatedDate | null {
  if (line.length > LONGEST) return null
  const text = latinDigits(line)
  const lower = text.toLowerCase()
  const iso = ISO.exec(lower)
  if (iso !== null) return timed(lower, iso, [iso[1], iso[2], iso[3]])
  const rfc = RFC.exec(lower)
  if (rfc !== null) return timed(lower, rfc, [rfc[3], two(MONTHS.indexOf(rfc[2] ?? '') + 1), two(rfc[1])])
  const dates = findDates(text.replace(MONTH_FIRST, '$2 $1 $3'), detectLanguage(text), null).filter(
    ({ kind, text: words }) => kind === 'calendar' && !KNOWN_DAY.test(words),
  )
  const day = dates.findLast(({ date }) => date?.length === 10)?.date
  if (!day) return null
  const rest = dates.reduce((left, date) => left.replace(date.text, ' '), text.replace(MONTH_FIRST, '$2 $1 $3'))
  const calendars = /هـ|هجري|\d{4}\s?ه(?!\p{L})/u.test(text) && /الموافق|م(?!\p{L})/u.test(text) ? 2 : 1
  const clock = CLOCK.exec(rest)
  const isGreenwich = clock !== null && GREENWICH.test(fold(rest)) && !/[صم](?!\p{L})|[ap]\.?m/u.test(rest)
  const at = isGreenwich && clock ? `${day}T${two(clock[1])}:${clock[2]}:00Z` : day
  return { at, rest: remains(rest), calendars }
}

/** The day or time of a line that holds only a date; null otherwise. */
export function publishedIn(line: string): string | null {
  const stated = statedDate(line)
  return stated !== null && stated.rest === '' ? stated.at : null
}

/** Words about the date, and an agency's tag at the line's end. */
const LABEL =
  /^(?:تم (?:ال)?نشر(?:ه)?(?: في)?|اضيف(?:ت)?(?: في| بتاريخ)?|بتاريخ|(?:تاريخ|وقت) (?:النشر|التحديث)|نشر(?:ت)?(?: في| بتاريخ)?|(?:اخر |تم ال|تاريخ ال)?تحديث(?:ها?)?|حدث(?:ت)?(?: في)?|published|updated|posted|last updated?)(?:\s|$)/u

/** The date of a line that holds, beside it, at most the place before it and the agency after it. */
export function datelineIn(line: string): { readonly at: string; readonly source: string | null } | null {
  const stated = statedDate(line)
  if (stated === null) return null
  const rest = stated.rest.replace(LABEL, '').trim()
  if (rest === '') return { at: stated.at, source: null }
  if (isParted(line)) return { at: stated.at, source: null }
  const source = agencyAtEnd(line)
  const words = rest.split(' ').length - (source === null ? 0 : source.split(/\s+/u).length)
  return words <= (source === null ? (stated.calendars > 1 ? 2 : 0) : 3) ? { at: stated.at, source } : null
}

/** `القاهرة - فلان - 10 مارس 2025`: the date stands apart from a few words. */
function isParted(line: string): boolean {
  const parts = line.split(/\s[-–—|•·/]\s/u)
  const others = parts.filter((part) => publishedIn(part) === null)
  return others.length < parts.length && others.every((part) => part.trim().split(/\s+/u).length <= 4)
}

/** The agency's tag that a line ends with. */
export function agencyAtEnd(line: string): string | null {
  const words = line.trim().split(/\s+/u)
  for (const count of [3, 2, 1]) {
    const last = words
      .slice(-count)
      .join(' ')
      .replace(/^[-–—(]+|[)]+$/gu, '')
      .trim()
    if (words.length >= count && AGENCY.test(fold(last))) return last
  }
  return null
}

/** The time that `منذ ساعتين` means at a moment: its day, or its minute where it counts minutes or hours. */
export function timeAgo(line: string, now: Date): string | null {
  const text = fold(line)
  const unit = UNITS.find(([words]) => words.test(text))
  if (unit === undefined) return /^(?:الان|just now)$/u.test(text) ? minuteOf(now) : null
  const [, minutes, two] = unit
  const amount = Number(/\d+/u.exec(text)?.[0] ?? (two.test(text) ? 2 : 1))
  const at = new Date(now.getTime() - amount * minutes * 60_000)
  return minutes < 1440 ? minuteOf(at) : at.toISOString().slice(0, 10)
}

/** In the order in which they are looked for, with their minutes and their dual. */
const UNITS: readonly (readonly [RegExp, number, RegExp])[] = [
  [/ثاني|ثوان|second/u, 0, /^$/u],
  [/دقيق|دقايق|minute|min/u, 1, /دقيقتين/u],
  [/ساع|hour|hr/u, 60, /ساعتين/u],
  [/يوم|ايام|day/u, 1440, /يومين/u],
  [/اسبوع|اسابيع|week/u, 7 * 1440, /اسبوعين/u],
]

function minuteOf(time: Date): string {
  return `${time.toISOString().slice(0, 16)}:00Z`
}

function timed(
  text: string,
  match: RegExpExecArray,
  [year, month, day]: readonly (string | undefined)[],
): StatedDate | null {
  const [, time, zone] = [null, match[4] ?? '', match[5] ?? '']
  const date = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null
  const rest = remains(text.replace(match[0], ' '))
  if (zone === '') return { at: date, rest, calendars: 1 }
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
  return { at: `${date}T${time.length === 5 ? `${time}:00` : time}${offset}`, rest, calendars: 1 }
}

function remains(text: string): string {
  const plain = fold(text).replace(new RegExp(CLOCK, 'gu'), ' ').replace(BESIDE, ' ')
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function two(number: string | number | undefined): string {
  return String(number ?? '').padStart(2, '0')
}

/** Persian letters and digits of other scripts as Arabic writes them, one for one. */
function latinDigits(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
}
