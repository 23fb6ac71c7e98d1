import { createLru } from '../store/lru.ts'

export type RateLimit = {
  /** Takes so many of an address's and of all; 0, or, with nothing taken, the seconds until they can be. */
  readonly take: (address: string, count: number) => number
}

/** What is left of a bucket, and when that was so. */
type Level = { readonly left: number; readonly at: number }

const MINUTE_MS = 60_000
const MOST_ADDRESSES = 10_000

/** Buckets that fill up within a minute: one for each address, and one for all; forgotten addresses have full ones. */
export function createRateLimit(
  most: { readonly one: number; readonly all: number },
  now = () => performance.now(),
): RateLimit {
  const levels = createLru<string, Level>(MOST_ADDRESSES, () => 1)
  let shared: Level = { left: most.all, at: now() }
  const filled = ({ left, at }: Level, capacity: number): Level => {
    const time = now()
    return { left: Math.min(capacity, left + ((time - at) * capacity) / MINUTE_MS), at: time }
  }
  const waitFor = ({ left }: Level, count: number, capacity: number) =>
    Math.max(0, Math.ceil(((count - left) * MINUTE_MS) / capacity / 1000))
  return {
    take: (address, count) => {
      const own = filled(levels.get(address) ?? { left: most.one, at: now() }, most.one)
      shared = filled(shared, most.all)
      const wait = Math.max(waitFor(own, count, most.one), waitFor(shared, count, most.all))
      if (wait > 0) return wait
      levels.set(address, { ...own, left: own.left - count })
      shared = { ...shared, left: shared.left - count }
      return 0
    },
  }
}
