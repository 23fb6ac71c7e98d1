import { type AnyFeed, parseFeed } from 'feedsmith'

/** A feed as read; texts are trimmed, `null` for what it lacks. `why`: one line for the operator. */
export type Feed =
  | { readonly kind: 'feed'; readonly title: string | null; readonly items: readonly FeedItem[] }
  | { readonly kind: 'unreadable'; readonly why: string }

export type FeedItem = {
  /** The same as long as the feed tells it to be the same item, whatever changes in it. */
  readonly id: string
  readonly title: string | null
  readonly url: string | null
  /** ISO 8601 with its offset. */
  readonly published: string | null
  /** The longest of its texts: HTML, or plain text. */
  readonly html: string
}

/** The most items read of one feed, the first ones. */
const MOST_ITEMS = 500

/** Reads RSS, Atom, RDF or JSON Feed; `base`: its address, for relative links. Never throws. */
export function readFeed(text: string, base: string): Feed {
  try {
    const parsed = parseFeed(text, { maxItems: MOST_ITEMS })
    const { title, items } = plainFeed(parsed)
    const read = items.map((item) => ({ ...item, url: absolute(item.url, base) }))
    return { kind: 'feed', title: words(title), items: withIds(read) }
  } catch (error) {
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { kind: 'unreadable', why: what.slice(0, 200) }
  }
}

type RawItem = Omit<FeedItem, 'id'> & { readonly id: string | null }

function plainFeed(parsed: AnyFeed): { readonly title: string | undefined; readonly items: readonly RawItem[] } {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => {
          const { guid, link } = item
          const permanent = guid?.isPermaLink === false ? undefined : guid?.value
          return {
            id: words(guid?.value),
            title: words(item.title),
            url: words(link) ?? (/^https?:/i.test(permanent ?? '') ? words(permanent) : null),
            published: instant(item.pubDate, item.dc?.dates?.[0]),
            html: longest(item.content?.encoded, item.description),
          }
        }),
      }
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        items: (parsed.feed.entries ?? []).map((entry) => ({
          id: words(entry.id),
          title: words(entry.title?.value),
          url: words(entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href),
          published: instant(entry.published, entry.updated),
          html: longest(entry.content?.value, entry.summary?.value),
        })),
      }
    case 'rdf':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          id: words(item.rdf?.about),
          title: words(item.title),
          url: words(item.link),
          published: instant(item.dc?.dates?.[0]),
          html: longest(item.content?.encoded, item.description),
        })),
      }
    case 'json':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          id: words(item.id),
          title: words(item.title),
          url: words(item.url) ?? words(item.external_url),
          published: instant(item.date_published, item.date_modified),
          html: longest(item.content_html, paragraphs(item.content_text), paragraphs(item.summary)),
        })),
      }
    default:
      return parsed satisfies never
  }
}

/** Some feeds give one id to several items, and some give none: then the address or the title tells them apart. */
function withIds(items: readonly RawItem[]): readonly FeedItem[] {
  const counts = new Map<string, number>()
  for (const { id } of items) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  const named = items.flatMap((item): readonly FeedItem[] => {
    const own = item.id !== null && counts.get(item.id) === 1 ? item.id : null
    const id = own ?? item.url ?? item.title
    return id === null ? [] : [{ ...item, id }]
  })
  return [...new Map(named.toReversed().map((item) => [item.id, item])).values()].toReversed()
}

function words(text: string | undefined): string | null {
  const trimmed = text?.replace(/\s+/gu, ' ').trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** The first that is a date; a date without a time is one of UTC. */
function instant(...dates: readonly (string | undefined)[]): string | null {
  for (const date of dates) {
    const time = date === undefined ? Number.NaN : Date.parse(date)
    if (!Number.isNaN(time)) return isoTime(new Date(time))
  }
  return null
}

/** A time to the second. */
export function isoTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}

function longest(...texts: readonly (string | undefined)[]): string {
  return texts.reduce<string>((found, text = '') => (text.length > found.length ? text : found), '')
}

function paragraphs(text: string | undefined): string | undefined {
  const escaped = text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped
    ?.split(/\n+/u)
    .map((line) => `<p>${line}</p>`)
    .join('\n')
}

function absolute(url: string | null, base: string): string | null {
  const parsed = url === null ? null : URL.parse(url, base)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null
}
