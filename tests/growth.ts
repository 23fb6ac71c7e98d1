/**
 * How many times longer work takes over a text four times as long: about 4 where it is linear, 16 where it is quadratic.
 * The quickest of some tries: what else the machine does only ever adds time.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  const quickest = [size, size * 4].map((each) => {
    const times = Array.from({ length: 3 }, () => {
      const started = performance.now()
      work(each)
      return performance.now() - started
    })
    return Math.max(Math.min(...times), LEAST_MS)
  })
  return (quickest[1] ?? 0) / (quickest[0] ?? 1)
}

/** Below this a clock tells little. */
const LEAST_MS = 3
