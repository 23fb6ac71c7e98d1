import { type DateGroups, type DatePattern, numberOf } from './date-pattern.ts'
import { dateTenseOf, isAhead } from './date-tense.ts'
import { ARABIC_MONTH, ARABIC_MONTH_NAME, HIJRI_MONTH, isUnsureMonth, monthNumber } from './month-names.ts'
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

const START = String.raw`(?:(?<![\p{L}\p{M}\p{N}])|(?<=(?<![\p{L}\p{M}])(?:[وفبل]|[وب]?ال\u0640)))`
const END = String.raw`(?![\p{L}\p{M}\p{N}])`
const S = String.raw`(?:[\s\u00A0]{1,3})`
const D = String.raw`[\d٠-٩]`
const YEAR = `(?:1[0-9]|20|١[٠-٩]|٢٠)${D}{2}(?!${D}|[.,٫]${D})`
const ORDINAL = `(?:ا?ل)?(?:[أا]ول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|عشرين|ثلاثين)(?:${S}(?:عشر|والعشرين|والثلاثين))?(?:${S}من)`
const DAY = `(?<day>${D}{1,2}(?!${D})|${ORDINAL})`
/** Between the first and the last of a span: `23-25`, `2010 – 2012`, `من 3 إلى 5`, `12 و15`. */
const UNTIL = `${S}?(?<until>[-–—/]|و?(?:[إا]لى|حتى|(?:ل?غاي[ةه])|و))${S}?`
/** A part of a month or a year, which has no day of its own: `الأسبوع الأول من`. */
const PART = `(?:ال(?:[أا]سبوع|نصف|ثلث|ربع|عشر)${S}${ORDINAL}${S})`
const CE = String.raw`(?:${S}?(?:م|ميلادي[ةه]?)(?![\p{L}\p{M}]))?`
const WEEKDAYS = 'الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد'
const WEEKDAY = 'ال(?:[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمع[ةه]|سبت|[أا]حد)'
const PART_OF_DAY = `(?:(?:صباح|مساء|فجر|ظهر|عصر|ليل|ليلة)${S})?`
const WHICH =
  '(?:قبل الماضي|قبل الماضى|المقبل|القادم|الماضي|الماضى|المنصرم|الفائت|الفارط|الجاري|الجارى|الحالي|الحالى)(?:[ةه])?'

/** The ways Arabic news writes dates. */
export const ARABIC_DATES: readonly DatePattern[] = [
  {
    // `الجمعة 15 أغسطس 2025`, `يوليو (تموز) 2015`, `الرابع من آذار/مارس`, `فبراير المقبل`, `23-25 مايو`, `الأسبوع الأول من يونيو`
    kind: 'calendar',
    hint: new RegExp(ARABIC_MONTH_NAME, 'u'),
    pattern: pattern(
      `(?:(?<part>${PART})|(?:${WEEKDAY}[،,]?${S})?(?:الموافق[ةه]?${S}(?:ل[ـ]?)?)?${DAY}(?:${UNTIL}(?<lastDay>${D}{1,2}(?!${D})))?(?:${S}من)?${S}?)?(?<label>شهر${S})?(?<month>${ARABIC_MONTH})(?:(?:${S}(?:الجاري|الحالي|الماضي|المقبل|القادم))?[،,]?${S}?(?:(?:من${S})?(?:(?:ال)?عام|سنة)${S})?(?<year>${YEAR})${CE}|${S}(?:من${S})?(?<ofYear>العام${S})?(?<which>${WHICH})${END})?`,
      String.raw`(?![\p{L}\p{M}])`,
    ),
    read: readMonth,
  },
  {
    // `هجمات 11 سبتمبر`
    kind: 'calendar',
    hint: /سبتمبر|[أاإ]يلول/u,
    pattern: pattern(
      `(?:هجمات|اعتداءات|[أا]حداث|تفجيرات)${S}(?:11|١١|الحادي${S}عشر)(?:${S}من)?${S}(?<month>${ARABIC_MONTH})(?:${S}(?:عام${S})?2001)?`,
      END,
    ),
    read: (groups) => (monthNumber(groups('month')) === 9 ? { date: '2001-09-11' } : null),
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
    // `عام 2022`, `عامي 2013 و2014`, `سنة 1446 هـ`, `عام 656 م`; not `هذا العام 135 عداء`
    kind: 'calendar',
    hint: /(?:عام|سنة|عامي|سنتي|[أا]عوام|سنوات)[\s\u00A0][\d٠-٩]/u,
    pattern: pattern(
      String.raw`(?:(?:ال)?عام|عامي|(?:ال)?سنة|سنتي|(?:ال)?[أا]عوام|(?:ال)?سنوات)${S}(?<year>${YEAR}|${D}{2,4}(?=${S}?(?:هـ|هجري|م(?![\p{L}\p{M}])|ميلادي|للميلاد)))(?:${UNTIL}(?<lastYear>${YEAR}))?(?:(?:${S}?و|${S}?،${S})${YEAR})*(?:${S}?(?<hijri>هـ|هجري[ةه]?)|${CE})?`,
      String.raw`(?![\p{M}\p{N}]|(?<!م)\p{L})`,
    ),
    read: readYears,
  },
  {
    // `عام 85`, `54 هـ`
    kind: 'calendar',
    hint: /هـ|هجري|عام [\d٠-٩]{2}(?![\d٠-٩])/u,
    pattern: pattern(
      `(?:(?:ال)?(?:عام|سنة)${S})?${D}{1,4}${S}?(?:هـ|هجري[ةه]?)|(?<!هذا${S})عام${S}(?<short>[3-9][0-9])(?!${D}|${S}?[%٪]|[.,٫،])`,
      END,
    ),
    read: (groups) => ({ date: groups('short') === '' ? null : `19${groups('short')}` }),
  },
  {
    kind: 'calendar',
    hint: /(?:19|20|١٩|٢٠)[\d٠-٩]{2}/u,
    pattern: pattern(
      `(?<=(?:في|فى|منذ|حتى|بحلول|خلال|إلى|بين|من|قبل|بعد|مطلع|نهاية|بداية|أواخر|أوائل|منتصف|صيف|شتاء|ربيع|خريف|انتخابات|مونديال|ميزانية|موازنة|ثورة|حرب|[أا]فق)${S}[وبل]?|\\((?=${D}{4}${S}?[-–]${S}?${D}{4}\\)))(?<year>(?:19|20|١٩|٢٠)${D}{2}(?!${D}|[.,٫]${D}))(?:${UNTIL}(?<lastYear>${YEAR}))?`,
      `(?!${S}?[%٪$€]|${S}(?:مليون|مليار|[أا]لف|دولار|شخص|جندي|قتيل|متر|كيلو|طن|برميل|حال|مقاتل|صاروخ|طائر|مسير|لاجئ|نازح|موظف|عامل|طالب))`,
    ),
    read: readYears,
  },
  {
    // `1953 - انفصال الإقليم`
    kind: 'calendar',
    hint: /^[\d٠-٩]{4}/u,
    pattern: pattern(`(?<![^])(?<year>${YEAR})`, `(?=${S}?[-–—:])`),
    read: readYears,
  },
  {
    // `20 من الشهر الحالي`, `12 الشهر الجاري`, `العاشر من الشهر المقبل`
    kind: 'relative',
    hint: /شهر/u,
    pattern: pattern(`(?:${WEEKDAY}[،,]?${S})?${DAY}${S}(?:من${S})?(?:هذا${S}الشهر|الشهر${S}(?<which>${WHICH}))`, END),
    read: (groups, reference) => {
      const month = shifted(reference, 'months', stepOf(groups('which')))
      const day = dayNumber(groups)
      return {
        date: month === null || day === null ? null : dayOf(Number(month.slice(0, 4)), Number(month.slice(5)), day),
      }
    },
  },
  {
    kind: 'calendar',
    hint: /[\d٠-٩](?:[.-]|\s?\/\s?)[\d٠-٩]/u,
    pattern: pattern(String.raw`(?<a>${D}{1,4})(?<sign>[.-]|${S}?/${S}?)(?<b>${D}{1,2})\k<sign>(?<c>${D}{1,4})`, END),
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
      if (groups('today') !== '') return NO_TODAY.test(groups('before')) ? null : { date: daysAfter(reference, 0) }
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
        : {
            date: weekdayOf(
              weekdayNumber(groups('weekday')),
              reference,
              whichOf(groups('which'), isAhead(groups('clause')) ? 'next' : 'nearest'),
            ),
          },
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
  const month = monthNumber(groups('month'))
  const day = dayNumber(groups)
  const alone =
    day === null && groups('part') === '' && groups('year') === '' && groups('which') === '' && groups('label') === ''
  if (
    alone &&
    !TWO_NAMES.test(groups('month')) &&
    (isUnsureMonth(groups('month')) || !BEFORE_A_MONTH.test(groups('before')))
  )
    return null
  if (day !== null && (day < 1 || day > 31 || NAMED_FOR_A_DAY.test(groups('before')))) return null
  if (groups('lastDay') === '') return { date: dayInMonth(groups, { month, day }, reference) }
  const last = numberOf(groups('lastDay'))
  // `12 و15 مايو` are two days of the month, `بين 12 و15 مايو` is a span.
  if (groups('until') === 'و' && groups('before') !== 'بين')
    return { date: dayInMonth(groups, { month, day: null }, reference) }
  const span = [day, last].map((each) => dayInMonth(groups, { month, day: each }, reference))
  return { date: span.includes(null) ? null : span.join('/') }
}

function dayInMonth(
  groups: DateGroups,
  at: { month: number; day: number | null },
  reference: Reference,
): string | null {
  if (groups('year') !== '') return ymd(numberOf(groups('year')), at.month, at.day)
  const tense = dateTenseOf({ clause: groups('clause'), after: groups('after') })
  if (tense === 'none') return null
  const which = whichOf(groups('which'), tense)
  if (groups('ofYear') === '' || reference === null) return monthOf(at.month, at.day, { reference, which })
  return ymd(reference.year + stepOf(groups('which')), at.month, at.day)
}

/** A year, or a span of years; of years that are merely listed, the first. */
function readYears(groups: DateGroups): { date: string | null } | null {
  if (/^[وف]?هذا$/u.test(groups('before'))) return null
  if (groups('hijri') !== '') return { date: null }
  const [from, to] = [numberOf(groups('year')), numberOf(groups('lastYear'))]
  const first = ymd(from, null, null)
  const listed = groups('until') === 'و' && groups('before') !== 'بين' && to - from !== 1
  return { date: groups('lastYear') === '' || listed || to <= from ? first : `${first}/${ymd(to, null, null)}` }
}

/** `قوى 14 آذار`, `ميدان 6 أكتوبر`: names. */
const NAMED_FOR_A_DAY =
  /^[وفبل]?(?:قوى|حركة|فريق|تحالف|تيار|شارع|ساحة|ميدان|جسر|كوبري|ملعب|استاد|مطار|جامعة|مدينة|ثورة|انقلاب)$/u
const TWO_NAMES = /[\s(/–-]/u
/** `من اليوم` counts from it, `ذلك اليوم` is another one. */
const NO_TODAY = /^(?:ذلك|هذا|هو|طوال|نفس|ذات|من|[إا]لى|حتى|منذ|بعد|قبل|مثل|حصيلة|حديث|أخبار)$/u

const BEFORE_A_MONTH =
  /^[وف]?(?:في|فى|خلال|منذ|حتى|شهر|شهري|مطلع|نهاية|بنهاية|بداية|أوائل|أواخر|منتصف|إلى|من|بحلول|قبل|بعد)$/u

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
].map((name) => new RegExp(`^(?:ا?ل)?${name}`, 'u'))

/** The day of the month in digits or as an ordinal; null where none is given. */
function dayNumber(groups: DateGroups): number | null {
  const day = groups('day')
  if (day === '') return null
  if (/^[\d٠-٩]/u.test(day)) return numberOf(day)
  const units = /^(?:ا?ل)?حادي/u.test(day) ? 1 : ORDINALS.findIndex((name) => name.test(day)) + 1
  if (/ثلاثين/u.test(day)) return 30 + units
  if (/عشرين/u.test(day)) return 20 + units
  return /عشر/u.test(day) ? 10 + units : units
}

function readNumeric(groups: DateGroups): { date: string | null } | null {
  const [a, b, c] = [numberOf(groups('a')), numberOf(groups('b')), numberOf(groups('c'))]
  if (a === undefined || b === undefined || c === undefined) return null
  const [year, day] = a > 1000 ? [a, c] : [c, a]
  const date = year < 1000 ? null : year < 1600 ? gregorianOf(year, b, day) : dayOf(year, b, day)
  return date === null ? null : { date }
}

function weekdayNumber(name: string): number {
  const plain = (text: string): string => text.replace(/[أإ]/gu, 'ا').replace(/ه$/u, 'ة')
  return WEEKDAYS.split('|').findIndex((weekday) => plain(weekday) === plain(name)) + 1
}

function whichOf(word: string, otherwise: Which): Which {
  if (/^(?:المقبل|القادم)/u.test(word)) return 'next'
  if (/^(?:الماض|المنصرم|الفائت|الفارط)/u.test(word)) return 'last'
  return /^(?:الجار|الحال)/u.test(word) ? 'this' : otherwise
}

/** Years or months from the date of the article. */
function stepOf(word: string): number {
  if (word.startsWith('قبل')) return -2
  return { last: -1, past: 0, this: 0, next: 1, nearest: 0 }[whichOf(word, 'this')]
}

function readAgo(groups: DateGroups, reference: Reference): { date: string | null } | null {
  const number = findNumbers(groups('amount'), 'ar')[0]
  // `قبل نصف شهر`: no day.
  if (!number || number.unit === null || !Number.isInteger(number.value)) return null
  const { unit, value } = number
  if (/^يوم|^[أا]يام/u.test(unit)) return { date: daysAfter(reference, -value) }
  if (/^[أا]س[با]/u.test(unit)) return { date: daysAfter(reference, -7 * value) }
  if (/^شه|^[أا]شهر/u.test(unit)) return { date: shifted(reference, 'months', -value) }
  return /^عام|^[أا]عوام|^سن/u.test(unit) ? { date: shifted(reference, 'years', -value) } : null
}
