import type { ArticleScreen } from '../messages/buttons/press.ts'
import type { SavedPlace } from '../messages/views/saved.ts'
import type { Archive } from '../shelf/archive.ts'

/** Bookmarked screens with their articles, in their order. */
export async function savedPlaces(archive: Archive, places: readonly ArticleScreen[]): Promise<readonly SavedPlace[]> {
  const items = await archive.byKeys([...new Set(places.map(({ article }) => article))])
  const byKey = new Map(items.map((item) => [item.key, item]))
  return places.map((place) => ({ place, item: byKey.get(place.article) ?? null }))
}
