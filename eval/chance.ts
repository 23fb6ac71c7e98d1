/** Draws that are the same for a seed in every run. */
export type Chance = {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number from 0 and below `limit`. */
  readonly below: (limit: number) => number
  readonly one: <Item>(list: readonly Item[]) => Item
}

export function chanceFrom(seed: number): Chance {
  const next = numbersFrom(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    one: (list) => {
      const item = list[below(list.length)]
      if (item === undefined) throw new Error('nothing to draw from')
      return item
    },
  }
}

/** Numbers in [0, 1), the same for a seed in every run (mulberry32); a plain congruential generator repeats itself too soon. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
