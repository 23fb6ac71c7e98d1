import type { Direction } from './direction.ts'

type LanguageRow = {
  /** BCP 47, for dates, counts and plurals. */
  readonly locale: string
  readonly direction: Direction
  readonly script: RegExp
  /** Between the items of a list within a line. */
  readonly separator: string
  readonly quoteMarks: readonly [open: string, close: string]
  /** ISO weekday, 1 is Monday. */
  readonly firstWeekday: number
  /**
   * Silent reading, the mean of adult readers: Trauzettel-Klosinski & Dietz, "Standardized Assessment of Reading
   * Performance", IOVS 53 (2012), table 2.
   */
  readonly wordsAMinute: number
}

/**
 * One row a language. A new one needs a row here, a file in `locales/`, and its rules wherever the compiler then
 * demands them: every choice by language is a `Record<Language, …>`.
 */
const LANGUAGE_ROWS = {
  ar: {
    locale: 'ar-u-ca-gregory',
    direction: 'rtl',
    script: /\p{Script=Arabic}/u,
    separator: '، ',
    quoteMarks: ['«', '»'],
    firstWeekday: 6,
    wordsAMinute: 138,
  },
  en: {
    locale: 'en-GB',
    direction: 'ltr',
    script: /\p{Script=Latin}/u,
    separator: ', ',
    quoteMarks: ['“', '”'],
    firstWeekday: 1,
    wordsAMinute: 228,
  },
} as const satisfies Readonly<Record<string, LanguageRow>>

/** The languages the engine has rules for (BCP 47). Any other text is read with the rules of the nearer one. */
export type Language = keyof typeof LANGUAGE_ROWS

export const LANGUAGE: Readonly<Record<Language, LanguageRow>> = LANGUAGE_ROWS

// the type of `Object.keys` has neither the keys nor that there is one
/** In the table's order; the first is the fallback. */
export const LANGUAGES = Object.keys(LANGUAGE_ROWS) as readonly string[] as readonly [Language, ...Language[]]

/** The language of a BCP 47 code; `null` for one the bot has no rules for. */
export function languageNamed(code: string | null | undefined): Language | null {
  return LANGUAGES.find((language) => language === code) ?? null
}

/** The language most letters of the text are written in: Arabic script is `ar`, everything else `en`; no letters: `ar`. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, 8000)
  // Counting by removal is ten times as fast as a list of matches.
  const arabic = sample.length - sample.replace(/\p{Script=Arabic}+/gu, '').length
  const letters = sample.length - sample.replace(/[\p{L}\p{Script=Arabic}]+/gu, '').length
  return arabic * 2 >= letters ? 'ar' : 'en'
}

/** The language of a few words that people wrote: the first whose script any of them has, else English. */
export function languageOfWords(words: string): Language {
  return LANGUAGES.find((language) => LANGUAGE[language].script.test(words)) ?? 'en'
}
