import { describe, expect, test } from 'vitest'
import { findDates } from '../../src/language/dates.ts'
import { isolate, withDirection } from '../../src/language/direction.ts'
import { fold } from '../../src/language/fold.ts'
import { findNumbers } from '../../src/language/numbers.ts'
import { splitSentences } from '../../src/language/sentences.ts'
import { contentStems } from '../../src/language/stems.ts'

/** What one round of each text repeats; a text is as many rounds as are asked for. */
const ROUNDS: Readonly<Record<string, string>> = {
  'one line of words': 'كلمة أخرى ',
  'straight marks': '"',
  'opening marks': '«',
  'marks after letters': ' "ا',
  stops: '.',
  'letters with stops': 'ا.',
  'Latin letters with stops': 'a.',
  abbreviations: 'د. "؟ ',
  digits: '1',
  'single digits': '1 ',
  'digits with commas': '1,',
  dashes: '1-',
  'number words': 'خمسة وعشرين ',
  scales: 'مليون ',
  alternatives: 'أو 2 ',
  ago: 'قبل ',
  weekdays: 'الجمعة ',
  months: 'مارس/',
  brackets: '(',
  isolates: '\u2066',
  'marks of direction': '\u200F',
  'lone surrogates': '\uD83D',
  tashkeel: '\u064E',
  spaces: ' ',
  'line ends': '\n',
  signs: '$+-%',
  at: '@a',
}

const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  splitSentences: (text) => splitSentences(text, 'ar'),
  splitEnglish: (text) => splitSentences(text, 'en'),
  findNumbers: (text) => findNumbers(text, 'ar'),
  findDates: (text) => findDates(text, 'ar', '2025-08-16'),
  isolate,
  direct: (text) => withDirection(text, 'rtl'),
  fold,
  contentStems: (text) => contentStems(text, 'ar'),
}

/** Two hundred thousand characters in less than this is linear; quadratic would be minutes. */
const MOST_MS = 2500

describe.each(Object.keys(WORK))('%s is linear', (name) => {
  test.each(Object.keys(ROUNDS))('over %s', (kind) => {
    const round = ROUNDS[kind] ?? ''
    const text = round.repeat(Math.ceil(200_000 / round.length))
    const started = performance.now()
    WORK[name]?.(text)
    expect(performance.now() - started).toBeLessThan(MOST_MS)
  })
})
