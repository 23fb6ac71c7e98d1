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
  /** One round; whether there is more to do soon. */
  readonly look: () => Promise<boolean>
  readonly everyMs: number
  /** What the log says of a round that failed; it is tried again. */
  readonly trouble: string
  readonly log: Logger
}

export function createRounds({ look, everyMs, trouble, log }: RoundsOptions): Rounds {
  const alarm = createAlarm()
  let stopping = false
  let running = Promise.resolve()

  async function run(): Promise<void> {
    while (!stopping) {
      const open = await lookSafely()
      await alarm.sleep(open ? everyMs : Number.POSITIVE_INFINITY)
    }
  }

  async function lookSafely(): Promise<boolean> {
    try {
      return await look()
    } catch (error) {
      log.error({ err: error }, trouble)
      return true
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
