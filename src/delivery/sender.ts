import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { ClaimedDelivery } from '../store/deliveries.ts'
import type { Store } from '../store/store.ts'
import { createAlarm } from './alarm.ts'
import { backoffMs } from './backoff.ts'
import { createChatPace } from './chat-pace.ts'
import { conclude } from './conclude.ts'
import { createFlights } from './flights.ts'
import { createFlood } from './flood.ts'
import { createLogbook } from './logbook.ts'
import type { Outcome } from './outcome.ts'
import { createPace } from './pace.ts'
import { createRenderings } from './renderings.ts'
import type { Send } from './send-digest.ts'

export type SenderOptions = {
  readonly store: Store
  readonly send: Send
  /** Messages a second over all chats. */
  readonly rate: number
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
}

/** The one that sends what the ledger holds: claim, send, acknowledge each. At least once; a crash repeats what flew. */
export type Sender = {
  /** Takes back what a forerunner left unfinished, and begins. */
  readonly start: () => void
  /** The ledger has new rows. */
  readonly nudge: () => void
  /** Ends when what is in flight has come down and is written down. */
  readonly stop: () => Promise<void>
}

/** So many failures in a row, over all chats, are the server's, not a message's: then one alone tries now and then. */
const OUTAGE = 3
const OUTAGE_LONGEST_MS = 30_000
const TOKEN_REFUSED_MS = 60_000
/** Longer than a request may take; only a store that can't be written lasts longer. */
const STOP_PATIENCE_MS = 35_000

export function createSender({ store, send, rate, now, log }: SenderOptions): Sender {
  const alarm = createAlarm()
  const logbook = createLogbook({ store, now, log, alarm })
  const message = createRenderings(store.deliveries)
  const pace = createPace(rate)
  const chatPace = createChatPace()
  const flights = createFlights(rate)
  let flood = createFlood(0)
  let failures = 0
  let outages = 0
  let shutUntil = 0
  let nudges = 0
  let advancedAt = 0
  /** The first after a rest flies alone: it opens the connection, and those behind it would arrive all at once. */
  let isFirst = true
  /** Nothing is due before; epoch milliseconds. */
  let idleUntil = 0
  let stopping = false
  let running = Promise.resolve()

  /** How many may be claimed now, or how many milliseconds to wait for the next. */
  function room(): { readonly claims: number; readonly wait: number } {
    const time = performance.now()
    const state = flood.state(time)
    if (stopping) return { claims: 0, wait: Number.POSITIVE_INFINITY }
    if (state.kind === 'closed') return { claims: 0, wait: state.until - time }
    if (time < shutUntil) return { claims: 0, wait: shutUntil - time }
    if (now() < idleUntil) return { claims: 0, wait: idleUntil - now() }
    const alone = state.kind === 'probe' || failures >= OUTAGE || isFirst
    const free = (alone ? 1 : flights.limit()) - logbook.open()
    const paced = pace.available(time)
    if (free > 0 && paced === 0) return { claims: 0, wait: pace.nextAt() - time }
    const wait = state.kind === 'probe' ? state.until - time : Number.POSITIVE_INFINITY
    return { claims: Math.max(0, Math.min(free, paced)), wait }
  }

  async function run(): Promise<void> {
    flood = createFlood(performance.now() + (await logbook.begin()) - now())
    while (!stopping || logbook.open() > 0) {
      const { claims, wait } = room()
      if (claims === 0 && !logbook.hasNews()) await alarm.sleep(wait)
      await gather()
      await advance(room().claims)
    }
  }

  /** Acknowledgements that arrive in one turn of the event loop, or a little later, are written together. */
  async function gather(): Promise<void> {
    const wait = advancedAt + flights.gatherMs() - performance.now()
    if (wait > 0) await sleep(wait)
    else if (logbook.open() > 1) await turn()
    advancedAt = performance.now()
  }

  async function advance(claims: number): Promise<void> {
    const { claimed, landed } = await logbook.advance(claims)
    for (const milliseconds of landed) flights.landed(milliseconds)
    if (isFirst && landed.length > 0) {
      pace.rest()
      isFirst = false
    }
    for (const delivery of claimed) begin(delivery)
    // what was written down may be due again soon
    if (landed.length > 0) idleUntil = 0
    else if (claimed.length < claims) await rest()
  }

  async function rest(): Promise<void> {
    pace.rest()
    isFirst = true
    const before = nudges
    const nextAt = await logbook.nextAt()
    if (nudges === before) idleUntil = nextAt
  }

  function begin(delivery: ClaimedDelivery): void {
    const time = performance.now()
    const freeAt = chatPace.freeAt(delivery.chatId, time)
    if (freeAt > time) {
      const notBefore = Math.ceil(now() + chatPace.askAgainAt(delivery.chatId, time) - time)
      logbook.conclude({ settlement: { kind: 'postponed', id: delivery.id, notBefore }, consequence: { kind: 'none' } })
      return
    }
    pace.take(time)
    chatPace.take(delivery.chatId, time)
    void deliver(delivery, flood.begin())
  }

  async function deliver(delivery: ClaimedDelivery, flight: number): Promise<void> {
    const outcome = await attempt(delivery)
    note(outcome, flight)
    const conclusion = conclude(delivery, outcome, now())
    if (outcome.kind !== 'sent') log.warn({ delivery: delivery.id, outcome }, 'a digest was not delivered')
    logbook.conclude(conclusion)
  }

  async function attempt({ digestId, chatId, threadId }: ClaimedDelivery): Promise<Outcome> {
    try {
      const digest = await message(digestId)
      if (digest === null) return { kind: 'refused', description: 'its text is no longer kept' }
      return await send({ chatId, threadId, message: digest })
    } catch (error) {
      log.error({ err: error }, 'a delivery failed unexpectedly')
      return { kind: 'failed', description: 'unexpected error' }
    }
  }

  /** What the outcome says about all the others. */
  function note(outcome: Outcome, flight: number): void {
    const time = performance.now()
    if (outcome.kind === 'failed') {
      failures += 1
      if (failures < OUTAGE || time < shutUntil) return
      outages += 1
      shutUntil = time + backoffMs(outages, OUTAGE_LONGEST_MS)
      return
    }
    failures = 0
    outages = 0
    if (outcome.kind === 'later') {
      flood.flooded(flight, { now: time, until: time + outcome.retryAfterSeconds * 1000 })
      const state = flood.state(time)
      if (state.kind === 'closed') logbook.closeUntil(Math.ceil(now() + state.until - time))
    } else if (outcome.kind === 'token-refused') {
      shutUntil = time + TOKEN_REFUSED_MS
      log.error('Telegram refuses BOT_TOKEN: no digest can be sent until it is right')
    } else {
      flood.through(flight)
    }
  }

  return {
    start: () => {
      running = run()
    },
    nudge: () => {
      nudges += 1
      idleUntil = 0
      alarm.ring()
    },
    stop: async () => {
      stopping = true
      alarm.ring()
      await Promise.race([running, sleep(STOP_PATIENCE_MS, undefined, { ref: false })])
    },
  }
}
