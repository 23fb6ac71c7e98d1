import { setImmediate as turn } from 'node:timers/promises'
import { nextRecapAt, RECAP_LATEST_MS } from '../digest/weekly-recap.ts'
import type { Archive } from '../shelf/archive.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { DueRecap, PlannedRecap } from '../store/ledger/weekly-recaps.ts'
import type { Message } from '../text/message.ts'
import { createLookup } from './lookup.ts'
import { createLoop, type Loop, type WorkerParts } from './loop.ts'

export type WeeklyRecapOptions = WorkerParts & {
  readonly archive: Pick<Archive, 'byKeys'>
  /** `items`: the articles on hand that the group read. `null`: the group read and searched nothing. */
  readonly render: (due: DueRecap, items: readonly ShelfItem[]) => Message | null
  readonly defaultZone: string
}

const EVERY_MS = 60_000
const STEP = 50
/** Articles cached between two steps. */
const MOST_CACHED = 500

/** Plans weekly messages of what a group read and searched most, for groups that want them. */
export function createWeeklyRecapPlanner(options: WeeklyRecapOptions): Loop {
  const { store, archive, render, defaultZone, now, log, wake, isOnDuty } = options
  async function look(): Promise<number> {
    const time = now()
    const articles = createLookup(async (keys: readonly string[]) => {
      return new Map((await archive.byKeys(keys)).map((item) => [String(item.key), item]))
    })
    const decide = (due: DueRecap): PlannedRecap | null => {
      const isStale = time - due.dueAt > RECAP_LATEST_MS
      const items = due.asking.read.flatMap(({ key }) => articles.find(key) ?? [])
      if (articles.isLacking()) return null
      return { message: isStale ? null : render(due, items), nextAt: nextRecapAt(time, due.zone ?? defaultZone) }
    }
    for (let due = STEP; due === STEP || articles.isLacking(); await turn()) {
      articles.trim(MOST_CACHED)
      await articles.load()
      due = await store.weeklyRecaps.step({ now: time, limit: STEP, decide })
    }
    wake()
    return EVERY_MS
  }

  const trouble = 'weekly recaps could not be planned: tried again in a minute'
  return createLoop({ look, retryMs: EVERY_MS, trouble, log, isOnDuty })
}
