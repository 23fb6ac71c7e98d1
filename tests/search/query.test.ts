import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery, parseQuestion } from '../../src/search/query.ts'

const TUESDAY = '2026-03-10'

describe('parseQuery', () => {
  test.each([
    ['قمة المناخ', ['قمة', 'المناخ']],
    ['  قمة،  المناخ؛ ', ['قمة', 'المناخ']],
    ['قمة قمة', ['قمة']],
    ['كيم جونغ-أون', ['كيم', 'جونغ-أون']],
    ['10.5% + ؟!', ['10.5']],
    ['', []],
    ['؟ … «»', []],
    ['OR NEAR( * ^ { }', ['OR', 'NEAR']],
    ['وقال: لا', ['وقال', 'لا']],
    ['http://example.org/a', ['http', 'example.org', 'a']],
  ])('%j: its words', (text, words) => {
    expect(parseQuery(text)).toMatchObject({ words, phrases: [], problems: [] })
  })

  test.each([
    ['"وقف النار" غدا', ['وقف النار'], ['غدا']],
    ['«وقف النار»', ['وقف النار'], []],
    ['“cease fire” now', ['cease fire'], ['now']],
    ['قبل «أ ب» وبعد "ج د"', ['أ ب', 'ج د'], ['قبل', 'وبعد']],
    ['"وقف النار', [], ['وقف', 'النار']],
    ['«وقف', [], ['وقف']],
    ['"…" «،»', [], []],
  ])('%j: phrases in quotation marks', (text, phrases, words) => {
    expect(parseQuery(text)).toMatchObject({ phrases, words })
  })

  test.each([
    ['from:BBC هدنة', { sources: ['BBC'], words: ['هدنة'] }],
    ['المصدر: الجزيرة هدنة', { sources: ['الجزيرة'], words: ['هدنة'] }],
    ['من:الضفاف', { sources: ['الضفاف'] }],
    ['by:سلمى هدنة', { speakers: ['سلمى'], words: ['هدنة'] }],
    ['BY:"Salma Rawi"', { speakers: ['Salma Rawi'] }],
    ['قائل:«سلمى الراوي»', { speakers: ['سلمى الراوي'] }],
    ['قال:سلمى_الراوي نعم', { speakers: ['سلمى الراوي'], words: ['نعم'] }],
    ['by:سلمى by:عادل', { speakers: ['سلمى', 'عادل'] }],
    // Prose, not a filter: a space stands after the colon.
    ['قال: نعم', { speakers: [], words: ['قال', 'نعم'] }],
    ['hereby:me', { speakers: [], words: ['hereby', 'me'] }],
  ])('%j: who and where from', (text, expected) => {
    expect(parseQuery(text)).toMatchObject({ problems: [], ...expected })
  })

  test.each([
    ['after:2025', '2025-01-01'],
    ['after:2025-08', '2025-08-01'],
    ['after:2025-8-5', '2025-08-05'],
    ['بعد:٢٠٢٥-٠٨-١٥', '2025-08-15'],
    ['بعد: 15/8/2025', '2025-08-15'],
    ['بعد: 15 أغسطس 2025', '2025-08-15'],
    ['since:"August 2025"', '2025-08-01'],
    ['بعد:آب_2025', '2025-08-01'],
    ['بعد:أمس', '2026-03-09'],
    ['after:Sunday', '2026-03-08'],
    ['بعد:الأحد', '2026-03-08'],
    ['بعد:أغسطس', '2025-08-01'],
    ['after:2024 after:2025', '2025-01-01'],
  ])('%j: after %s', (text, after) => {
    expect(parseQuery(text, TUESDAY)).toMatchObject({ after, before: null, words: [], problems: [] })
  })

  test('a date may be several words, and what follows it is a word', () => {
    const query = parseQuery('قبل: 15 أغسطس 2025 هدنة', TUESDAY)
    expect(query).toMatchObject({ before: '2025-08-15', words: ['هدنة'] })
  })

  test.each([
    ['after:soon', { kind: 'no-date', filter: 'after', word: 'soon' }],
    ['before:2025-13', { kind: 'no-date', filter: 'before', word: '2025-13' }],
    ['before:2025-02-30', { kind: 'no-date', filter: 'before', word: '2025-02-30' }],
    ['قبل:', { kind: 'no-value', filter: 'before', word: '' }],
    ['by:', { kind: 'no-value', filter: 'by', word: '' }],
    ['from:"…"', { kind: 'no-value', filter: 'from', word: '…' }],
  ])('%j: a problem', (text, problem) => {
    expect(parseQuery(text, TUESDAY).problems).toEqual([problem])
  })

  test('the name of a day is no date where nobody says what day it is', () => {
    expect(parseQuery('after:Sunday').problems).toEqual([{ kind: 'no-date', filter: 'after', word: 'Sunday' }])
  })

  test('too long a query is cut, with a problem', () => {
    const query = parseQuery(Array.from({ length: 3_000 }, (_, index) => `w${index}`).join(' '))
    expect(query.words).toHaveLength(16)
    expect(query.problems).toEqual([{ kind: 'too-long', word: 'w16' }])
  })

  test('takes any text', () => {
    const pieces = [
      '"',
      '«',
      '»',
      'by:',
      'قبل:',
      '\0',
      '\uD800',
      '\u202E',
      ' ',
      '2025',
      'كلمة',
      'OR',
      '*',
      '(',
      'ﷺ',
      '⑴',
      '👩‍👧',
    ]
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 400 })
    fc.assert(
      fc.property(text, (parts) => {
        const query = parseQuery(parts.join(''), TUESDAY)
        expect(query.words.length).toBeLessThanOrEqual(16)
        for (const word of [...query.words, ...query.phrases]) {
          expect(word.isWellFormed()).toBe(true)
          expect(word).toMatch(/[\p{L}\p{N}]/u)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('parseQuestion', () => {
  test.each([
    ['متى افتتح الجسر؟', 'when', ['افتتح', 'الجسر']],
    ['من افتتح الجسر؟', 'who', ['افتتح', 'الجسر']],
    ['من الذي قال إن الجسر آمن؟', 'who', ['إن', 'الجسر', 'آمن']],
    ['كم بلغت كلفة الجسر؟', 'how-many', ['بلغت', 'كلفة', 'الجسر']],
    ['أين يقع الجسر', 'where', ['يقع', 'الجسر']],
    ['في أي عام افتتح الجسر؟', 'when', ['في', 'افتتح', 'الجسر']],
    ['لماذا أغلق الجسر؟', 'what', ['أغلق', 'الجسر']],
    ['هل أغلق الجسر؟', 'what', ['أغلق', 'الجسر']],
    ['how many people crossed the bridge?', 'how-many', ['people', 'crossed', 'the', 'bridge']],
    ['When did the bridge open?', 'when', ['bridge', 'open']],
    ['who said the bridge is safe', 'who', ['bridge', 'is', 'safe']],
    ['الجسر', 'what', ['الجسر']],
    ['متى؟', 'when', ['متى']],
  ])('%j: a question of %s', (text, question, words) => {
    expect(parseQuestion(text)).toMatchObject({ question, words })
  })
})
