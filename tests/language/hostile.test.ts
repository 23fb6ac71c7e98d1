import { describe, test } from 'vitest'
import { findDates } from '../../src/language/dates.ts'
import { isolate, withDirection } from '../../src/language/direction.ts'
import { fold } from '../../src/language/fold.ts'
import { findNumbers } from '../../src/language/numbers.ts'
import { splitSentences } from '../../src/language/sentences.ts'
import { contentStems } from '../../src/language/stems.ts'
import { expectLinear } from '../growth.ts'

/** The repeated unit of each text. */
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

describe.each(Object.entries(WORK))('%s is linear', (_, work) => {
  test.each(Object.entries(ROUNDS))('over %s', (_, round) => expectLinear(work, { round, characters: 80_000 }))
})
