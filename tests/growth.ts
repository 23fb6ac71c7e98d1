import { expect } from 'vitest'

/** A text is a `round` again and again; `characters`: of the longer of two. */
type Growth = { readonly round: string; readonly characters: number }

/** Expects work on a text to grow as the text does. */
export function expectLinear(work: (text: string) => unknown, { round, characters }: Growth): void {
  const texts = new Map(
    [characters / 4, characters].map((length) => [length, round.repeat(Math.ceil(length / round.length))]),
  )
  expectLinearIn((length) => work(texts.get(length) ?? ''), characters)
}

/**
 * Expects work to grow as its size does: four times the size takes four times as long, or sixteen if each piece looked at all
 * others. The compiler slows some runs, so the quickest of up to ten count.
 */
export function expectLinearIn(work: (size: number) => unknown, size: number): void {
  let [smallMs, largeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 10 && largeMs >= most(smallMs); run += 1) {
    // first the large one, which the compiler slows: a slowed small one would let too much pass
    largeMs = Math.min(largeMs, cpuMs(work, size))
    smallMs = Math.min(smallMs, cpuMs(work, size / 4), cpuMs(work, size / 4))
  }
  expect(largeMs).toBeLessThan(most(smallMs))
}

// Between four times and sixteen; below some tens of milliseconds the clock and the compiler are most of it.
function most(smallMs: number): number {
  return 10 * smallMs + 60
}

/** Of this thread: while others have the processor it stands still. */
function cpuMs(work: (size: number) => unknown, size: number): number {
  const begin = process.threadCpuUsage()
  work(size)
  const { user, system } = process.threadCpuUsage(begin)
  return (user + system) / 1000
}
