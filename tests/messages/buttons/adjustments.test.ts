import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf } from '../../../src/article/key.ts'
import { LENGTHS, SECTIONS } from '../../../src/digest/form.ts'
import { type Adjustment, PAUSES, PLAN_PAGES, type PlanPage } from '../../../src/digest/preferences.ts'
import { WHEN_EMPTY } from '../../../src/digest/wishes.ts'
import { decodeAdjustment, encodeAdjustment } from '../../../src/messages/adjustments.ts'
import { decodePress, encodePress } from '../../../src/messages/buttons/press.ts'

const minute = fc.integer({ min: 0, max: 1439 })
const key = fc.string().map(keyOf)
const PAGES: readonly PlanPage[] = fc.sample(fc.constantFrom(...(Object.keys(PLAN_PAGES) as PlanPage[])), 50)

const adjustment: fc.Arbitrary<Adjustment> = fc.oneof(
  fc.constantFrom(...PAGES).map((page): Adjustment => ({ kind: 'page', page })),
  fc.record({ kind: fc.constant('zones' as const), region: fc.integer({ min: 0, max: 9 }), page: fc.nat(99) }),
  fc.record({ kind: fc.constantFrom('zone' as const, 'speaker' as const), key }),
  fc.record({ kind: fc.constantFrom('time' as const, 'ramadan' as const), minute }),
  fc
    .subarray(['1', '2', '3', '4', '5', '6', '7'], { minLength: 1 })
    .map((days): Adjustment => ({ kind: 'days', days: days.join('') })),
  fc.record({ kind: fc.constant('day' as const), day: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant('pause' as const), days: fc.constantFrom(...PAUSES) }),
  fc.record({ kind: fc.constant('quiet' as const), from: minute, to: minute }).filter(({ from, to }) => from !== to),
  fc.record({ kind: fc.constantFrom('no-quiet' as const, 'no-ramadan' as const, 'follow-all' as const) }),
  fc.record({ kind: fc.constant('section' as const), section: fc.constantFrom(...SECTIONS) }),
  fc.record({ kind: fc.constant('most' as const), most: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ kind: fc.constant('length' as const), length: fc.constantFrom(...LENGTHS) }),
  fc.record({ kind: fc.constant('empty' as const), whenEmpty: fc.constantFrom(...WHEN_EMPTY) }),
)

describe('an adjustment', () => {
  test('comes back from its button', () => {
    fc.assert(
      fc.property(adjustment, (adjusted) => {
        expect(decodeAdjustment(encodeAdjustment(adjusted))).toEqual(adjusted)
        const press = { kind: 'adjust' as const, adjustment: adjusted }
        expect(encodePress(press)).toMatch(/^[A-Za-z0-9_]{1,20}$/)
        expect(decodePress(encodePress(press))).toEqual(press)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ...['', 'o', 'ox', 't2460', 't730', 'd', 'd11', 'd21', 'd8', 'x0', 'x8', 'p2', 'p', 'q', 'q22000700x', 'q22002200'],
    ...['q2200', 'q25000700', 's5', 's', 'm0', 'm11', 'm01', 'l3', 'e3', 'f', 'fzzzzzzzz', 'z1', 'y', 'y100100', 'r'],
  ])('that nobody made is refused: %s', (code) => {
    expect(decodeAdjustment(code)).toBeNull()
  })

  test('of any text is one that encodes to it again, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'otrzdxpqsmlefy0123457'), maxLength: 9 }), (code) => {
        const adjusted = decodeAdjustment(code)
        expect(adjusted === null || encodeAdjustment(adjusted) === code).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
