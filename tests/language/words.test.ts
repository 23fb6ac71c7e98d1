import { describe, expect, test } from 'vitest'
import { countWords, splitWords } from '../../src/language/words.ts'

describe('splitWords', () => {
  test.each([
    ['كيم جونغ-أون', ['كيم', 'جونغ-أون']],
    ['بلغ 18.534 و٣٫٥ و1,250', ['بلغ', '18.534', 'و٣٫٥', 'و1,250']],
    ['2024-2025', ['2024', '2025']],
    ['انتهى.وقال', ['انتهى', 'وقال']],
    ['#قمة_المدن', ['قمة_المدن']],
    ['سيترُكُ الأمـر', ['سيترُكُ', 'الأمـر']],
    ["don't the U.S. site bbc.com", ["don't", 'the', 'U.S', 'site', 'bbc.com']],
    ['في 14 يونيو-15 يوليو', ['في', '14', 'يونيو', '15', 'يوليو']],
    ['10:30', ['10:30']],
    ['—…؟!', []],
  ])('%s', (text, words) => {
    expect(splitWords(text).map((word) => word.text)).toEqual(words)
  })

  test('a word is where it says', () => {
    const text = '«سارت الأمور» كما خُطّط لها.'
    for (const word of splitWords(text)) expect(text.slice(word.start, word.end)).toBe(word.text)
  })
})

describe('countWords', () => {
  test('tashkeel makes no word of its own, a hyphen parts two', () => {
    expect(countWords('سيترُكُ جونغ-أون المدينة')).toBe(4)
    expect(countWords('…')).toBe(0)
  })
})
