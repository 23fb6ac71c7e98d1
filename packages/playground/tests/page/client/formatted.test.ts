import { expect, test } from 'vitest'

// The page's scripts run as they are; nothing builds or types them.
const { directionOf }: { directionOf(line: string): string | null } = await import(
  new URL('../../../page/client/formatted.js', import.meta.url).href
)

test.each([
  ['المصدر: Reuters', 'rtl'],
  ['Reuters: المصدر', 'ltr'],
  ['«قال» نعم', 'rtl'],
  ['15 آب', 'rtl'],
  ['١٥ August', 'ltr'],
  ['🇪🇬 مصر', 'ltr'],
  ['\u200f🇪🇬 مصر', 'rtl'],
  ['📰 مصر', 'rtl'],
  ['\u2066NATO\u2069 والناتو', 'ltr'],
  ['\u2067الناتو\u2069 NATO', 'rtl'],
  ['؟ what', 'rtl'],
  ['، what', 'ltr'],
  ['2024-2025 …', null],
  ['', null],
])('%j runs %s', (line, direction) => expect(directionOf(line)).toBe(direction))
