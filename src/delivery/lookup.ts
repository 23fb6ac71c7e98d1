/**
 * Synchronous look-ups, as in a transaction: `find` returns loaded values and notes missing keys for `load`. Callers try again
 * after `load`.
 */
export type Lookup<K, V> = {
  /** `null`: no value, or not loaded yet. */
  readonly find: (key: K) => V | null
  /** Whether a key was looked up that is not loaded yet. */
  readonly isLacking: () => boolean
  /** Loads the missing keys. */
  readonly load: () => Promise<void>
  /** Drops all values when there are more than `most`. */
  readonly trim: (most: number) => void
}

export function createLookup<K, V>(fetchAll: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>): Lookup<K, V> {
  const known = new Map<K, V | null>()
  const lacking = new Set<K>()
  return {
    find: (key) => {
      const value = known.get(key)
      if (value === undefined) lacking.add(key)
      return value ?? null
    },
    isLacking: () => lacking.size > 0,
    load: async () => {
      const keys = [...lacking]
      lacking.clear()
      const found = keys.length === 0 ? new Map<K, V>() : await fetchAll(keys)
      for (const key of keys) known.set(key, found.get(key) ?? null)
    },
    trim: (most) => {
      if (known.size > most) known.clear()
    },
  }
}
