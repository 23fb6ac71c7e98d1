import type { Logger } from 'pino'
import { createAlarm } from './wake.ts'

/** Work that is looked at now and then while there is some, and not at all while there is none. */
export type Rounds = {
  readonly start: () => void
  /** There may be work. */
  readonly nudge: () => void
  /** No more rounds; ends when the one under way has. */
  readonly stop: () => Promise<void>
  readonly isStopping: () => boolean
}

export type RoundsOptions = {
  /** One round; how many milliseconds later the next is, on the monotonic clock; infinity: there is no work left. */
  readonly look: () => Promise<number>
  /** What the log says of a round that failed. */
  readonly trouble: string
  /** When a round that failed is tried again, in milliseconds. */
  readonly retryMs: number
  readonly log: Logger
}

export function createRounds({ look, trouble, retryMs, log }: RoundsOptions): Rounds {
  const alarm = createAlarm()
  let stopping = false
  let running = Promise.resolve()

  async function run(): Promise<void> {
    while (!stopping) await alarm.sleep(await lookSafely())
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
    nudge: alarm.ring,
    stop: async () => {
      stopping = true
      alarm.ring()
      await running
    },
    isStopping: () => stopping,
  }
}
