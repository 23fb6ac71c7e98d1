import { expect } from 'vitest'

/** A text is a `round` again and again; `characters`: of the longer of two. */
type Growth = { readonly round: string; readonly characters: number }

/**
 * Expects work on a text to grow as the text does: four times the characters take four times as long, or sixteen if each
 * looked at all others. A busy machine slows some runs, so the quickest of up to ten count.
 */
export function expectLinear(work: (text: string) => unknown, { round, characters }: Growth): void {
  const text = (length: number) => round.repeat(Math.ceil(length / round.length))
  const [short, long] = [text(characters / 4), text(characters)]
  let [shortMs, longMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 2 || (run < 10 && longMs > most(shortMs)); run += 1) {
    shortMs = Math.min(
      shortMs,
      elapsedMs(() => work(short)),
    )
    longMs = Math.min(
      longMs,
      elapsedMs(() => work(long)),
    )
  }
  expect(longMs).toBeLessThan(most(shortMs))
}

// Between four times and sixteen; below some tens of milliseconds the clock and the compiler are most of it.
function most(shortMs: number): number {
  return 10 * shortMs + 60
}

function elapsedMs(work: () => unknown): number {
  const begin = performance.now()
  work()
  return performance.now() - begin
}
