/** How many messages may be on their way at once; what a crash can double at most. */
export type InFlight = {
  readonly limit: () => number
  /**
   * How long what lands waits for more, to be written down together. At a high rate writing each alone would cost more
   * than sending; with few in flight every message is acknowledged at once.
   */
  readonly gatherMs: () => number
  /** One was acknowledged, so long after it was claimed. */
  readonly landed: (milliseconds: number) => void
}

/** Until a few have landed: what a server nearby takes. */
const FIRST_GUESS_MS = 30
const REMEMBERED = 128
const ENOUGH = 16
const MANY = 4
const GATHER_MS = 9

/** No more than the pace needs: rate × the 99th percentile of the last messages' time in flight, and what gathers meanwhile. */
export function createInFlight(rate: number): InFlight {
  const times: number[] = []
  let landed = 0
  let needed = neededFor(rate, FIRST_GUESS_MS)
  const gatherMs = () => (needed >= MANY ? GATHER_MS : 0)
  return {
    gatherMs,
    limit: () => needed + Math.ceil((rate * gatherMs()) / 1000),
    landed: (milliseconds) => {
      times[landed % REMEMBERED] = milliseconds
      landed += 1
      if (landed % ENOUGH === 0) needed = neededFor(rate, percentile99(times))
    },
  }
}

function neededFor(rate: number, milliseconds: number): number {
  return Math.max(1, Math.ceil((rate * Math.min(milliseconds, 2_000)) / 1000))
}

function percentile99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? FIRST_GUESS_MS
}
