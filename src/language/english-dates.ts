import { type DateGroups, type DatePattern, numberOf } from './date-pattern.ts'
import { ENGLISH_MONTH, isUnsureMonth, monthNumber } from './month-names.ts'
import { findNumbers } from './numbers.ts'
import { dayOf, daysAfter, monthOf, type Reference, shifted, type Which, weekdayOf, ymd } from './resolve-date.ts'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`
const MONTH = String.raw`(?<month>${ENGLISH_MONTH})\.?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const YEAR = String.raw`(?<year>(?:1[0-9]|20)\d{2})(?!\d|[.,]\d)`

const MONTH_HINT = new RegExp(ENGLISH_MONTH, 'i')

/** The ways English news writes dates. */
export const ENGLISH_DATES: readonly DatePattern[] = [
  calendar(String.raw`(?:${WEEKDAY},? )?${MONTH} ${DAY}(?!\d)(?:,? ${YEAR})?`),
  calendar(`(?:${WEEKDAY},? )?${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`),
  calendar(`${MONTH},? ${YEAR}`),
  calendar(`(?<which>next|last|this) ${MONTH}`),
  calendar(String.raw`(?<=\b(?:in|since|until|by|during|from) )${MONTH}`),
  {
    kind: 'calendar',
    hint: /(?:19|20)\d{2}/,
    pattern: pattern(
      String.raw`(?<=\b(?:in|since|until|by|during|from|of|to|before|after) )(?<year>(?:19|20)\d{2})(?![\d.,]\d|%| (?:people|soldiers|dollars|men|women|miles))`,
    ),
    read: (groups) => ({ date: groups('year') }),
  },
  {
    kind: 'calendar',
    hint: /\d-\d/,
    pattern: pattern(String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})`),
    read: (groups) => found(dayOf(numberOf(groups('year')), numberOf(groups('month')), numberOf(groups('day')))),
  },
  {
    kind: 'relative',
    hint: /yesterday|to(?:day|night|morrow)/i,
    pattern: pattern('(?<word>yesterday|today|tonight|tomorrow)'),
    read: (groups, reference) => {
      const word = groups('word').toLowerCase()
      return { date: daysAfter(reference, word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0) }
    },
  },
  {
    kind: 'relative',
    hint: /day/i,
    pattern: pattern(`(?:(?<which>next|last|this) )?(?<weekday>${WEEKDAY})`),
    read: (groups, reference) => {
      const weekday = WEEKDAYS.indexOf(groups('weekday').toLowerCase()) + 1
      return { date: weekdayOf(weekday, reference, whichOf(groups('which'))) }
    },
  },
  {
    kind: 'relative',
    hint: /next|last|this/i,
    pattern: pattern('(?<which>next|last|this) (?<unit>week|month|year)'),
    read: (groups, reference) => {
      const step = { last: -1, past: 0, this: 0, next: 1, nearest: 0 }[whichOf(groups('which'))]
      const unit = groups('unit').toLowerCase()
      return { date: unit === 'week' ? null : shifted(reference, unit === 'month' ? 'months' : 'years', step) }
    },
  },
  {
    kind: 'relative',
    hint: / ago/i,
    pattern: pattern(
      String.raw`(?<amount>(?:\d{1,4}|[a-z]{1,9}(?:[ -][a-z]{3,5})?) (?<unit>day|week|month|year)s?) ago`,
    ),
    read: readAgo,
  },
]

function pattern(body: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${body}(?![\p{L}\p{N}])`, 'giu')
}

function calendar(body: string): DatePattern {
  return { kind: 'calendar', hint: MONTH_HINT, pattern: pattern(body), read: readMonth }
}

function readMonth(groups: DateGroups, reference: Reference): { date: string | null } | null {
  const [name, year] = [groups('month'), groups('year')]
  const day = groups('day') === '' ? null : numberOf(groups('day'))
  // A month has its capital: the verb `may` and the noun `march` have none.
  if (!/^\p{Lu}/u.test(name) || (day !== null && (day < 1 || day > 31))) return null
  if (isUnsureMonth(name) && day === null && year === '' && !/^(?:in|since|until)$/i.test(groups('before'))) return null
  if (year !== '') return { date: ymd(numberOf(year), monthNumber(name), day) }
  return { date: monthOf(monthNumber(name), day, { reference, which: whichOf(groups('which')) }) }
}

function readAgo(groups: DateGroups, reference: Reference): { date: string | null } | null {
  const amount = groups('amount').replace(/^an? /iu, '1 ')
  const value = findNumbers(amount, 'en')[0]?.value
  if (value === undefined) return null
  switch (groups('unit').toLowerCase()) {
    case 'day':
      return { date: daysAfter(reference, -value) }
    case 'week':
      return { date: daysAfter(reference, -7 * value) }
    case 'month':
      return { date: shifted(reference, 'months', -value) }
    default:
      return { date: shifted(reference, 'years', -value) }
  }
}

function found(date: string | null): { date: string } | null {
  return date === null ? null : { date }
}

function whichOf(word: string): Which {
  switch (word.toLowerCase()) {
    case 'next':
      return 'next'
    case 'last':
      return 'last'
    case 'this':
      return 'this'
    default:
      return 'nearest'
  }
}
