import type { Outcome } from '../../telegram/outcome.ts'
import { backoffMs } from './backoff.ts'
import { createChatPace } from './chat-pace.ts'
import { createFlood } from './flood.ts'
import { createInFlight } from './in-flight.ts'
import { createPace } from './pace.ts'

/** How many may be claimed now; where it is none, `wait` milliseconds are the longest worth waiting. */
export type Room = { readonly claims: number; readonly wait: number }

/** `go`: it leaves now, under this number. `wait`: its chat is not free before `until`. */
type Admission = { readonly kind: 'go'; readonly flight: number } | { readonly kind: 'wait'; readonly until: number }

/** All that decides when a message may leave: pace, chats' limits, floods, outages. Times are milliseconds of one clock. */
export type AdmissionControl = {
  readonly room: (time: number, inFlight: number) => Room
  readonly admit: (chatId: number, time: number) => Admission
  /** What an outcome says about all the others. */
  readonly note: (outcome: Outcome, flight: number, time: number) => void
  /** Until when a flood over all lasts; `null`: there is none. */
  readonly closedUntil: (time: number) => number | null
  /** Acknowledged, each so many milliseconds after it was claimed. */
  readonly landed: (times: readonly number[]) => void
  /** How long what lands waits for more to be written down with. */
  readonly gatherMs: () => number
  /** There is nothing to send now. */
  readonly rest: () => void
}

/** So many failures in a row, over all chats, are the server's, not a message's: then one alone tries now and then. */
const OUTAGE = 3
const OUTAGE_LONGEST_MS = 30_000
const TOKEN_REFUSED_MS = 60_000

/** `closedUntil`: a flood over all that an earlier process was told of. */
export function createAdmissionControl({
  rate,
  closedUntil,
}: {
  readonly rate: number
  readonly closedUntil: number
}): AdmissionControl {
  const pace = createPace(rate)
  const chatPace = createChatPace()
  const inFlightLimit = createInFlight(rate)
  const flood = createFlood(closedUntil)
  let failures = 0
  let outages = 0
  let shutUntil = 0
  /** The first after a rest flies alone: it opens the connection, and those behind it would arrive all at once. */
  let isFirst = true

  function note(outcome: Outcome, flight: number, time: number): void {
    if (outcome.kind === 'failed') {
      failures += 1
      if (failures < OUTAGE || time < shutUntil) return
      outages += 1
      shutUntil = time + backoffMs(outages, OUTAGE_LONGEST_MS)
      return
    }
    failures = 0
    outages = 0
    if (outcome.kind === 'token-refused') shutUntil = time + TOKEN_REFUSED_MS
    else if (outcome.kind !== 'later') flood.through(flight)
    else flood.flooded(flight, { now: time, until: time + outcome.retryAfterSeconds * 1000 })
  }

  return {
    note,
    gatherMs: inFlightLimit.gatherMs,
    room: (time, inFlight) => {
      const state = flood.state(time)
      if (state.kind === 'closed') return { claims: 0, wait: state.until - time }
      if (time < shutUntil) return { claims: 0, wait: shutUntil - time }
      const alone = state.kind === 'probe' || failures >= OUTAGE || isFirst
      const free = (alone ? 1 : inFlightLimit.limit()) - inFlight
      const paced = pace.available(time)
      if (free > 0 && paced === 0) return { claims: 0, wait: pace.nextAt() - time }
      const wait = state.kind === 'probe' ? state.until - time : Number.POSITIVE_INFINITY
      return { claims: Math.max(0, Math.min(free, paced)), wait }
    },
    admit: (chatId, time) => {
      if (chatPace.freeAt(chatId, time) > time) return { kind: 'wait', until: chatPace.askAgainAt(chatId, time) }
      pace.take(time)
      chatPace.take(chatId, time)
      return { kind: 'go', flight: flood.begin() }
    },
    closedUntil: (time) => {
      const state = flood.state(time)
      return state.kind === 'closed' ? state.until : null
    },
    landed: (times) => {
      for (const milliseconds of times) inFlightLimit.landed(milliseconds)
      if (isFirst && times.length > 0) pace.rest()
      if (times.length > 0) isFirst = false
    },
    rest: () => {
      pace.rest()
      isFirst = true
    },
  }
}
