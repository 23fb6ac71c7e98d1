import type { PageOf } from '../../shelf/archive.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { findArticle, newestArticle } from '../find-article.ts'
import { show } from '../show.ts'
import { answerNoArticle } from './articles.ts'

/** `/read [slug]`: where this reader stopped in that article; with no name, in the one begun last and not read to its end. */
export const read: Command = {
  name: 'read',
  run: async (context) => {
    const { argument, library } = context
    const item = await (argument === '' ? unfinished(context) : findArticle(library.archive, argument))
    if (item === null) return answerNoArticle(context)
    const place = await context.store.reading.place(context.reader, item.slug)
    await show(context, { view: 'read', article: item.key, page: place?.lastShown ?? 0 })
  },
}

/** So many of the articles that a reader began last, and of the newest, are looked at for one to go on with. */
const LOOKED_AT = 50
/** So many at once. */
const STEP = 10

/** What was begun last and is not read to its end, else the newest that is not; where all are, the newest. */
async function unfinished({ store, library, reader }: ChatContext): Promise<ShelfItem | null> {
  const { archive } = library
  const begun = await store.reading.ofReader(reader)
  const ends = new Map(begun.map(({ slug, furthest }) => [slug, furthest]))
  const isOpen = (item: ShelfItem) => (ends.get(item.slug) ?? -1) < item.pages.length - 1
  const lastFirst = begun.toReversed().map(({ slug }) => slug)
  return (
    (await firstOf(isOpen, ({ offset, limit }) => archive.bySlugs(lastFirst.slice(offset, offset + limit)))) ??
    (await firstOf(isOpen, archive.newest)) ??
    newestArticle(archive)
  )
}

async function firstOf(
  isMeant: (item: ShelfItem) => boolean,
  ask: (page: PageOf) => Promise<readonly ShelfItem[]>,
): Promise<ShelfItem | null> {
  for (let offset = 0; offset < LOOKED_AT; offset += STEP) {
    const found = (await ask({ offset, limit: STEP })).find(isMeant)
    if (found !== undefined) return found
  }
  return null
}
