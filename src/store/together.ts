import { setTimeout as sleep } from 'node:timers/promises'

/** Long enough to gather what a flood notes, short beside an answer from Telegram. */
const GAP_MS = 5

/** Writes in one go what is given within some milliseconds; each promise settles with its write. */
export function together<T>(write: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: T[] = []
  let written: Promise<void> | null = null
  return (item) => {
    waiting.push(item)
    written ??= sleep(GAP_MS).then(() => {
      const items = waiting
      waiting = []
      written = null
      return write(items)
    })
    return written
  }
}
