/** How many messages may be in flight at once: the most that a crash can send twice. */
export type InFlight = {
  readonly limit: () => number
  /**
   * Milliseconds to gather acknowledgements for one write. At a high rate single writes would cost more than sending; with few
   * in flight each message is acknowledged at once.
   */
  readonly gatherMs: () => number
  /** Records a delivery's time from claim to acknowledgement. */
  readonly landed: (milliseconds: number) => void
}

/** A nearby server's response time, used until some have landed. */
const FIRST_GUESS_MS = 30
const REMEMBERED = 128
const ENOUGH = 16
const MANY = 4
const GATHER_MS = 9

/** The limit is rate × the 99th percentile of recent flight times, plus what gathers meanwhile. */
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
