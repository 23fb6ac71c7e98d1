import { outsideOf } from './calendar.ts'
import { localDay, localMinute, momentOf } from './local-day.ts'
import type { Schedule } from './schedule.ts'

const DAY_MINUTES = 24 * 60
/** A digest planned within this time of its due time is on time. */
const ON_TIME_MS = 60_000

/** The end of the quiet hours that a late digest falls into, epoch milliseconds; `null`: it may be sent at once. */
export function quietUntil({ exceptions, zone }: Schedule, dueAt: number, now: number): number | null {
  const quiet = exceptions?.quiet ?? null
  if (quiet === null || now - dueAt <= ON_TIME_MS) return null
  const minute = localMinute(now, zone)
  const end = outsideOf(quiet, minute)
  if (end === minute) return null
  return momentOf(localDay(now, zone) + Math.floor(end / DAY_MINUTES), end % DAY_MINUTES, zone)
}
