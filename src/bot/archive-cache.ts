import type { Archive } from '../shelf/archive.ts'
import { createLru } from '../store/lru.ts'

/** The value cached under a name, else the one `make` returns, cached until the archive changes. */
export type ArchiveCache<V> = (name: string, make: () => Promise<V>) => Promise<V>

/** `most`: UTF-16 units of all values as JSON; the least recently used are evicted first. What many ask for at once is made once. */
export function createArchiveCache<V>(archive: Pick<Archive, 'version'>, most: number): ArchiveCache<V> {
  const cache = createLru<string, V>(most, (made) => JSON.stringify(made).length)
  const making = new Map<string, Promise<V>>()
  let version = archive.version()
  return async (name, make) => {
    if (version !== archive.version()) {
      cache.clear()
      making.clear()
    }
    version = archive.version()
    const known = cache.get(name) ?? making.get(name)
    if (known !== undefined) return known
    const before = version
    const made = make()
    making.set(name, made)
    try {
      const value = await made
      if (before === archive.version()) cache.set(name, value)
      return value
    } finally {
      if (making.get(name) === made) making.delete(name)
    }
  }
}
