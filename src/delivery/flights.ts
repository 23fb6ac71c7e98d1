/** How many messages may be on their way at once; what a crash can double at most. */
export type Flights = {
  readonly limit: () => number
  /** One was acknowledged, so long after it was claimed. */
  readonly landed: (milliseconds: number) => void
}

/** Until a few have landed: what a server nearby takes. */
const FIRST_GUESS_MS = 30
const REMEMBERED = 128
const ENOUGH = 16

/** No more than the pace needs: rate × the 99th percentile of the last flights' time. */
export function createFlights(rate: number): Flights {
  const times: number[] = []
  let landed = 0
  let limit = limitFor(rate, FIRST_GUESS_MS)
  return {
    limit: () => limit,
    landed: (milliseconds) => {
      times[landed % REMEMBERED] = milliseconds
      landed += 1
      if (landed % ENOUGH === 0) limit = limitFor(rate, percentile99(times))
    },
  }
}

function limitFor(rate: number, milliseconds: number): number {
  return Math.max(1, Math.ceil((rate * Math.min(milliseconds, 2_000)) / 1000))
}

function percentile99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? FIRST_GUESS_MS
}
