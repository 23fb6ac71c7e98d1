import { type ArticleScreen, decodePress } from '../messages/buttons/press.ts'
import { keptWords, type SavedPlace } from '../messages/views/saved.ts'
import type { Archive } from '../shelf/archive.ts'
import type { Bookmark } from '../store/readers/bookmarks.ts'

/** Bookmarks that still decode, as screens in their order, with their words as far as they are known; not those of an article that is held or withdrawn. */
export async function savedPlaces(archive: Archive, bookmarks: readonly Bookmark[]): Promise<readonly SavedPlace[]> {
  const decoded = decodedOf(bookmarks)
  const items = await archive.byKeys([...new Set(decoded.map(({ screen }) => screen.article))])
  const byKey = new Map(items.map((item) => [item.key, item]))
  return await Promise.all(
    decoded.map(async ({ screen: place, kept }) => {
      const item = byKey.get(place.article)
      if (item !== undefined) return { place, isGone: false, kept: kept ?? keptWords(item, place) }
      const removed = await archive.removed(place.article)
      return { place, isGone: true, kept: removed === null || removed.isWithdrawn ? null : kept }
    }),
  )
}

/** Bookmarks with the screens they name; those that no longer decode are left out. */
export function decodedOf(bookmarks: readonly Bookmark[]): readonly (Bookmark & { readonly screen: ArticleScreen })[] {
  return bookmarks.flatMap((bookmark) => {
    const press = decodePress(bookmark.place)
    return press?.kind === 'open' && 'article' in press.screen ? [{ ...bookmark, screen: press.screen }] : []
  })
}
