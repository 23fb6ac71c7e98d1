import { expect, test } from 'vitest'
import { patternsIn, worstGrowth } from './regular-expressions.ts'

/** Those that only ever see a few characters, by where their text is cut. */
const OF_SHORT_TEXTS: Readonly<Record<string, number>> = {
  // 24 characters before a date
  'language/dates.ts': 1,
  // 40 characters before a stop
  'language/sentences.ts': 1,
}

// the whole effort: bench/fuzz/patterns.ts
test('no regular expression over people’s text is worse than linear', { timeout: 120_000 }, async () => {
  const patterns = await patternsIn('src')
  expect(patterns.length).toBeGreaterThan(800)
  const found = patterns.flatMap(({ path, pattern }) => {
    const growth = worstGrowth(pattern, { length: 2000, pumps: 3 })
    return growth === null ? [] : [{ path, pattern: String(pattern).slice(0, 200), pump: growth.pump }]
  })
  const allowed = Object.keys(OF_SHORT_TEXTS)
  expect(found.filter(({ path }) => !allowed.includes(path))).toEqual([])
  for (const [path, count] of Object.entries(OF_SHORT_TEXTS))
    expect(found.filter((one) => one.path === path).length).toBeLessThanOrEqual(count)
})

test.each([
  [/\s+$/, /\s/],
  [/(?:a|a)*b/, /a/],
])('%s is found to be', (pattern, pump) => {
  expect(worstGrowth(pattern, { length: 2000, pumps: 3 })).toMatchObject({ pump: expect.stringMatching(pump) })
})

test('what has the same meaning without going back over it is not', () => {
  expect(worstGrowth(/(?<!\s)\s+$/, { length: 2000, pumps: 3 })).toBeNull()
})
