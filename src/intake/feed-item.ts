import { type Article, type Doubt, type Parsed, paragraphsOf } from '../article/article.ts'
import { type FeedItem, isoTime } from '../article/feed.ts'
import type { FeedSource } from '../store/sources/sources.ts'
import { atAddress, documentOf, type Importer } from './importer.ts'
import { mayPass } from './refusal.ts'

type ItemReading = Pick<Importer, 'fetch' | 'read'> & { readonly now: () => Date; readonly signal: AbortSignal }

/** What the feed holds of an item, or its page where that holds more. `later`: the page may come at another time. */
export async function readItem(
  item: FeedItem,
  { fetch, read, now, signal }: ItemReading,
  isLastTime: boolean,
): Promise<Parsed | 'later'> {
  const own = await readOwnText(item, read)
  if (item.url === null || !isTeaser(item.html)) return own
  const page = await fetch(item.url, { signal })
  if (page.kind === 'refused' && mayPass(page.refusal) && !isLastTime) return 'later'
  if (page.kind !== 'page') return own
  const whole = atAddress(await read(documentOf(page, now())), page.url)
  return whole.kind === 'article' && lengthOf(whole) >= lengthOf(own) ? whole : own
}

async function readOwnText(item: FeedItem, read: ItemReading['read']): Promise<Parsed> {
  const html = `<!doctype html><meta charset="utf-8"><article>${item.html}</article>`
  const bytes = new TextEncoder().encode(html)
  const document = await read({
    as: 'article',
    bytes,
    name: 'item.html',
    contentType: 'text/html',
    url: item.url,
    now: null,
  })
  return document.kind === 'feed' ? { kind: 'unreadable', why: 'it is a feed' } : document
}

const SHORTEST_WHOLE = 600
const GOES_ON = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|المزيد|اقرأ أيضا|read more|continue reading)[\s»>.\])]*$/iu

function isTeaser(html: string): boolean {
  const text = wordsWithin(html)
  return text.length < SHORTEST_WHOLE || GOES_ON.test(text)
}

/** The words of a text, without its markup. */
export function wordsWithin(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function lengthOf(parsed: Parsed): number {
  return parsed.kind === 'article' ? paragraphsOf(parsed.article).join('').length : 0
}

type Said = Extract<Parsed, { readonly kind: 'article' }>

/** A feed is right about its items' titles and dates; one of the future is that of a wrong clock. */
export function asFeedSays({ article, doubts }: Said, item: FeedItem, { feed, now }: { feed: FeedSource; now: Date }) {
  const { title, published, url } = item
  const said: Article = {
    ...article,
    title: title === null ? article.title : { text: title, derived: false },
    published:
      published === null ? article.published : Date.parse(published) > now.getTime() ? isoTime(now) : published,
    source: article.source ?? feed.title,
    url: article.url ?? url ?? null,
  }
  const settled: readonly Doubt[] = [
    'source',
    ...(title === null ? [] : (['title'] as const)),
    ...(published === null ? [] : (['date'] as const)),
  ]
  return { article: said, doubts: doubts.filter((doubt) => !settled.includes(doubt)) }
}
