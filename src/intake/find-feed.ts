import { feedAddressIn, isFeed } from '../article/feed-address.ts'
import { siteOf } from '../article/identity.ts'
import type { NewSource } from '../store/sources/sources.ts'
import type { Fetched, FetchedPage } from './fetch-page.ts'
import { documentOf, type Importer } from './importer.ts'
import type { Refusal } from './refusal.ts'

/** The source at an address: a feed, the feed that a page names, or else the page's site. */
export type FoundSource =
  | { readonly kind: 'source'; readonly source: NewSource }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export async function findSource(
  address: string,
  { fetch, read }: Pick<Importer, 'fetch' | 'read'>,
): Promise<FoundSource> {
  const url = /^https?:/i.test(address) ? address : `https://${address}`
  const page = await fetch(url)
  if (page.kind !== 'page') return refused(page)
  if (isFeed(page)) return asFeed(page, read)
  const named = feedAddressIn(page)
  const feed = named === null ? null : await fetch(named)
  if (feed?.kind === 'page' && isFeed(feed)) return asFeed(feed, read)
  const site = siteOf(page.url)
  return { kind: 'source', source: { kind: 'site', key: site, title: site, site } }
}

async function asFeed(page: FetchedPage, read: Importer['read']): Promise<FoundSource> {
  const feed = await read({ ...documentOf(page, new Date()), as: 'feed' })
  if (feed.kind !== 'feed') return refused({ kind: 'refused', refusal: NO_FEED })
  const site = siteOf(page.url)
  return { kind: 'source', source: { kind: 'feed', key: page.url, title: feed.title ?? site, site } }
}

const NO_FEED: Refusal = { why: 'no-feed', words: {}, retryAfterSeconds: null }

function refused(fetched: Exclude<Fetched, FetchedPage>): FoundSource {
  return fetched.kind === 'refused' ? fetched : { kind: 'refused', refusal: NO_FEED }
}
