/** How fast messages may leave, over all chats. Times are milliseconds of one clock. */
export type Pace = {
  /** How many may leave now. */
  readonly available: (now: number) => number
  /** One leaves now. */
  readonly take: (now: number) => void
  /** When the next may leave. */
  readonly nextAt: () => number
}

/** How much later than the one before it a message may arrive, for having taken another way. */
const JITTER_MS = 7

/**
 * Even slots, `interval` apart. Who comes late for a slot may still use it for `slack`, so a slow turn of the event loop
 * costs no pace; after that it is lost, so no burst builds up. Both are as long as they can be while any second, as the
 * receiver sees it, holds at most rate + 1: rate + 2 messages span rate + 1 intervals, the first of them late by `slack`.
 *
 *     (rate + 1) × interval − slack ≥ 1000 + jitter
 */
export function createPace(rate: number): Pace {
  const margin = Math.max(0.002, 1.025 / (1 + 1 / rate) - 1)
  const interval = (1000 / rate) * (1 + margin)
  const slack = (rate + 1) * interval - 1000 - JITTER_MS
  let next = Number.NEGATIVE_INFINITY
  const earliest = (now: number) => Math.max(next, now - slack)
  return {
    available: (now) =>
      next === Number.NEGATIVE_INFINITY ? 1 : Math.max(0, Math.floor((now - earliest(now)) / interval + 1)),
    take: (now) => {
      next = (next === Number.NEGATIVE_INFINITY ? now : earliest(now)) + interval
    },
    nextAt: () => next,
  }
}
