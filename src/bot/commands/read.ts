import type { PageOf } from '../../shelf/archive.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { findArticle, newestArticle } from '../find-article.ts'
import { show } from '../show.ts'
import { answerNoArticle } from './articles.ts'

/** `/read [slug]`: the article from where this reader stopped; without a slug, the last begun unfinished one. */
export const read: Command = {
  name: 'read',
  run: async (context) => {
    const { argument, library, view } = context
    const item = await (argument === ''
      ? unfinished(context)
      : findArticle(library.archive, argument, view.wording.language))
    if (item === null) return answerNoArticle(context)
    const place = await context.store.reading.place(context.reader, item.slug)
    await show(context, { view: 'read', article: item.key, page: place?.lastShown ?? 0 })
  },
}

/** Articles looked at for an unfinished one: of those begun last, and of the newest. */
const LOOKED_AT = 50
const STEP = 10

/** The last begun unfinished article, else the newest unfinished one, else the newest. */
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
  isWanted: (item: ShelfItem) => boolean,
  ask: (page: PageOf) => Promise<readonly ShelfItem[]>,
): Promise<ShelfItem | null> {
  for (let offset = 0; offset < LOOKED_AT; offset += STEP) {
    const found = (await ask({ offset, limit: STEP })).find(isWanted)
    if (found !== undefined) return found
  }
  return null
}
