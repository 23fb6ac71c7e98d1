const FIRST_MS = 1_000
const LONGEST_MS = 10 * 60_000

/** Milliseconds to wait after `failures` in a row (from 1): doubling, at most 10 minutes, half of it random. */
export function backoffMs(failures: number, longestMs = LONGEST_MS): number {
  const whole = Math.min(longestMs, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return whole / 2 + (Math.random() * whole) / 2
}
