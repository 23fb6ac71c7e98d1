import type { Message } from '../messages/message.ts'
import type { Shelf } from '../messages/shelf.ts'
import type { View } from '../messages/view.ts'
import { renderNews, renderNextChunk } from '../messages/views/digest.ts'
import type { DigestContent, ShelfArticle } from './plan-digests.ts'

/** A digest as one message; `null` when there is nothing to say. */
export function renderDigest(content: DigestContent, view: View): Message | null {
  switch (content.kind) {
    case 'new': {
      const items = content.slugs.flatMap((slug) => view.shelf.bySlug.get(slug) ?? [])
      return items.length === 0 ? null : renderNews({ items, total: content.total }, view)
    }
    case 'chunk': {
      const item = view.shelf.bySlug.get(content.slug)
      return item === undefined ? null : renderNextChunk(item, content.chunk, view)
    }
    case 'nothing':
      return null
    default:
      return content satisfies never
  }
}

/** What is on hand as the planning of digests sees it. */
export function shelfArticles(shelf: Shelf): readonly ShelfArticle[] {
  return shelf.items.map(({ number, slug, pages }) => ({ number, slug, chunks: pages.length }))
}
