import type { DigestForm } from '../digest/form.ts'
import type { DigestContent } from '../digest/plan-digests.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import { type Listing, packWhole } from './listing.ts'
import { underPost, type View } from './view.ts'
import { renderEmpty, renderNews, renderNextChunk } from './views/digest.ts'

/** A digest's content with the articles it shows, as far as they are on hand. */
export type Digest = {
  readonly content: DigestContent
  readonly form: DigestForm
  readonly items: readonly ShelfItem[]
}

/** A digest as one message; `null` when it has no content. */
export function renderDigest(digest: Digest, view: View): Message | null {
  const unpacked = unpackedDigest(digest, view)
  return unpacked === null ? null : packWhole(unpacked, view)
}

/** A digest before it is packed; `null` when it has no content. It is a post: its presses are answered beside it. */
export function unpackedDigest({ content, form, items }: Digest, chat: View): Listing | Message | null {
  const view = underPost(chat)
  const bySlug = new Map(items.map((item) => [item.slug, item]))
  switch (content.kind) {
    case 'new': {
      const named = content.slugs.flatMap((slug, index) => {
        const item = bySlug.get(slug)
        return item === undefined ? [] : [{ item, reason: content.reasons[index] ?? null }]
      })
      const followed = content.more === null ? undefined : bySlug.get(content.more.slug)
      const more = followed === undefined ? null : { item: followed, chunk: content.more?.chunk ?? 0 }
      return named.length === 0 ? null : renderNews({ items: named, total: content.total, more }, form, view)
    }
    case 'chunk': {
      const item = bySlug.get(content.slug)
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
