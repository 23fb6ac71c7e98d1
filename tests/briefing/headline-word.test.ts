import { describe, expect, test } from 'vitest'
import { readWord } from '../../src/briefing/same-story/headline-word.ts'

describe('readWord', () => {
  test.each([
    ['بداعش', 'داعش'],
    ['لعدن', 'عدن'],
    ['تعلن', 'يعلن'],
    ['تنتظر', 'ينتظر'],
    ['قتلي', 'مصرع'],
  ])('%s and %s are one word', (a, b) => {
    expect(readWord(a, 'ar')?.sign).toBe(readWord(b, 'ar')?.sign)
  })

  test.each([
    ['بلد', 'لد'],
    ['وزير', 'زير'],
    ['لبنان', 'بنان'],
  ])('%s keeps its first letter', (word, rest) => {
    expect(readWord(word, 'ar')?.sign).not.toBe(readWord(rest, 'ar')?.sign)
  })

  test.each([
    ['يقترض', 'اقتراض'],
    ['ترصد', 'رصد'],
    ['يستغرب', 'استغراب'],
  ])('%s has the consonants of %s', (verb, noun) => {
    expect(readWord(verb, 'ar')?.consonants).toBe(readWord(noun, 'ar')?.consonants)
  })

  test('a word of grammar has no meaning', () => {
    expect(readWord('في', 'ar')).toBeNull()
  })
})
