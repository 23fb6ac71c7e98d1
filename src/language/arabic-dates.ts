import { type DateGroups, type DatePattern, numberOf } from './date-pattern.ts'
import { ARABIC_MONTH, HIJRI_MONTH, isUnsureMonth, monthNumber } from './month-names.ts'
import { findNumbers } from './numbers.ts'
import {
  dayOf,
  daysAfter,
  gregorianOf,
  monthOf,
  type Reference,
  shifted,
  type Which,
  weekdayOf,
  ymd,
} from './resolve-date.ts'

const START = String.raw`(?:(?<![\p{L}\p{M}\p{N}])|(?<=(?<![\p{L}\p{M}])[وفبل]))`
const END = String.raw`(?![\p{L}\p{M}\p{N}])`
const S = String.raw`(?:[\s\u00A0]{1,3})`
const D = String.raw`[\d٠-٩]`
const YEAR = `(?:1[0-9]|20|١[٠-٩]|٢٠)${D}{2}(?!${D}|[.,٫]${D})`
const ORDINAL = `(?:ال)?(?:[أا]ول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|عشرين|ثلاثين)(?:${S}(?:عشر|والعشرين|والثلاثين))?(?:${S}من)`
const DAY = `(?<day>${D}{1,2}(?!${D})|${ORDINAL})`
const WEEKDAYS = 'الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد'
const WEEKDAY = 'ال(?:[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمع[ةه]|سبت|[أا]حد)'
const PART_OF_DAY = `(?:(?:صباح|مساء|فجر|ظهر|عصر|ليل|ليلة)${S})?`
const WHICH =
  '(?:قبل الماضي|قبل الماضى|المقبل|القادم|الماضي|الماضى|المنصرم|الفائت|الجاري|الجارى|الحالي|الحالى)(?:[ةه])?'

/** The ways Arabic news writes dates. */
export const ARABIC_DATES: readonly DatePattern[] = [
  {
    // `الجمعة 15 أغسطس 2025`, `يوليو (تموز) 2015`, `الرابع من آذار/مارس`, `فبراير المقبل`
    kind: 'calendar',
    hint: new RegExp(ARABIC_MONTH, 'u'),
    pattern: pattern(
      String.raw`(?:(?:${WEEKDAY}[،,]?${S})?${DAY}(?:${S}من)?${S})?(?<label>شهر${S})?(?<month>${ARABIC_MONTH})(?:${S}?[(/]${S}?(?<other>${ARABIC_MONTH})(?:${S}?\))?)?(?:[،,]?${S}(?:(?:من${S})?(?:(?:ال)?عام|سنة)${S})?(?<year>${YEAR})|${S}(?:من${S})?(?<ofYear>العام${S})?(?<which>${WHICH})${END})?`,
      String.raw`(?![\p{L}\p{M}])`,
    ),
    read: readMonth,
  },
  {
    kind: 'calendar',
    hint: new RegExp(HIJRI_MONTH, 'u'),
    pattern: pattern(
      `(?:(?:${WEEKDAY}[،,]?${S})?${DAY}(?:${S}من)?${S})?(?<month>${HIJRI_MONTH})(?:${S}(?:(?:ل?عام|سنة)${S})?(?<year>[1١][345٣٤٥]${D}{2}))?(?:${S}?هـ?)?`,
      END,
    ),
    read: (groups) => {
      if (groups('year') === '' && (groups('day') === '' || groups('month') === 'صفر')) return null
      const year = groups('year')
      return { date: year === '' ? null : gregorianOf(numberOf(year), monthNumber(groups('month')), dayNumber(groups)) }
    },
  },
  {
    // `عام 2022`, `عامي 2013 و2014`, `سنة 1446 هـ`
    kind: 'calendar',
    hint: /(?:عام|سنة|عامي) [\d٠-٩]|[\u00A0][\d٠-٩]/u,
    pattern: pattern(
      String.raw`(?:(?:ال)?عام|عامي|(?:ال)?سنة)${S}(?<year>${D}{3,4}(?!${D}|[.,٫]${D}))(?:${S}و${YEAR})?(?:${S}?(?<hijri>هـ)|${S}?م(?![\p{L}\p{M}]))?`,
      END,
    ),
    read: (groups) => ({ date: groups('hijri') === '' ? ymd(numberOf(groups('year')), null, null) : null }),
  },
  {
    kind: 'calendar',
    hint: /(?:19|20|١٩|٢٠)[\d٠-٩]{2}/u,
    pattern: pattern(
      `(?<=(?:في|فى|منذ|حتى|بحلول|خلال|إلى|بين|من|مطلع|نهاية|بداية|أواخر|أوائل|منتصف)${S}[وبل]?)(?<year>(?:19|20|١٩|٢٠)${D}{2}(?!${D}|[.,٫]${D}))`,
      `(?!${S}?[%٪]|${S}(?:مليون|مليار|[أا]لف|دولار|شخص|جندي|قتيل|متر|كيلو|طن|برميل|حال|مقاتل|صاروخ|طائر|مسير|لاجئ|نازح|موظف|عامل|طالب))`,
    ),
    read: (groups) => ({ date: ymd(numberOf(groups('year')), null, null) }),
  },
  {
    kind: 'calendar',
    hint: /[\d٠-٩][/.-][\d٠-٩]/u,
    pattern: pattern(String.raw`(?<a>${D}{1,4})(?<sign>[/.-])(?<b>${D}{1,2})\k<sign>(?<c>${D}{1,4})`, END),
    read: readNumeric,
  },
  {
    kind: 'relative',
    hint: /[أا]مس|البارحة|الليلة/u,
    pattern: pattern(
      `${PART_OF_DAY}(?:(?<two>[أا]ول${S}(?:من${S})?[أا]مس|[أا]مس${S}ال[أا]ول)|(?<one>[أا]مس|البارحة|الليلة${S}الماضية))(?:[،,]?${S}${WEEKDAY})?`,
      END,
    ),
    read: (groups, reference) => ({ date: daysAfter(reference, groups('two') === '' ? -1 : -2) }),
  },
  {
    kind: 'relative',
    hint: /غد|اليوم/u,
    pattern: pattern(
      `${PART_OF_DAY}(?:(?<two>بعد${S}غد)|(?<one>غد[اًا]{0,2}|الغد)(?:[،,]?${S}${WEEKDAY})?|(?<today>اليوم(?:[،,]?${S}${WEEKDAY}|(?!${S}(?:ال|ذات|نفس)))))`,
      END,
    ),
    read: (groups, reference) => {
      if (groups('today') !== '')
        return /^(?:ذلك|هذا|طوال|نفس|ذات)$/u.test(groups('before')) ? null : { date: daysAfter(reference, 0) }
      return { date: daysAfter(reference, groups('two') === '' ? 1 : 2) }
    },
  },
  {
    kind: 'relative',
    hint: new RegExp(WEEKDAY, 'u'),
    pattern: pattern(`(?:يوم${S})?${PART_OF_DAY}(?<weekday>${WEEKDAY})(?:${S}(?<which>${WHICH}))?`, END),
    read: (groups, reference) =>
      /^(?:صلاة|خطبة|سورة|جمعة|مسجد|كل|أيام)$/u.test(groups('before'))
        ? null
        : { date: weekdayOf(weekdayNumber(groups('weekday')), reference, whichOf(groups('which'), 'nearest')) },
  },
  {
    kind: 'relative',
    hint: new RegExp(WHICH, 'u'),
    pattern: pattern(`(?<unit>ال(?:[أا]سبوع|شهر|عام|سنة|صيف|شتاء|ربيع|خريف))${S}(?<which>${WHICH})`, END),
    read: (groups, reference) => {
      const step = stepOf(groups('which'))
      if (/شهر/u.test(groups('unit'))) return { date: shifted(reference, 'months', step) }
      return { date: /عام|سنة/u.test(groups('unit')) ? shifted(reference, 'years', step) : null }
    },
  },
  {
    // `قبل ثلاثة أيام`, `منذ أسبوعين`; not `قبل ثلاثة أيام من …`, which counts from something else
    kind: 'relative',
    hint: /قبل|منذ/u,
    pattern: pattern(
      String.raw`(?:قبل|منذ)${S}(?<amount>(?:${D}{1,4}|[\p{L}\p{M}]{3,12})(?:${S}(?:يوم|[أا]يام|[أا]سبوع|[أا]سابيع|شهر|[أا]شهر|شهور|عام|[أا]عوام|سن|سنة|سنوات)[اً]{0,2})?)`,
      String.raw`(?![\p{L}\p{M}\p{N}]|${S}من(?!\p{L}))`,
    ),
    read: readAgo,
  },
]

function pattern(body: string, end: string): RegExp {
  return new RegExp(START + body + end, 'gu')
}

function readMonth(groups: DateGroups, reference: Reference): { date: string | null } | null {
  const names = [groups('month'), groups('other')].filter((name) => name !== '')
  const month = monthNumber(groups('month'))
  const day = dayNumber(groups)
  const alone =
    names.length === 1 && day === null && groups('year') === '' && groups('which') === '' && groups('label') === ''
  if (alone && (isUnsureMonth(groups('month')) || !BEFORE_A_MONTH.test(groups('before')))) return null
  if (day !== null && (day < 1 || day > 31)) return null
  if (groups('year') !== '') return { date: ymd(numberOf(groups('year')), month, day) }
  const which = whichOf(groups('which'), 'nearest')
  if (groups('ofYear') === '' || reference === null) return { date: monthOf(month, day, { reference, which }) }
  const step = stepOf(groups('which'))
  return { date: ymd(reference.year + step, month, day) }
}

const BEFORE_A_MONTH =
  /^(?:في|فى|خلال|منذ|حتى|شهر|شهري|مطلع|نهاية|بنهاية|بداية|أوائل|أواخر|منتصف|إلى|من|بحلول|قبل|بعد)$/u

const ORDINALS: readonly RegExp[] = [
  '[أا]ول',
  'ثاني',
  'ثالث',
  'رابع',
  'خامس',
  'سادس',
  'سابع',
  'ثامن',
  'تاسع',
  'عاشر',
].map((name) => new RegExp(`^(?:ال)?${name}`, 'u'))

/** The day of the month in digits or as an ordinal; null where none is given. */
function dayNumber(groups: DateGroups): number | null {
  const day = groups('day')
  if (day === '') return null
  if (/^[\d٠-٩]/u.test(day)) return numberOf(day)
  const units = /^(?:ال)?حادي/u.test(day) ? 1 : ORDINALS.findIndex((name) => name.test(day)) + 1
  if (/ثلاثين/u.test(day)) return 30 + units
  if (/عشرين/u.test(day)) return 20 + units
  return /عشر/u.test(day) ? 10 + units : units
}

function readNumeric(groups: DateGroups): { date: string | null } | null {
  const [a, b, c] = [numberOf(groups('a')), numberOf(groups('b')), numberOf(groups('c'))]
  if (a === undefined || b === undefined || c === undefined) return null
  const date = a > 1000 ? dayOf(a, b, c) : c > 1000 ? dayOf(c, b, a) : null
  return date === null ? null : { date }
}

function weekdayNumber(name: string): number {
  const plain = (text: string): string => text.replace(/[أإ]/gu, 'ا').replace(/ه$/u, 'ة')
  return WEEKDAYS.split('|').findIndex((weekday) => plain(weekday) === plain(name)) + 1
}

function whichOf(word: string, otherwise: Which): Which {
  if (/^(?:المقبل|القادم)/u.test(word)) return 'next'
  if (/^(?:الماض|المنصرم|الفائت)/u.test(word)) return 'last'
  return /^(?:الجار|الحال)/u.test(word) ? 'this' : otherwise
}

/** Years or months from the date of the article. */
function stepOf(word: string): number {
  if (word.startsWith('قبل')) return -2
  return { last: -1, this: 0, next: 1, nearest: 0 }[whichOf(word, 'this')]
}

function readAgo(groups: DateGroups, reference: Reference): { date: string | null } | null {
  const number = findNumbers(groups('amount'), 'ar')[0]
  if (!number || number.unit === null) return null
  const { unit, value } = number
  if (/^يوم|^[أا]يام/u.test(unit)) return { date: daysAfter(reference, -value) }
  if (/^[أا]س[با]/u.test(unit)) return { date: daysAfter(reference, -7 * value) }
  if (/^شه|^[أا]شهر/u.test(unit)) return { date: shifted(reference, 'months', -value) }
  return /^عام|^[أا]عوام|^سن/u.test(unit) ? { date: shifted(reference, 'years', -value) } : null
}
