/** What a clock may drift between two looks without having been set. */
const DRIFT_MS = 1_000

/** Answers at each look by how many milliseconds the wall clock was set since the last (back: below 0); 0: it was not. */
export function createClockSteps(now: () => number): () => number {
  const offset = () => now() - performance.now()
  let last = offset()
  return () => {
    const step = Math.round(offset() - last)
    last += step
    return Math.abs(step) > DRIFT_MS ? step : 0
  }
}
