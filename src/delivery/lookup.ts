/**
 * What can be asked where nothing may be waited for, as in a transaction: it answers what it knows, and notes what it does
 * not know for `load`. Who asked asks again when that is done.
 */
export type Lookup<K, V> = {
  /** `null`: there is none, or it is not known yet. */
  readonly find: (key: K) => V | null
  /** Whether something was asked that is not known yet. */
  readonly isLacking: () => boolean
  /** Gets to know what was asked. */
  readonly load: () => Promise<void>
  /** Forgets what is known where that is more than so many. */
  readonly trim: (most: number) => void
}

export function createLookup<K, V>(ask: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>): Lookup<K, V> {
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
      const found = keys.length === 0 ? new Map<K, V>() : await ask(keys)
      for (const key of keys) known.set(key, found.get(key) ?? null)
    },
    trim: (most) => {
      if (known.size > most) known.clear()
    },
  }
}
