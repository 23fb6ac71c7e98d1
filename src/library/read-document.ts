import type { Parsed } from '../article/article.ts'
import { decodePage } from '../article/charset.ts'
import { type Feed, readFeed } from '../article/feed.ts'
import { readHtml } from '../article/html.ts'
import { parseMarkdown } from '../article/markdown.ts'
import { parsePage } from '../article/page.ts'
import { slugFrom } from '../article/slug.ts'

/** What was fetched or sent. `name`: of its file, or the last part of its address. `now`: when; `null` for a file of unknown age. */
export type SourceDocument = {
  readonly as: 'article' | 'feed'
  readonly bytes: Uint8Array
  readonly name: string
  readonly contentType: string | null
  readonly url: string | null
  readonly now: Date | null
}

/** What was read of it. */
export type ReadDocument = Parsed | Feed

/** Reads Markdown, plain text or HTML, as its type or its name says, or a feed. Never throws. */
export function readDocument(document: SourceDocument): ReadDocument {
  const { as, bytes, name, contentType, url, now } = document
  if (as === 'feed') return readFeed(decodePage(bytes, charsetOf(document)) ?? '', url ?? '')
  const slug = slugFrom(name.replace(/\.\w{1,8}$/, ''))
  switch (formatOf(document)) {
    case 'html':
      return readHtml(bytes, {
        slug,
        now,
        ...(contentType === null ? {} : { contentType }),
        ...(url === null ? {} : { url }),
      })
    case 'markdown':
      return parseMarkdown(decodePage(bytes, contentType ?? undefined) ?? '', slug)
    case 'text':
      return parsePage(decodePage(bytes, contentType ?? undefined) ?? '', slug)
  }
}

function formatOf({ bytes, name, contentType }: SourceDocument): 'html' | 'markdown' | 'text' {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (/html/.test(type)) return 'html'
  if (/markdown/.test(type) || /\.(?:md|markdown)$/i.test(name)) return 'markdown'
  if (type === 'text/plain' || /\.txt$/i.test(name)) return 'text'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /\.x?html?$/i.test(name) || /^[^\w<]*</.test(head) ? 'html' : 'text'
}

/** XML says its charset in its own way. */
function charsetOf({ bytes, contentType }: SourceDocument): string | undefined {
  if (contentType !== null && /charset/i.test(contentType)) return contentType
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const [, encoding] = /<\?xml[^>]*encoding\s*=\s*["']([\w:-]{2,40})/i.exec(head) ?? []
  return encoding === undefined ? (contentType ?? undefined) : `charset=${encoding}`
}
