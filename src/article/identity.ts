import { createHash } from 'node:crypto'
import { fold } from '../language/fold.ts'
import { type Article, paragraphsOf } from './article.ts'

/** What tells that two articles are one: where it was published, and a hash of its words; `null` for what can't tell. */
export type Identity = { readonly url: string | null; readonly body: string | null }

/** Fewer letters may be said twice by chance. */
const SHORTEST_BODY = 120

export function identityOf(article: Article): Identity {
  const letters = fold(paragraphsOf(article).join(' ')).replace(/[^\p{L}\p{N}]+/gu, '')
  return {
    url: article.url === null ? null : canonicalUrl(article.url),
    body: letters.length < SHORTEST_BODY ? null : createHash('sha256').update(letters).digest('hex'),
  }
}

/** Parameters that say where a reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id|cmpid|ocid|ref|ref_src|source|traffic_source|amp)$/i

/** An address without what says where a reader came from, and without a place in the page. */
export function withoutTracking(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return url
  const tracking = [...parsed.searchParams.keys()].filter((name) => TRACKING.test(name))
  if (tracking.length === 0 && parsed.hash === '') return url
  for (const name of tracking) parsed.searchParams.delete(name)
  parsed.hash = ''
  return parsed.href
}

/** An address without what differs between links to one page: scheme, `www.`, tracking, order of parameters, a last slash. */
export function canonicalUrl(url: string): string {
  const parsed = URL.parse(withoutTracking(url))
  if (parsed === null) return url
  parsed.searchParams.sort()
  return `${siteOf(url)}${parsed.pathname.replace(/(?<!\/)\/+$/, '')}${parsed.search}`
}

/** The host of an address, which names a site: without `www.` and `m.`, with its port where it has one. */
export function siteOf(url: string): string {
  return (URL.parse(url)?.host ?? '').replace(/^(?:www|m|mobile|amp)\.(?=.*\.)/, '')
}
