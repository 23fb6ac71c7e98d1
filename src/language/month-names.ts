/** A month's names in one calendar, as alternatives of a pattern, from the first month to the last. */
type Months = readonly string[]

/** Western, Levantine and Maghrebi names and their spellings. */
const ARABIC: Months = [
  'يناير|كانون\\s+(?:(?:ال)?ثاني|[2٢])|جانفي',
  'فبراير|شباط|فيفري',
  'مارس|[آأإا]ذار',
  '[أا]بريل|إبريل|نيسان|[أا]فريل',
  'مايو|[آأا]يار|ماي',
  'يوني[وه]|حزيران|جوان',
  'يوليو(?:ز)?|يوليه|تموز|جويلي[ةه]',
  '[أا]غسطس|[آأا]ب|[أا]وت|غشت',
  'سبتمبر|[أا]يلول|شتنبر',
  '[أا]كتوبر|تشرين\\s+(?:(?:ال)?[أا]ول|[1١])',
  'نوفمبر|تشرين\\s+(?:(?:ال)?ثاني|[2٢])|نونبر',
  'ديسمبر|كانون\\s+(?:(?:ال)?[أا]ول|[1١])|دجنبر',
]

/** Papers name a month twice for readers of several countries: `يونيو/حزيران`, `يونيو حزيران`, `يوليو (تموز)`. */
const ONE_OR_TWO_NAMES: Months = ARABIC.map((names) => `(?:${names})(?:\\s?[(/–-]?\\s?(?:${names})(?:\\s?\\))?)?`)

const HIJRI: Months = [
  '(?:ال)?محرم',
  'صفر',
  'ربيع\\s+(?:ال)?[أا]ول',
  'ربيع\\s+(?:ال)?(?:ثاني|[آا]خر)',
  'جماد[ىي]\\s+(?:ال)?[أا]ول[ىي]',
  'جماد[ىي]\\s+(?:ال)?(?:ثاني[ةه]|[آا]خر[ةه])',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذ[ويا]\\s+القعد[ةه]',
  'ذ[ويا]\\s+الحج[ةه]',
]

const ENGLISH: Months = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept?',
  'october|oct',
  'november|nov',
  'december|dec',
]

/** Names that are common words as well: a month only beside a day, a year or another name of the month. */
const UNSURE = /^(?:مارس|[آأا]ب|ماي|جوان|[أا]وت|رجب|شعبان|صفر|محرم|may|march|mar|jan|jun|dec)$/iu

/** One name of a Gregorian month in Arabic. */
export const ARABIC_MONTH_NAME = ARABIC.join('|')
/** A Gregorian month in Arabic, as a pattern's alternatives. */
export const ARABIC_MONTH = ONE_OR_TWO_NAMES.join('|')
/** A month of the Hijri year. */
export const HIJRI_MONTH = HIJRI.join('|')
/** A month in English, whole or cut short. */
export const ENGLISH_MONTH = ENGLISH.join('|')

const NUMBERS = [ONE_OR_TWO_NAMES, HIJRI, ENGLISH].map((months) =>
  months.map((names) => new RegExp(`^(?:${names})$`, 'iu')),
)

/** The month's number from 1, in whichever calendar has it; 0 for no month. */
export function monthNumber(name: string): number {
  for (const months of NUMBERS) {
    const index = months.findIndex((pattern) => pattern.test(name))
    if (index >= 0) return index + 1
  }
  return 0
}

/** All one-word names of the Gregorian month that an Arabic word names, in a spelling of each; none for no month. */
export function arabicMonthNames(word: string): readonly string[] {
  const names = ARABIC.find((pattern) => new RegExp(`^(?:${pattern})$`, 'u').test(word)) ?? ''
  const plain = names.replace(/\(\?:[^)]*\)\?/g, '').replace(/\[(.)[^\]]*\]/g, '$1')
  return plain.split('|').filter((name) => /^\p{L}+$/u.test(name))
}

/** True for a name that alone may be another word. */
export function isUnsureMonth(name: string): boolean {
  return UNSURE.test(name)
}
