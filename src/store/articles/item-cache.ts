import type { ShelfItem } from '../../shelf/shelf.ts'

/** Characters of cached briefings, about two bytes each. */
const MOST_CHARACTERS = 2_000_000

type Entry = {
  readonly item: ShelfItem
  readonly weight: number
  /** The archive version it is valid for; `null`: valid until the article itself changes. */
  readonly version: number | null
}

/** `followsOthers`: the item shows other articles' titles, so it is valid for one archive version only. */
type Weighed = { readonly weight: number; readonly followsOthers: boolean }

/** An LRU cache of items. */
export function createItemCache() {
  const entries = new Map<number, Entry>()
  let characters = 0
  const drop = (number: number) => {
    characters -= entries.get(number)?.weight ?? 0
    entries.delete(number)
  }
  return {
    drop: (numbers: readonly number[]) => numbers.forEach(drop),
    /** The cache for a version of the archive. */
    at: (version: number) => ({
      get: (number: number): ShelfItem | null => {
        const entry = entries.get(number)
        if (entry === undefined || (entry.version !== null && entry.version !== version)) return null
        entries.delete(number)
        entries.set(number, entry)
        return entry.item
      },
      put: (item: ShelfItem, { weight, followsOthers }: Weighed): void => {
        drop(item.number)
        entries.set(item.number, { item, weight, version: followsOthers ? version : null })
        characters += weight
        for (const oldest of entries.keys()) {
          if (characters <= MOST_CHARACTERS || oldest === item.number) break
          drop(oldest)
        }
      },
    }),
  }
}
