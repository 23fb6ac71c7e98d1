/** The rate limit over all chats. Times are milliseconds of one clock. */
export type Pace = {
  /** How many messages may be sent now. */
  readonly available: (now: number) => number
  /** Records a send. */
  readonly take: (now: number) => void
  /** When the next message may be sent. */
  readonly nextAt: () => number
  /** There was nothing to send: slots until the next message are not made up for. */
  readonly rest: () => void
}

/** How far apart messages sent at once may arrive. */
const JITTER_MS = 30
/** How late a slot may be used: a slow turn of the event loop costs no pace, and no long burst builds up. */
const SLACK_MS = 25

/**
 * Even slots and a sliding window: of any rate + 2 messages the last is sent more than a second after the first, so no second,
 * as the receiver sees it, holds more than rate + 1.
 *
 *     slots   │   │   │   │   │   │   │   │
 *     sent    ●   ●         ●●●   ●   ●   ●      late ones catch up, within slack and window
 */
export function createPace(rate: number): Pace {
  const second = 1000 + JITTER_MS
  const interval = Math.max(1002 / rate, second / (rate + 1))
  const slack = Math.max(SLACK_MS, interval)
  const last = new Float64Array(rate + 1).fill(Number.NEGATIVE_INFINITY)
  let taken = 0
  let next = Number.NEGATIVE_INFINITY
  let resting = true
  const slot = (now: number) => Math.max(next, resting ? now : now - slack)
  const windowFreeAt = (ahead: number) => (last[(taken + ahead) % last.length] ?? 0) + second
  return {
    available: (now) => {
      const slots = Math.floor((now - slot(now)) / interval) + 1
      let free = 0
      while (free < slots && free < last.length && windowFreeAt(free) <= now) free += 1
      return free
    },
    take: (now) => {
      last[taken % last.length] = now
      taken += 1
      next = slot(now) + interval
      resting = false
    },
    nextAt: () => Math.max(next, windowFreeAt(0)),
    rest: () => {
      resting = true
    },
  }
}
