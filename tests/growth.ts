import { expect } from 'vitest'

/**
 * Expects work on a text to grow as the text does: four times the characters take four times as long, or sixteen if each
 * looked at all others.
 */
export function expectLinear(work: (text: string) => unknown, { round, characters }: Growth): void {
  const text = (length: number) => round.repeat(Math.ceil(length / round.length))
  const [short, long] = [text(characters / 4), text(characters)].map((each) => quickest(() => work(each)))
  expect(long).toBeLessThan(10 * (short ?? 0) + 100)
}

/** A text is a `round` again and again; `characters`: of the longer one. */
type Growth = { readonly round: string; readonly characters: number }

/** Milliseconds of the quickest of three runs: a busy machine slows some of them. */
function quickest(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const begin = performance.now()
    work()
    return performance.now() - begin
  })
  return Math.min(...times)
}
