import { fold } from '../language/fold.ts'
import { isSiteName } from './furniture.ts'
import { elementText } from './html-parts.ts'
import { elementsOf, type HtmlElement, textOfNode } from './html-tree.ts'
import { trimInvisible } from './page-lines.ts'
import { withoutEntities } from './page-text.ts'
import { statedDate } from './published.ts'
import { readStructuredData } from './structured-data.ts'

/** What the head of a page says of it and its article. */
export type HeadFacts = {
  readonly title: string | null
  readonly published: string | null
  /** The site or the publisher. */
  readonly source: string | null
  readonly url: string | null
  readonly keywords: readonly string[]
  /** Only a part of the article is in the page. */
  readonly isPart: boolean
  readonly isLive: boolean
}

const SEPARATOR = /(?<!\s)\s+[|\-–—:•·«»]{1,2}\s+|[|]/u
const SIGNS_AT_END = /(?<![\s|\-–—:•·«»])[\s|\-–—:•·«»]+$/u
const MOST_SITE_WORDS = 4

/** Structured data first, then OpenGraph and other `meta`, then `title` and `link`. */
export function headFacts(root: HtmlElement): HeadFacts {
  const elements = elementsOf(root)
  const meta = metaOf(elements)
  const data = readStructuredData(elements.flatMap(scriptOf))
  const first = (...names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)).find(Boolean) ?? null
  const whole = elements.find(({ name }) => name === 'title')
  const named = splitTitle(whole === undefined ? '' : elementText(whole), data.publisher ?? first('og:site_name'))
  const stated = data.headline ?? first('og:title', 'twitter:title', 'dc.title', 'headline')
  const source = data.publisher ?? first('og:site_name', 'application-name', 'publisher', 'dc.publisher') ?? named.site
  const title = stated === null ? named.title : splitTitle(stated, source).title
  return {
    title: title !== null && source !== null && fold(title) === fold(source) ? null : title,
    published: dayOf(data.published ?? first(...DATES)),
    source,
    url: addressOf(linkOf(elements, 'canonical') ?? first('og:url') ?? data.url),
    keywords: data.keywords.length > 0 ? data.keywords : wordsIn(first('news_keywords', 'keywords', 'article:tag')),
    isPart: data.isPart,
    isLive: data.isLive,
  }
}

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date',
  'date',
]

/** `headline | site`, or the other way round; without a separator, the headline alone. */
function splitTitle(
  whole: string,
  site: string | null,
): { readonly title: string | null; readonly site: string | null } {
  if (whole === '') return { title: null, site: null }
  const parts = whole
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const known = site === null ? '' : fold(site)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2)
    return fold(whole) === known || isSiteName(whole) ? { title: null, site: whole } : { title: whole, site: null }
  const isSite = (part: string) =>
    known !== '' && (fold(part) === known || fold(part).includes(known) || known.includes(fold(part)))
  if (isSite(last)) return { title: whole.slice(0, whole.lastIndexOf(last)).replace(SIGNS_AT_END, ''), site: last }
  if (isSite(first) || (known === '' && isSiteName(first)))
    return { title: whole.slice(first.length).replace(/^[\s|\-–—:•·«»\u200E\u200F]+/u, ''), site: first }
  const isBar = whole.includes('|')
  // who writes `headline - site` names it in few words; a dash may stand in the headline as well
  const words = last.split(/\s+/u).length
  if (known === '' && words <= (isBar ? MOST_SITE_WORDS : 3) && last.length * 2 < whole.length)
    return { title: whole.slice(0, whole.lastIndexOf(last)).replace(SIGNS_AT_END, ''), site: last }
  return { title: whole, site: null }
}

function metaOf(elements: readonly HtmlElement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { name, attributes } of elements) {
    const key = (attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? '').toLowerCase()
    const content = trimInvisible(withoutEntities(attributes.get('content') ?? '').replace(/\s+/gu, ' '))
    if (name !== 'meta' || key === '' || content === '') continue
    // a tag each
    const before = found.get(key)
    if (before === undefined) found.set(key, content)
    else if (key === 'article:tag') found.set(key, `${before}، ${content}`)
  }
  return found
}

function scriptOf(element: HtmlElement): readonly string[] {
  return element.name === 'script' && /ld\+json/i.test(element.attributes.get('type') ?? '')
    ? [textOfNode(element)]
    : []
}

function linkOf(elements: readonly HtmlElement[], rel: string): string | null {
  const link = elements.find(({ name, attributes }) => name === 'link' && attributes.get('rel')?.toLowerCase() === rel)
  return link?.attributes.get('href') ?? null
}

function addressOf(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) && url.length <= 2000 ? url : null
}

function dayOf(date: string | null): string | null {
  return date === null ? null : (statedDate(date)?.at ?? null)
}

function wordsIn(text: string | null): readonly string[] {
  return (text ?? '')
    .split(/[,،;|]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, 100)
}
