import type { ShelfItem } from '../../shelf/shelf.ts'
import { createLru } from '../lru.ts'

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

/** The items used last. */
export function createItemCache() {
  const entries = createLru<number, Entry>(MOST_CHARACTERS, ({ weight }) => weight)
  return {
    drop: (numbers: readonly number[] | null) => (numbers === null ? entries.clear() : numbers.forEach(entries.delete)),
    /** The cache for a version of the archive. */
    at: (version: number, current: () => number) => ({
      get: (number: number): ShelfItem | null => {
        const entry = entries.get(number)
        return entry === undefined || (entry.version !== null && entry.version !== version) ? null : entry.item
      },
      put: (item: ShelfItem, { weight, followsOthers }: Weighed): void =>
        version !== current()
          ? undefined
          : entries.set(item.number, { item, weight, version: followsOthers ? version : null }),
    }),
  }
}
