import type { DigestForm } from '../digest/form.ts'
import type { DigestContent, ShelfArticle } from '../digest/plan-digests.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import { type Listing, packWhole } from './listing.ts'
import type { View } from './view.ts'
import { renderEmpty, renderNews, renderNextChunk } from './views/digest.ts'

/** A digest as one message; `null` when it has no content. */
export function renderDigest(content: DigestContent, form: DigestForm, view: View): Message | null {
  const unpacked = unpackedDigest(content, form, view)
  return unpacked === null ? null : packWhole(unpacked, view)
}

/** A digest before it is packed; `null` when it has no content. */
export function unpackedDigest(content: DigestContent, form: DigestForm, view: View): Listing | Message | null {
  switch (content.kind) {
    case 'new':
      return renderNew(content, form, view)
    case 'chunk': {
      const item = view.shelf.bySlug.get(content.slug)
      return item === undefined ? null : renderNextChunk(item, content.chunk, view)
    }
    case 'empty':
      return renderEmpty(view)
    case 'nothing':
      return null
    default:
      return content satisfies never
  }
}

/** The articles on hand, as planning takes them. */
export function shelfArticles(shelf: Shelf): readonly ShelfArticle[] {
  return shelf.items.map(({ number, slug, pages, terms }) => ({ number, slug, chunks: pages.length, terms }))
}

function renderNew(content: Extract<DigestContent, { kind: 'new' }>, form: DigestForm, view: View): Listing | null {
  const items = content.slugs.flatMap((slug, index) => {
    const item = view.shelf.bySlug.get(slug)
    return item === undefined ? [] : [{ item, reason: content.reasons[index] ?? null }]
  })
  const followed = content.more === null ? undefined : view.shelf.bySlug.get(content.more.slug)
  const more = followed === undefined ? null : { item: followed, chunk: content.more?.chunk ?? 0 }
  return items.length === 0 ? null : renderNews({ items, total: content.total, more }, form, view)
}
