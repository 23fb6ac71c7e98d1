import type { Logger } from 'pino'
import { PROCESS_NAME } from '../store/process-name.ts'
import type { Store } from '../store/store.ts'
import { clocks, createTenure, TTL_MS, watchSigns } from './tenure.ts'
import { createSleeper } from './wake.ts'

/** This process's hold on the lease; of all processes on a database one has it at a time. */
export type Lease = {
  /** Tries to take it, and goes on trying; resolves after the first try. */
  readonly start: () => Promise<void>
  /** `null`: another process has it, or may have it by now. */
  readonly held: () => HeldLease | null
  readonly isHeld: () => boolean
  /** Resolves once it is held, or the signal is aborted. */
  readonly whenHeld: (signal: AbortSignal) => Promise<void>
  /** Asks the database now whether it is still held. */
  readonly doubt: () => void
  /** Gives it up. */
  readonly stop: () => Promise<void>
}

/** `quietUntil`: before, the last holder's messages count for the pace; on the monotonic clock. */
export type HeldLease = { readonly epoch: number; readonly quietUntil: number }

export type LeaseOptions = {
  readonly store: Pick<Store, 'leases'>
  readonly log: Logger
  /** Called when it was taken. */
  readonly taken: () => void
  /** Without a renewal for so many milliseconds it is another's to take; fifteen seconds when not given. */
  readonly ttlMs?: number
}

const LOOK_EVERY_MS = 250
/** A second, and how far apart messages sent at once may arrive. */
const QUIET_MS = 1_030

/**
 * Takes the lease, renews it, and knows on two clocks until when it is surely held: the monotonic clock may stand while the
 * machine sleeps, and the wall clock may be set. Others' clocks are not compared: a lease has run out for whoever saw it
 * unchanged for so long, is free when it was given up, and so it is at once where its holder ran on this machine and ended.
 *
 *     free ──take: epoch + 1, sweep──▶ held ──renewed every 5 s──▶ held ──no answer for 13 s──▶ in doubt ──renewed──▶ held
 *      ▲──────────────given up───────────┘                                                         └── another's ──▶ watched
 */
export function createLease({ store, log, taken, ttlMs = TTL_MS }: LeaseOptions): Lease {
  const { leases } = store
  const renewEveryMs = ttlMs / 3
  const tenure = createTenure(ttlMs)
  const signs = watchSigns(ttlMs)
  const sleeper = createSleeper()
  const waiting = new Set<() => void>()
  let mine: HeldLease | null = null
  let stopping = false
  let running = Promise.resolve()
  let isWarned = false

  async function run(): Promise<void> {
    while (!stopping) {
      await sleeper.sleep(mine === null ? LOOK_EVERY_MS : renewEveryMs)
      if (!stopping) await lookSafely()
    }
    if (mine !== null) await leave(mine)
    mine = null
  }

  /** A database that is gone keeps no process from stopping. */
  async function leave({ epoch }: HeldLease): Promise<void> {
    try {
      await leases.leave(epoch)
    } catch (error) {
      log.warn({ err: error }, 'the lease could not be given up: another process takes over when it has run out')
    }
  }

  async function lookSafely(): Promise<void> {
    try {
      if (mine === null) await tryToTake()
      else await renew(mine)
      isWarned = false
      if (held() !== null) for (const end of waiting) end()
    } catch (error) {
      // its holder could not renew it either
      signs.forget()
      if (!isWarned) log.error({ err: error }, 'the database does not say who is on duty: asked again')
      isWarned = true
    }
  }

  async function tryToTake(): Promise<void> {
    const asked = clocks()
    const state = await leases.look()
    const { epoch, beat, holder } = state
    if (holder !== null && !signs.isLost({ name: holder, beat: `${epoch} ${beat}` }, asked)) return
    const took = await leases.take(state, PROCESS_NAME, asked.wall)
    if (took === null) return
    // nobody sent before the first epoch
    mine = { epoch: took.epoch, quietUntil: took.epoch === 1 ? 0 : performance.now() + QUIET_MS }
    tenure.extend(asked)
    if (took.takenBack > 0) log.info({ deliveries: took.takenBack }, 'taken back from a sender that did not finish')
    log.info({ epoch: took.epoch }, 'on duty: this process plans and sends')
    taken()
  }

  async function renew({ epoch }: HeldLease): Promise<void> {
    const asked = clocks()
    if (await leases.renew(epoch)) return tenure.extend(asked)
    mine = null
    signs.forget()
    log.warn({ epoch }, 'another process is on duty now')
  }

  function held(): HeldLease | null {
    if (mine === null || !tenure.isOver()) return mine
    sleeper.wake()
    return null
  }

  return {
    start: async () => {
      await lookSafely()
      if (mine === null) log.info('another process is on duty: this one answers, and takes over when that ends')
      running = run()
    },
    held,
    isHeld: () => held() !== null,
    whenHeld: async (signal) => {
      if (held() !== null || signal.aborted) return
      const { promise, resolve } = Promise.withResolvers<void>()
      const end = () => resolve()
      waiting.add(end)
      signal.addEventListener('abort', end)
      await promise
      signal.removeEventListener('abort', end)
      waiting.delete(end)
    },
    doubt: sleeper.wake,
    stop: async () => {
      stopping = true
      sleeper.wake()
      await running
    },
  }
}
