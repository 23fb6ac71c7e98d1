/** A larger step between two looks means that the clock was set. */
const DRIFT_MS = 1_000

/** Returns at each look the milliseconds by which the wall clock was set since the last one (negative: back); 0: not set. */
export function createClockSteps(now: () => number): () => number {
  const offset = () => now() - performance.now()
  let last = offset()
  return () => {
    const step = Math.round(offset() - last)
    last += step
    return Math.abs(step) > DRIFT_MS ? step : 0
  }
}
