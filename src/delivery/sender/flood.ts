/** Whether other chats may be sent to during a flood wait. `probe`: one delivery alone, to find out. */
type FloodState =
  | { readonly kind: 'open' }
  | { readonly kind: 'probe'; readonly until: number }
  | { readonly kind: 'closed'; readonly until: number }

/**
 * A 429 does not say whether it limits one chat or the bot. So the chat waits in any case, and others are probed: a delivery
 * sent after the flooded one that gets through shows that only the chat is limited; one sent after the 429 arrived and
 * flooded too shows that the bot is.
 *
 *     open ──429──▶ probe ──a later one got through──▶ open
 *                     └────the probe is flooded──────▶ closed ──until──▶ open
 */
export type Flood = {
  readonly state: (now: number) => FloodState
  /** The number of a new send, ascending. */
  readonly begin: () => number
  readonly flooded: (send: number, wait: { readonly now: number; readonly until: number }) => void
  /** Telegram accepted or refused the message itself. */
  readonly through: (send: number) => void
}

/** `closedUntil`: the end of an earlier process's wait (0: none). */
export function createFlood(closedUntil: number): Flood {
  let state: FloodState = { kind: 'closed', until: closedUntil }
  let begun = 0
  /** The first flooded send, and the last send begun before its 429 arrived. */
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
