/** What was used last; of what is too much, that used longest ago goes first. */
export type Lru<K, V> = {
  readonly get: (key: K) => V | undefined
  readonly set: (key: K, value: V) => void
  readonly clear: () => void
}

/** Keeps values that together weigh at most `most`; one that is heavier alone is not kept. */
export function createLru<K, V>(most: number, weightOf: (value: V) => number): Lru<K, V> {
  const kept = new Map<K, { readonly value: V; readonly weight: number }>()
  let total = 0

  function remove(key: K): void {
    total -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }

  return {
    get: (key) => {
      const entry = kept.get(key)
      if (entry === undefined) return undefined
      kept.delete(key)
      kept.set(key, entry)
      return entry.value
    },
    set: (key, value) => {
      remove(key)
      const weight = weightOf(value)
      kept.set(key, { value, weight })
      total += weight
      for (const oldest of kept.keys()) {
        if (total <= most) break
        remove(oldest)
      }
    },
    clear: () => {
      kept.clear()
      total = 0
    },
  }
}
