import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import { createSleeper, WAKE_GAP_MS } from './wake.ts'

/** A loop that looks for work while there is some, and else sleeps until it is woken. */
export type Loop = {
  /** Looks at once, and from then on. */
  readonly start: () => void
  /** There may be work: looks now, or, right after a look, `WAKE_GAP_MS` after it. */
  readonly wake: () => void
  /** Looks now and ends when it has looked. Looks never overlap. */
  readonly tick: () => Promise<unknown>
  /** No more looks; ends when the one under way has. */
  readonly stop: () => Promise<void>
  readonly isStopping: () => boolean
}

/** What those who fill the ledger work with. */
export type WorkerParts = {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
  /** Called when the ledger may have new rows. */
  readonly wake: () => void
}

export type LoopOptions = {
  /**
   * One look; how many milliseconds later the next is, on the monotonic clock, so that a wall clock that is set stalls
   * nothing. Infinity: there is no work left.
   */
  readonly look: () => Promise<number>
  /** What the log says of a look that failed. */
  readonly trouble: string
  /** When a look that failed is tried again, in milliseconds. */
  readonly retryMs: number
  readonly log: Logger
}

export function createLoop({ look, trouble, retryMs, log }: LoopOptions): Loop {
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
