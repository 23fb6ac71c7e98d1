import { expect, test } from 'vitest'
import { OF_SHORT_TEXTS, patternsIn, worstGrowth } from './regular-expressions.ts'

// the whole effort, up to a million characters: node bench/fuzz/fuzz.ts --patterns
test('no regular expression over people’s text is worse than linear', { timeout: 120_000 }, async () => {
  const patterns = await patternsIn('src')
  expect(patterns.length).toBeGreaterThan(800)
  const known = new Set(OF_SHORT_TEXTS.map(({ pattern }) => String(pattern)))
  const measured = patterns.filter(({ pattern }) => !known.has(String(pattern)))
  expect(measured).toHaveLength(patterns.length - known.size)
  const found = measured.flatMap(({ path, pattern }) => {
    const growth = worstGrowth(pattern, { longest: 16_000, pumps: 5 })
    return growth === null ? [] : [{ path, pattern: String(pattern).slice(0, 200), pump: growth.pump }]
  })
  expect(found).toEqual([])
})

test.each([
  [/\s+$/, /\s/],
  [/(?:a|a)*b/, /a/],
])('%s is found to be', (pattern, pump) => {
  expect(worstGrowth(pattern, { longest: 16_000, pumps: 3 })).toMatchObject({ pump: expect.stringMatching(pump) })
})

test('what has the same meaning without going back over it is not', () => {
  expect(worstGrowth(/(?<!\s)\s+$/, { longest: 16_000, pumps: 3 })).toBeNull()
})
