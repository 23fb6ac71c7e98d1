import { createShelf, type Shelf } from '../shelf/shelf.ts'
import type { StoredArchive } from '../store/articles/archive.ts'

/** Everything on hand as a list, for callers that do not ask the archive yet. To be removed with the last of them. */
export function createShelfBridge(archive: StoredArchive) {
  let shelf = createShelf([])
  let version = -1
  return {
    shelf: (): Shelf => shelf,
    update: async () => {
      if (version === archive.version()) return
      version = archive.version()
      shelf = createShelf(await archive.newest({ offset: 0, limit: 1_000_000 }), shelf)
    },
  }
}
