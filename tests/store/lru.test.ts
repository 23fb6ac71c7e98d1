import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLru } from '../../src/store/lru.ts'

const MOST = 10

test('evicts the least recently used values and never exceeds its weight', () => {
  const key = fc.nat(6)
  const step = fc.oneof(fc.record({ key, weight: fc.nat(14) }), fc.record({ key }), fc.constant('clear' as const))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const lru = createLru<number, number>(MOST, (weight) => weight)
      let usedLast: { key: number; weight: number }[] = []
      for (const one of steps) {
        if (one === 'clear') {
          usedLast = []
          lru.clear()
          continue
        }
        const known = usedLast.find((kept) => kept.key === one.key)
        const others = usedLast.filter((kept) => kept !== known)
        if ('weight' in one) {
          lru.set(one.key, one.weight)
          usedLast = [...others, { ...one }]
          while (usedLast.reduce((sum, { weight }) => sum + weight, 0) > MOST) usedLast.shift()
        } else {
          expect(lru.get(one.key)).toBe(known?.weight)
          if (known !== undefined) usedLast = [...others, known]
        }
      }
      for (const { key: kept, weight } of usedLast) expect(lru.get(kept)).toBe(weight)
    }),
  )
})
