import type { Archive } from '../shelf/archive.ts'
import { createLru } from './lru.ts'

/** What is kept under a name, or else made and kept until the archive changes. */
export type MadeOnce<V> = (name: string, make: () => Promise<V>) => Promise<V>

/** Keeps about so many UTF-16 units of what is made from an archive, as JSON; that used longest ago goes first. */
export function createMadeOnce<V>(archive: Pick<Archive, 'version'>, most: number): MadeOnce<V> {
  const kept = createLru<string, V>(most, (made) => JSON.stringify(made).length)
  let version = archive.version()
  return async (name, make) => {
    if (version !== archive.version()) kept.clear()
    version = archive.version()
    const known = kept.get(name)
    if (known !== undefined) return known
    const before = version
    const made = await make()
    if (before === archive.version()) kept.set(name, made)
    return made
  }
}
