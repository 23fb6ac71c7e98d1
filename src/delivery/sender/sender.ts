import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { ClaimedDelivery } from '../../store/ledger/deliveries.ts'
import type { Store } from '../../store/store.ts'
import type { Outcome } from '../../telegram/outcome.ts'
import type { Send } from '../../telegram/send.ts'
import { createClockSteps } from '../clock-steps.ts'
import type { HeldLease, Lease } from '../lease.ts'
import type { Loop } from '../loop.ts'
import { createSleeper, WAKE_GAP_MS } from '../wake.ts'
import { createAdmissionControl, type Room } from './admission.ts'
import { createLedgerWriter } from './ledger-writer.ts'
import { createMessageCache } from './message-cache.ts'
import { settle } from './settle.ts'

export type SenderOptions = {
  readonly store: Store
  readonly send: Send
  /** Messages a second over all chats. */
  readonly rate: number
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
  readonly lease: Pick<Lease, 'held' | 'doubt'>
  /** Called with every outcome, for effects outside the ledger; must neither throw nor wait. */
  readonly concluded?: (delivery: ClaimedDelivery, outcome: Outcome) => void
}

/** Claims, sends and acknowledges the ledger's deliveries. At least once: a crash repeats those in flight. */
export type Sender = Pick<Loop, 'start' | 'wake' | 'stop'>

/** Most requests take less; a message whose answer comes later may be sent again by the next process. */
const STOP_PATIENCE_MS = 8_000
/** Between two looks whether this process is on duty. */
const DUTY_MS = 50
/** The longest time between two checks of the wall clock. */
const LOOK_MS = 60_000

/**
 * One loop claims and records; each claimed delivery is sent concurrently and wakes the loop when done. Waits are on the
 * monotonic clock, times in the ledger on the wall clock.
 *
 *     ledger ──claim──▶ admitted? ──▶ send ──▶ outcome ──▶ settle ──write──▶ ledger
 *                           └── not yet ─────────────────────▲
 */
export function createSender({ store, send, rate, now, log, lease, concluded }: SenderOptions): Sender {
  const sleeper = createSleeper()
  const ledger = createLedgerWriter({ store, now, log, sleeper })
  const clockStep = createClockSteps(now)
  const message = createMessageCache(store.deliveries)
  let admission = createAdmissionControl({ rate, closedUntil: 0 })
  /** Nothing is due before; epoch milliseconds. */
  let idleUntil = 0
  let wakes = 0
  /** When the last look found nothing, and when to look again once woken; monotonic. */
  let restedAt = 0
  let lookAt = 0
  let advancedAt = 0
  let stopping = false
  let epoch = 0
  let running = Promise.resolve()

  async function run(): Promise<void> {
    while (!stopping || ledger.open() > 0) {
      const duty = lease.held()
      if (duty !== null && duty.epoch !== epoch && ledger.open() === 0) await begin(duty)
      const { claims, wait } = room()
      if (claims === 0 && !ledger.hasUnwritten()) await sleeper.sleep(Math.min(wait, LOOK_MS))
      await followClock()
      await gather()
      await advance(room().claims)
    }
  }

  async function begin(duty: HeldLease): Promise<void> {
    const closedUntil = onMonotonic(await ledger.begin(duty.epoch))
    epoch = duty.epoch
    admission = createAdmissionControl({ rate, closedUntil: Math.max(closedUntil, duty.quietUntil) })
    clockStep()
    idleUntil = 0
  }

  function isOnDuty(): boolean {
    return epoch > 0 && lease.held()?.epoch === epoch
  }

  async function followClock(): Promise<void> {
    if (!isOnDuty()) return
    const step = clockStep()
    if (step === 0) return
    log.warn({ seconds: Math.round(step / 1000) }, 'the clock was set: what waits in the ledger keeps its wait')
    await ledger.followClock(step)
    idleUntil = 0
  }

  function room(): Room {
    if (stopping) return { claims: 0, wait: Number.POSITIVE_INFINITY }
    if (!isOnDuty()) return { claims: 0, wait: DUTY_MS }
    const idle = Math.max(idleUntil - now(), lookAt - performance.now())
    return idle > 0 ? { claims: 0, wait: idle } : admission.room(performance.now(), ledger.open())
  }

  /** Gathers acknowledgements of one turn of the event loop, or a little later, for one write. */
  async function gather(): Promise<void> {
    const wait = advancedAt + admission.gatherMs() - performance.now()
    if (wait > 0) await sleep(wait)
    else if (ledger.open() > 1) await turn()
    advancedAt = performance.now()
  }

  async function advance(claims: number): Promise<void> {
    const { claimed, landed } = await ledger.advance(claims)
    admission.landed(landed)
    for (const delivery of claimed) sendWhenFree(delivery)
    // a recorded delivery may be due again soon
    if (landed.length > 0) idleUntil = 0
    else if (claimed.length < claims) await rest()
  }

  async function rest(): Promise<void> {
    admission.rest()
    const before = wakes
    restedAt = performance.now()
    const nextAt = await ledger.nextAt()
    if (wakes === before) idleUntil = nextAt
    // what is due can't be claimed: another process may be on duty
    if (nextAt <= now()) lease.doubt()
  }

  function sendWhenFree(delivery: ClaimedDelivery): void {
    const admitted = admission.admit(delivery.chatId, performance.now())
    if (admitted.kind === 'go') void deliver(delivery, admitted.flight)
    else postpone(delivery, onWall(admitted.until))
  }

  function postpone({ id }: ClaimedDelivery, notBefore: number): void {
    ledger.settle({ settlement: { kind: 'postponed', id, notBefore }, consequence: { kind: 'none' } })
  }

  async function deliver(delivery: ClaimedDelivery, flight: number): Promise<void> {
    const outcome = await attempt(delivery)
    if (outcome === null) return postpone(delivery, now())
    const time = performance.now()
    admission.note(outcome, flight, time)
    const closedUntil = outcome.kind === 'later' ? admission.closedUntil(time) : null
    if (closedUntil !== null) ledger.closeUntil(onWall(closedUntil))
    if (outcome.kind === 'token-refused')
      log.error('Telegram refuses BOT_TOKEN: no digest can be sent until it is right')
    else if (outcome.kind !== 'sent') log.warn({ delivery: delivery.id, outcome }, 'a digest was not delivered')
    ledger.settle(settle(delivery, outcome, now()))
    concluded?.(delivery, outcome)
  }

  /** `null`: not tried, as another process may be on duty. */
  async function attempt({ digestId, chatId, threadId, edits }: ClaimedDelivery): Promise<Outcome | null> {
    try {
      const digest = await message(digestId)
      if (!isOnDuty()) return null
      if (digest === null) return { kind: 'refused', description: 'its text is no longer kept' }
      return await send({ chatId, threadId, message: digest, edits })
    } catch (error) {
      log.error({ err: error }, 'a delivery failed unexpectedly')
      return { kind: 'failed', description: 'unexpected error' }
    }
  }

  function onWall(time: number): number {
    return Math.ceil(now() + time - performance.now())
  }

  function onMonotonic(time: number): number {
    return performance.now() + time - now()
  }

  return {
    start: () => {
      running = run()
    },
    wake: () => {
      wakes += 1
      idleUntil = 0
      lookAt = restedAt + WAKE_GAP_MS
      sleeper.wake()
    },
    stop: async () => {
      stopping = true
      sleeper.wake()
      await Promise.race([running, sleep(STOP_PATIENCE_MS, undefined, { ref: false })])
    },
  }
}
