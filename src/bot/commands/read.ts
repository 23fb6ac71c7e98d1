import { findArticle } from '../../shelf/find-article.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Asked, Command } from '../chat-context.ts'
import { show } from '../show.ts'
import { answerNoArticle } from './articles.ts'

/** `/read [slug]`: where this reader stopped in that article; with no name, in the one begun last and not read to its end. */
export const read: Command = {
  name: 'read',
  run: async (asked) => {
    const item = asked.argument === '' ? await unfinished(asked) : findArticle(asked.view.shelf, asked.argument)
    if (item === null) return answerNoArticle(asked)
    const place = await asked.store.reading.place(asked.reader, item.slug)
    await show(asked, { view: 'read', article: item.key, page: place?.lastShown ?? 0 })
  },
}

async function unfinished({ store, reader, view }: Asked): Promise<ShelfItem | null> {
  const begun = await store.reading.ofReader(reader)
  const ends = new Map(begun.map(({ slug, furthest }) => [slug, furthest]))
  const isRead = (item: ShelfItem) => (ends.get(item.slug) ?? -1) >= item.pages.length - 1
  const open = begun.toReversed().flatMap(({ slug }) => view.shelf.bySlug.get(slug) ?? [])
  return [...open, ...view.shelf.items].find((item) => !isRead(item)) ?? view.shelf.items[0] ?? null
}
