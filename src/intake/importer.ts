import { type Article, missingIn, type Parsed } from '../article/article.ts'
import { isFeed } from '../article/feed-address.ts'
import { siteOf } from '../article/identity.ts'
import { parsePage } from '../article/page.ts'
import { slugFrom } from '../article/slug.ts'
import type { ReadDocument, SourceDocument } from '../library/read-document.ts'
import type { Store } from '../store/store.ts'
import type { BringIn, BroughtIn } from './bring-in.ts'
import type { Fetch, FetchedPage } from './fetch-page.ts'
import type { Refusal } from './refusal.ts'

/** What became of something that was given to import. `why`: one line in English. */
export type ImportReport =
  | BroughtIn
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreadable'; readonly why: string }
  /** A feed is followed, not imported. */
  | { readonly kind: 'feed'; readonly url: string }

/** Who asks: `hold`, or, by their word or their source's, publish at once. */
export type ImportWish = {
  readonly source: string
  readonly keys?: readonly string[]
  readonly mode: 'hold' | 'publish' | 'by-source'
}

/** What is known of a text from beside it. */
export type TextOrigin = Pick<Article, 'source' | 'url' | 'published'>

export type Importer = {
  readonly link: (url: string, wish: ImportWish) => Promise<ImportReport>
  readonly document: (
    document: Pick<SourceDocument, 'bytes' | 'name' | 'contentType'>,
    wish: ImportWish,
  ) => Promise<ImportReport>
  readonly text: (text: string, origin: TextOrigin, wish: ImportWish) => Promise<ImportReport>
  readonly fetch: Fetch
  readonly read: (document: SourceDocument) => Promise<ReadDocument>
}

export type ImporterParts = {
  readonly store: Pick<Store, 'sources'>
  readonly fetch: Fetch
  readonly read: (document: SourceDocument) => Promise<ReadDocument>
  readonly bringIn: BringIn
  readonly now: () => Date
}

/** Imports what people name or send, one thing at a time. */
export function createImporter({ store, fetch, read, bringIn, now }: ImporterParts): Importer {
  async function take(parsed: ReadDocument, wish: ImportWish): Promise<ImportReport> {
    const { source, keys = [], mode } = wish
    if (parsed.kind === 'feed') return { kind: 'unreadable', why: 'it is a feed' }
    if (parsed.kind === 'unreadable') return parsed
    const holds = mode === 'by-source' ? !(await isTrusted(parsed.article)) : mode === 'hold'
    return await bringIn({ ...parsed, source, keys, holds, isAsked: true })
  }

  async function isTrusted({ source, url }: Article): Promise<boolean> {
    const names = [url === null ? null : siteOf(url), source].filter((name) => name !== null)
    for (const name of names) {
      const mode = await store.sources.modeOf(name)
      if (mode !== null) return mode === 'publish'
    }
    return false
  }

  return {
    fetch,
    read,
    link: async (url, wish) => {
      const page = await fetch(url)
      if (page.kind === 'refused') return page
      if (page.kind === 'unchanged') return { kind: 'unreadable', why: 'it was not sent' }
      if (isFeed(page)) return { kind: 'feed', url: page.url }
      return take(atAddress(await read(documentOf(page, now())), page.url), wish)
    },
    document: async (document, wish) => {
      const parsed = await read({ ...document, as: 'article', url: null, now: null })
      const keys = parsed.kind === 'article' && parsed.isSlugged ? [`slug ${parsed.article.slug}`] : []
      return take(parsed, { ...wish, keys: [...keys, ...(wish.keys ?? [])] })
    },
    text: async (text, origin, wish) => take(readPost(text, origin), wish),
  }
}

/** A text whose date and source stand beside it, and are right. */
export function readPost(text: string, { source, url, published }: TextOrigin): Parsed {
  const parsed = parsePage(text, slugFrom('post'))
  if (parsed.kind === 'unreadable') return parsed
  const { article } = parsed
  const known = { source: source ?? article.source, url: url ?? article.url, published: published ?? article.published }
  return { ...parsed, article: { ...article, ...known }, doubts: missingIn({ ...article, ...known }) }
}

/** A page may say its address, but not that it is one of another site's. */
export function atAddress<T extends ReadDocument>(parsed: T, found: string): T {
  if (parsed.kind !== 'article') return parsed
  const { url } = parsed.article
  const isOwn = url !== null && siteOf(url) === siteOf(found)
  return isOwn ? parsed : { ...parsed, article: { ...parsed.article, url: found } }
}

export function documentOf(page: FetchedPage, now: Date): SourceDocument {
  const { bytes, contentType, url } = page
  const name = decodeURIComponent(/([^/]*)\/?$/.exec(new URL(url).pathname)?.[1] ?? '')
  return { as: 'article', bytes, contentType, url, name, now }
}
