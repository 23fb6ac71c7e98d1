import type { Outcome } from '../../telegram/outcome.ts'
import { backoffMs } from './backoff.ts'
import { createChatPace } from './chat-pace.ts'
import { createFlood } from './flood.ts'
import { createInFlight } from './in-flight.ts'
import { createPace } from './pace.ts'

/** How many deliveries may be claimed now; when none, wait at most `wait` milliseconds. */
export type Room = { readonly claims: number; readonly wait: number }

/** `go`: send now, as this flight. `wait`: the chat is not free before `until`. */
type Admission = { readonly kind: 'go'; readonly flight: number } | { readonly kind: 'wait'; readonly until: number }

/** Decides when a message may be sent, by pace, chat limits, floods and outages. Times are milliseconds of one clock. */
export type AdmissionControl = {
  readonly room: (time: number, inFlight: number) => Room
  readonly admit: (chatId: number, time: number) => Admission
  /** Learns from an outcome what holds for all chats. */
  readonly note: (outcome: Outcome, flight: number, time: number) => void
  /** When a flood wait for all chats ends; `null`: there is none. */
  readonly closedUntil: (time: number) => number | null
  /** Milliseconds from claim to acknowledgement of each landed delivery. */
  readonly landed: (times: readonly number[]) => void
  /** Milliseconds to gather acknowledgements before writing them. */
  readonly gatherMs: () => number
  /** There is nothing to send now. */
  readonly rest: () => void
}

/** This many failures in a row over all chats are the server's fault: then single deliveries probe it. */
const OUTAGE = 3
const OUTAGE_LONGEST_MS = 30_000
const TOKEN_REFUSED_MS = 60_000

/** `closedUntil`: the end of a flood wait that an earlier process received. */
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
  /** The first delivery after a rest is sent alone: it opens the connection, and others behind it would arrive all at once. */
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
      if (chatPace.freeAt(chatId, time) > time) return { kind: 'wait', until: chatPace.retryAt(chatId, time) }
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
