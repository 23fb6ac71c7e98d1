import { findArticle } from '../../messages/find-article.ts'
import { renderScreen } from '../../messages/render.ts'
import { clip } from '../../messages/rich.ts'
import type { ShelfItem } from '../../messages/shelf.ts'
import { answer } from '../answer.ts'
import type { Asked } from '../asked.ts'
import type { Command } from '../command.ts'
import { answerNoArticle } from './articles.ts'

/** `/read [slug]`: where this reader stopped in that article; with no name, in the one begun last and not read to its end. */
export const read: Command = {
  name: 'read',
  run: async (asked) => {
    const item = asked.argument === '' ? await unfinished(asked) : findArticle(asked.view.shelf, asked.argument)
    if (item === null) return answerNoArticle({ ...asked, argument: clip(asked.argument, 100) })
    const place = await asked.store.reading.place(asked.reader, item.slug)
    await showPage(asked, item, place?.lastShown ?? 0)
  },
}

/** Keeps that this reader has come to a page. */
export async function markPage(asked: Asked, item: ShelfItem, page: number): Promise<void> {
  const chunk = Math.min(page, item.pages.length - 1)
  await asked.store.reading.mark(asked.reader, { slug: item.slug, chunk }, asked.now().getTime())
}

async function showPage(asked: Asked, item: ShelfItem, page: number): Promise<void> {
  await answer(asked, renderScreen({ view: 'read', article: item.key, page }, asked.view))
  await markPage(asked, item, page)
}

async function unfinished({ store, reader, view }: Asked): Promise<ShelfItem | null> {
  const begun = await store.reading.ofReader(reader)
  const ends = new Map(begun.map(({ slug, furthest }) => [slug, furthest]))
  const isRead = (item: ShelfItem) => (ends.get(item.slug) ?? -1) >= item.pages.length - 1
  const open = begun.toReversed().flatMap(({ slug }) => view.shelf.bySlug.get(slug) ?? [])
  return (
    open.find((item) => !isRead(item)) ?? view.shelf.items.find((item) => !isRead(item)) ?? view.shelf.items[0] ?? null
  )
}
