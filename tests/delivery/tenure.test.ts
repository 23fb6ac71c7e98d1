import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clocks, createTenure, watchSigns } from '../../src/delivery/tenure.ts'

const TTL_MS = 15_000
/** Never one of this machine. */
const name = 'elsewhere/1/a'

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'Date'] }))
afterEach(() => vi.useRealTimers())

/** Whether each look after so many milliseconds, answered so much later, tells that it lost what it holds. */
function looks(...each: readonly { readonly after: number; readonly beat: number; readonly slow?: number }[]) {
  const { isLost } = watchSigns(TTL_MS)
  return each.map(({ after, beat, slow = 0 }) => {
    vi.advanceTimersByTime(after)
    const asked = clocks()
    vi.advanceTimersByTime(slow)
    return isLost({ name, beat }, asked)
  })
}

test('who shows one beat for the whole term lost what it holds', () => {
  const beats = [1, 1, 1].map((beat, at) => ({ after: at * 10_000, beat }))
  expect(looks(...beats)).toEqual([false, false, true])
  expect(looks({ after: 0, beat: 1 }, { after: 14_000, beat: 2 }, { after: 14_000, beat: 2 })).not.toContain(true)
})

test('an answer that took a third of the term proves nothing, as others waited for theirs too', () => {
  const look = { after: 14_000, beat: 1 }
  expect(looks(look, { ...look, slow: 4_000 }, look)).toEqual([false, false, true])
  expect(looks(look, { ...look, slow: 5_000 }, look)).toEqual([false, false, false])
})

test('after a time in which nobody could give a sign, all begin anew', () => {
  const { isLost, forget } = watchSigns(TTL_MS)
  isLost({ name, beat: 1 }, clocks())
  vi.advanceTimersByTime(TTL_MS)
  forget()
  expect(isLost({ name, beat: 1 }, clocks())).toBe(false)
})

test('a holder stops before others may take over, on the clock that runs first', () => {
  const tenure = createTenure(TTL_MS)
  expect(tenure.isOver()).toBe(true)
  const { monotonic, wall } = clocks()
  tenure.extend({ monotonic, wall })
  expect(tenure.isOver()).toBe(false)
  for (const asked of [
    { monotonic: monotonic - 14_000, wall },
    { monotonic, wall: wall - 14_000 },
  ]) {
    tenure.extend(asked)
    expect(tenure.isOver()).toBe(true)
  }
})
