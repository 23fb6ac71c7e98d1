/** What a server sent. */
type Sent = { readonly bytes: Uint8Array; readonly contentType: string | null; readonly url: string }

/** Whether a page is a feed, by its type or its first letters. */
export function isFeed({ bytes, contentType }: Pick<Sent, 'bytes' | 'contentType'>): boolean {
  if (/[/+](?:rss|atom|rdf)|feed\+json/i.test(contentType ?? '')) return true
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return (
    /^[^<{]*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) ||
    /^[^{]{0,3}\{[\s\S]*jsonfeed\.org\/version/.test(head)
  )
}

const HEAD = 100_000
const LINK = /<link\b[^<>]{0,1000}>/gi

/** The first feed that a page's head links to (https://www.rssboard.org/rss-autodiscovery); without the reader of pages, which has a process of its own. */
export function feedAddressIn({ bytes, url }: Pick<Sent, 'bytes' | 'url'>): string | null {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
  for (const [link] of head.matchAll(LINK)) {
    if (!/rel\s*=\s*["']?[^"'>]*\balternate\b/i.test(link)) continue
    if (!/type\s*=\s*["']?application\/(?:rss|atom|feed)\+/i.test(link)) continue
    const [, href] = /href\s*=\s*["']([^"']+)["']/i.exec(link) ?? []
    const found = href === undefined ? null : URL.parse(href.replaceAll('&amp;', '&'), url)
    if (found !== null) return found.href
  }
  return null
}
