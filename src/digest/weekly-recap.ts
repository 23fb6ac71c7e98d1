import { localDay, momentOf } from './local-day.ts'

const SUNDAY_TEN = 10 * 60
/** A recap later than this no longer describes its week, in milliseconds. */
export const RECAP_LATEST_MS = 24 * 60 * 60_000

/** The first Sunday 10:00 in a zone after a moment, epoch milliseconds: when weekly recaps are due. */
export function nextRecapAt(epochMs: number, zone: string): number {
  const today = localDay(epochMs, zone)
  // day 0, 1 January 1970, was a Thursday
  const sunday = today + ((10 - (today % 7)) % 7)
  const first = momentOf(sunday, SUNDAY_TEN, zone)
  return first > epochMs ? first : momentOf(sunday + 7, SUNDAY_TEN, zone)
}
