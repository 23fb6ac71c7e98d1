/** Whether others may be sent while a flood wait runs. `probe`: one alone, to find out. */
type FloodState =
  | { readonly kind: 'open' }
  | { readonly kind: 'probe'; readonly until: number }
  | { readonly kind: 'closed'; readonly until: number }

/**
 * A 429 does not say whether it is meant for one chat or for the bot. So the chat waits in any case, and the others are
 * asked: one that was sent after the flooded one and got through shows that only the chat is meant; one that is flooded
 * itself, sent when the first was known, shows that all are.
 *
 *     open ──429──▶ probe ──a later one got through──▶ open
 *                     └────the probe is flooded──────▶ closed ──until──▶ open
 */
export type Flood = {
  readonly state: (now: number) => FloodState
  /** A number for a send that begins; they grow. */
  readonly begin: () => number
  readonly flooded: (send: number, wait: { readonly now: number; readonly until: number }) => void
  /** Telegram took or refused the message itself. */
  readonly through: (send: number) => void
}

/** `closedUntil`: a wait that an earlier process had to keep (0: none). */
export function createFlood(closedUntil: number): Flood {
  let state: FloodState = { kind: 'closed', until: closedUntil }
  let begun = 0
  /** The first flooded send, and the last that had begun when it was known. */
  let suspect = { send: 0, known: 0 }
  const current = (now: number): FloodState => {
    if (state.kind !== 'open' && now >= state.until) state = { kind: 'open' }
    return state
  }
  return {
    state: current,
    begin: () => {
      begun += 1
      return begun
    },
    flooded: (send, { now, until }) => {
      const before = current(now)
      if (before.kind === 'open') {
        suspect = { send, known: begun }
        state = { kind: 'probe', until }
        return
      }
      const kind = send > suspect.known ? 'closed' : before.kind
      state = { kind, until: Math.max(before.until, until) }
    },
    through: (send) => {
      if (state.kind === 'probe' && send > suspect.send) state = { kind: 'open' }
    },
  }
}
