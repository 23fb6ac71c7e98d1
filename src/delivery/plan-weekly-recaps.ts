import { setImmediate as turn } from 'node:timers/promises'
import { nextWeekLine, WEEK_LATEST_MS } from '../digest/weekly-recap.ts'
import type { DueWeek, PlannedWeek } from '../store/ledger/weekly-recaps.ts'
import type { Message } from '../text/message.ts'
import { createLoop, type Loop, type WorkerParts } from './loop.ts'

export type WeeklyRecapOptions = WorkerParts & {
  /** `null`: the group asked nothing. */
  readonly render: (due: DueWeek) => Message | null
  readonly defaultZone: string
}

const EVERY_MS = 60_000
const STEP = 50

/** Each week, groups that want it get what they read and searched most. */
export function createWeeklyRecapPlanner({ store, render, defaultZone, now, log, wake }: WeeklyRecapOptions): Loop {
  async function look(): Promise<number> {
    const time = now()
    const decide = (due: DueWeek): PlannedWeek => {
      const isStale = time - due.dueAt > WEEK_LATEST_MS
      return { message: isStale ? null : render(due), nextAt: nextWeekLine(time, due.zone ?? defaultZone) }
    }
    while ((await store.weeks.step({ now: time, limit: STEP, decide })) === STEP) await turn()
    wake()
    return EVERY_MS
  }

  const trouble = 'weekly recaps could not be planned: tried again in a minute'
  return createLoop({ look, retryMs: EVERY_MS, trouble, log })
}
