import { setImmediate as turn } from 'node:timers/promises'
import { passageReader } from '../search/read-passages.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Passages } from '../store/articles/passages.ts'

/** After so many changed articles the index is brought into shape again. */
const MANY = 20

/** Brings the index in line with what is on hand: writes what is not as it was `before`, forgets what is gone. */
export async function indexShelf(shelf: Shelf, passages: Passages, before?: Shelf): Promise<void> {
  let changed = await passages.keepOnly(shelf.items.map(({ number }) => number))
  const read = passageReader()
  for (const item of shelf.items) {
    if (before?.bySlug.get(item.slug) === item) continue
    if ((await passages.sync(read(item))) === 'indexed') changed += 1
    await turn()
  }
  if (changed >= MANY) await passages.settle()
}
