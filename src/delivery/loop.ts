import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import { createSleeper, WAKE_GAP_MS } from './wake.ts'

/** Looks for work while there is some, else sleeps until woken; in one process at a time. */
export type Loop = {
  /** Looks at once, then whenever due or woken. */
  readonly start: () => void
  /** There may be work: looks now, or, right after a look, `WAKE_GAP_MS` after it. */
  readonly wake: () => void
  /** Looks now; resolves when the look has ended. Looks never overlap. */
  readonly tick: () => Promise<unknown>
  /** Starts no more looks; resolves when the one under way has ended. */
  readonly stop: () => Promise<void>
  readonly isStopping: () => boolean
}

/** What the workers that fill the ledger share. */
export type WorkerParts = {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
  /** Called when the ledger may have new rows. */
  readonly wake: () => void
  /** Whether this process is the one that works unasked. */
  readonly isOnDuty: () => boolean
}

export type LoopOptions = {
  /**
   * Does one look; resolves with the milliseconds until the next, on the monotonic clock, so that setting the wall clock stalls
   * no loop. Infinity: no work is left.
   */
  readonly look: () => Promise<number>
  /** The log line for a look that failed. */
  readonly trouble: string
  /** Milliseconds until a failed look is retried. */
  readonly retryMs: number
  readonly log: Logger
  readonly isOnDuty: () => boolean
}

/** Between two looks whether this process is on duty. */
const DUTY_MS = 500

export function createLoop({ look, trouble, retryMs, log, isOnDuty }: LoopOptions): Loop {
  const sleeper = createSleeper()
  let stopping = false
  let running = Promise.resolve()
  let looking: Promise<unknown> = running

  async function run(): Promise<void> {
    while (!stopping) {
      const wait = await tick()
      const lookedAt = performance.now()
      await sleeper.sleep(wait)
      const gap = Math.min(wait, lookedAt + WAKE_GAP_MS - performance.now())
      if (gap > 0 && !stopping) await sleep(gap)
    }
  }

  function tick(): Promise<number> {
    const looked = looking.then(lookSafely)
    looking = looked
    return looked
  }

  async function lookSafely(): Promise<number> {
    if (!isOnDuty()) return DUTY_MS
    try {
      return await look()
    } catch (error) {
      log.error({ err: error }, trouble)
      return retryMs
    }
  }

  return {
    start: () => {
      running = run()
    },
    wake: sleeper.wake,
    tick,
    stop: async () => {
      stopping = true
      sleeper.wake()
      await running
      await looking
    },
    isStopping: () => stopping,
  }
}
