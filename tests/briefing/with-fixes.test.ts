import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quote } from '../../src/briefing/briefing.ts'
import { type Fix, quoteKey, withFixes } from '../../src/briefing/with-fixes.ts'
import { aBriefing } from '../an-article.ts'

const said = (text: string, speaker: string | null): Quote => ({
  ...{ text, speaker, role: 'وزير', verb: 'قال', mode: 'direct', medium: null, addressee: null },
  at: [{ paragraph: 0, start: 0, end: text.length }],
})
const QUOTES = [said('سنفتح الجسر غدًا', 'سلمى الراوي'), said('لن نفتحه أبدًا', null), said('لا تعليق لدي الآن', 'حسن')]
const CHUNK = { heading: '1', derived: true, text: 'نص', from: 0, to: 0, quotes: [0, 1, 2] }
const BRIEFING = aBriefing({ quotes: QUOTES, chunks: [CHUNK] })
const keys = QUOTES.map(quoteKey)

test('a title, a speaker and a dropped quote are fixed, and marked', () => {
  const fixes: readonly Fix[] = [
    { kind: 'title', quote: '', words: 'عنوان المحرّر' },
    { kind: 'speaker', quote: keys[1] ?? '', words: 'منى السالم' },
    { kind: 'dropped', quote: keys[0] ?? '', words: '' },
  ]
  const fixed = withFixes(BRIEFING, fixes)
  expect(fixed.article.title).toEqual({ text: 'عنوان المحرّر', derived: false })
  expect(fixed.quotes).toEqual([{ ...QUOTES[1], speaker: 'منى السالم', role: null, edited: true }, QUOTES[2]])
  expect(fixed.chunks[0]?.quotes).toEqual([0, 1])
  expect(fixed.edited).toEqual(['title', 'speaker', 'dropped'])
})

test('a fix of what is not there changes nothing, and nothing is marked', () => {
  const gone: Fix = { kind: 'speaker', quote: quoteKey(said('كلام قديم', null)), words: 'حسن' }
  expect(withFixes(BRIEFING, [gone])).toBe(BRIEFING)
})

test('no fix changes the words of a quote or of the article', () => {
  const fix = fc.record({
    kind: fc.constantFrom('title' as const, 'speaker' as const, 'dropped' as const),
    quote: fc.constantFrom('', ...keys),
    words: fc.string(),
  })
  fc.assert(
    fc.property(fc.array(fix), (fixes) => {
      const { quotes, article, chunks } = withFixes(BRIEFING, fixes)
      const texts = QUOTES.map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining(quotes.map(({ text }) => text)))
      expect(article.blocks).toEqual(BRIEFING.article.blocks)
      expect(chunks[0]?.quotes).toEqual(quotes.map((_, index) => index))
    }),
  )
})
