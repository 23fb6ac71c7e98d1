import { expect, test } from 'vitest'
import { createFlood } from '../../../src/delivery/sender/flood.ts'

test('a later delivery that gets through shows that one chat alone is flooded', () => {
  const flood = createFlood(0)
  const [flooded, other] = [flood.begin(), flood.begin()]
  flood.flooded(flooded, { now: 5, until: 5000 })
  expect(flood.state(10)).toEqual({ kind: 'probe', until: 5000 })
  flood.through(other)
  expect(flood.state(20)).toEqual({ kind: 'open' })
})

test('a delivery sent before the flooded one proves nothing', () => {
  const flood = createFlood(0)
  const [before, flooded] = [flood.begin(), flood.begin()]
  flood.flooded(flooded, { now: 5, until: 5000 })
  flood.through(before)
  expect(flood.state(20).kind).toBe('probe')
})

test('a flooded probe closes for all, for the longest wait and not a moment more', () => {
  const flood = createFlood(0)
  flood.flooded(flood.begin(), { now: 5, until: 5000 })
  flood.flooded(flood.begin(), { now: 5, until: 4000 })
  expect(flood.state(4999)).toEqual({ kind: 'closed', until: 5000 })
  expect(flood.state(5000)).toEqual({ kind: 'open' })
})

test('two that were in flight together are no probe of each other', () => {
  const flood = createFlood(0)
  const [one, other] = [flood.begin(), flood.begin()]
  flood.flooded(one, { now: 5, until: 5000 })
  flood.flooded(other, { now: 5, until: 6000 })
  expect(flood.state(20)).toEqual({ kind: 'probe', until: 6000 })
})

test('an earlier process’s wait is kept', () => {
  const flood = createFlood(3000)
  expect(flood.state(2999).kind).toBe('closed')
  expect(flood.state(3000).kind).toBe('open')
})
