import { localDay, momentOf } from './local-day.ts'

const SUNDAY_TEN = 10 * 60
/** What is later than this says nothing of its week any more, in milliseconds. */
export const RECAP_LATEST_MS = 24 * 60 * 60_000

/** The first Sunday, 10:00 in a zone, after a moment: when a group is told what it asked. */
export function nextRecapAt(epochMs: number, zone: string): number {
  const today = localDay(epochMs, zone)
  // day 0, 1 January 1970, was a Thursday
  const sunday = today + ((10 - (today % 7)) % 7)
  const first = momentOf(sunday, SUNDAY_TEN, zone)
  return first > epochMs ? first : momentOf(sunday + 7, SUNDAY_TEN, zone)
}
