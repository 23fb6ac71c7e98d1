import type { ShelfItem } from '../../shelf/shelf.ts'

/** Characters of briefings that are held: about as many bytes twice over. */
const MOST_CHARACTERS = 2_000_000

type Entry = {
  readonly item: ShelfItem
  readonly weight: number
  /** The version that it holds for; `null`: for all, until the article itself changes. */
  readonly version: number | null
}

/** `followsOthers`: it bears titles of other articles, so it holds for one version only. */
type Weighed = { readonly weight: number; readonly followsOthers: boolean }

/** The items last asked for. */
export function createItemCache() {
  const entries = new Map<number, Entry>()
  let characters = 0
  const drop = (number: number) => {
    characters -= entries.get(number)?.weight ?? 0
    entries.delete(number)
  }
  return {
    drop: (numbers: readonly number[]) => numbers.forEach(drop),
    /** The cache as it is for a version of the archive. */
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
