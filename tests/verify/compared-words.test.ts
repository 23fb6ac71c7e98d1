import { expect, test } from 'vitest'
import { comparedWords } from '../../src/verify/compared-words.ts'

test.each([
  ['1.50', '1.5'],
  ['1٫50', '1.5'],
  ['5.0', '5'],
  ['5.000', '5'],
  ['100', '100'],
  ['0.0', '0'],
  ['1,500.0', '1500'],
  ['1٬000', '1000'],
  ['2.05', '2.05'],
])('%s is compared as %s', (text, key) => {
  expect(comparedWords(text).map((word) => word.key)).toEqual([key])
})
