import { setInterval } from 'node:timers'
import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import { nextWeekLine, WEEK_LATEST_MS } from '../digest/weekly-recap.ts'
import type { DueWeek, PlannedWeek } from '../store/ledger/weekly-recaps.ts'
import type { Store } from '../store/store.ts'
import type { Message } from '../text/message.ts'

export type WeekPlannerOptions = {
  readonly store: Store
  /** `null`: the group asked nothing. */
  readonly render: (due: DueWeek) => Message | null
  readonly defaultZone: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
  /** Called when the ledger has new rows. */
  readonly nudge: () => void
}

/** Each week, groups that want it are told what they read and searched most. */
export type WeekPlanner = {
  readonly start: () => void
  /** Plans all that is due now. */
  readonly tick: () => Promise<void>
  /** Ends when the tick under way has. */
  readonly stop: () => Promise<void>
}

const EVERY_MS = 60_000
const STEP = 50

export function createWeekPlanner({ store, render, defaultZone, now, log, nudge }: WeekPlannerOptions): WeekPlanner {
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    try {
      const time = now()
      const decide = (due: DueWeek): PlannedWeek => {
        const isStale = time - due.dueAt > WEEK_LATEST_MS
        return { message: isStale ? null : render(due), nextAt: nextWeekLine(time, due.zone ?? defaultZone) }
      }
      while ((await store.weeks.step({ now: time, limit: STEP, decide })) === STEP) await turn()
      nudge()
    } catch (error) {
      log.error({ err: error }, 'what groups asked could not be told: tried again in a minute')
    }
  }

  const tick = () => {
    running = running.then(run)
    return running
  }
  return {
    start: () => {
      timer = setInterval(tick, EVERY_MS)
    },
    tick,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
