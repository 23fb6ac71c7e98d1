import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSlug, numberedSlug, slugFrom } from '../../src/article/slug.ts'

describe('slugs', () => {
  test.each([
    ['alaska-summit', true],
    ['a', true],
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
    ['', false],
    ['A', false],
    ['a_b', false],
    ['-a', false],
    ['a-', false],
    ['قمة', false],
  ])('%s: %s', (text, valid) => {
    expect(isSlug(text)).toBe(valid)
  })

  test.each([
    ['River Bridge_2.page', 'river-bridge-2-page'],
    ['جسر النهر', 'jsr-alnhr'],
    ['Éléonore', 'eleonore'],
    ['…', 'article'],
    ['٢٠٢٥', '2025'],
  ])('%s becomes %s', (text, slug) => {
    expect(slugFrom(text)).toBe(slug)
  })

  test('any text gives a valid slug, and so does a number after it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 5000 }),
        (text, number) => {
          const slug = slugFrom(text)
          expect(isSlug(slug)).toBe(true)
          expect(slugFrom(slug)).toBe(slug)
          expect(isSlug(numberedSlug(slug, number))).toBe(true)
          expect(numberedSlug(slug, number)).not.toBe(slug)
        },
      ),
    )
  })
})
