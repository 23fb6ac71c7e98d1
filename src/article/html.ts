import { fold } from '../language/fold.ts'
import { LARGEST_FILE, type Parsed, type Slug } from './article.ts'
import type { ArticleFacts } from './article-facts.ts'
import { decodePage } from './charset.ts'
import { isSiteName } from './furniture.ts'
import type { MarkedArticle } from './html-drafts.ts'
import { headFacts } from './html-facts.ts'
import { markedArticles } from './html-lines.ts'
import { mainElement, textMass } from './html-mass.ts'
import { elementText } from './html-parts.ts'
import { elementsOf, type HtmlElement, parseHtml } from './html-tree.ts'
import { type PageArticle, readPage } from './page-article.ts'
import { whyNoPage } from './page-text.ts'

export type HtmlOptions = {
  readonly slug: Slug
  /** When the page was read from its site, from which `منذ ساعتين` counts; null for a file of unknown age. */
  readonly now: Date | null
  /** The header of its answer, which names its charset. */
  readonly contentType?: string
  /** Where it was read; a page that says its own address knows better. */
  readonly url?: string
}

/** Reads a web page of up to 2 MB. Never throws; time and memory are linear in its length. */
export function readHtml(bytes: Uint8Array, options: HtmlOptions): Parsed {
  if (bytes.length > LARGEST_FILE) return { kind: 'unreadable', why: 'is larger than 2 MB: split it' }
  const html = decodePage(bytes, options.contentType)
  if (html === null) return { kind: 'unreadable', why: 'is no text file: an article is plain text, Markdown or HTML' }
  return readHtmlText(html, options)
}

/** Reads a web page whose letters are known. */
export function readHtmlText(html: string, { slug, now, url }: HtmlOptions): Parsed {
  const why = whyNoPage(html)
  if (why !== null) return { kind: 'unreadable', why }
  const root = parseHtml(html)
  const head = headFacts(root)
  const mass = textMass(root)
  const base = head.url ?? url ?? null
  const [own, ...others] = markedArticles(mainElement(root, mass), mass, {
    base,
    site: head.source,
    isLive: head.isLive,
  })
  if (own === undefined || own.lines.length === 0) return { kind: 'unreadable', why: 'it holds no text of an article' }
  const title = own.title ?? headline(root, head.title) ?? head.title
  const facts: ArticleFacts = {
    ...factsOf(own),
    title,
    published: head.published ?? own.published,
    source: own.source ?? head.source,
    url: head.url ?? url ?? null,
    keywords: own.keywords.length > 0 ? own.keywords : head.keywords,
    isPart: head.isPart || hasPaywall(root),
  }
  const parsed = readPage({ lines: own.lines, facts }, slug, { others: others.map(articleOf), now })
  if (parsed.kind === 'unreadable' || parsed.article.blocks.length > 0) return parsed
  return { kind: 'unreadable', why: 'it holds no text of an article' }
}

/** A headline above the main block: the one that the head names, or the only one. */
function headline(root: HtmlElement, named: string | null): string | null {
  const all = elementsOf(root).flatMap((element) => (element.name === 'h1' ? [elementText(element)] : []))
  const headlines = all.filter((text) => text.split(' ').length > 2 && !isSiteName(text))
  const key = named === null ? null : fold(named)
  return headlines.find((text) => fold(text) === key) ?? (headlines.length === 1 ? (headlines[0] ?? null) : null)
}

function hasPaywall(root: HtmlElement): boolean {
  return elementsOf(root).some(
    (element) =>
      /paywall|subscriber-only|premium-wall/i.test(element.attributes.get('class') ?? '') &&
      elementText(element) !== '',
  )
}

function articleOf(other: MarkedArticle): PageArticle {
  return { lines: other.lines, facts: factsOf(other) }
}

function factsOf({ title, published, source, keywords, related }: MarkedArticle): ArticleFacts {
  const links = related.map((link) => ({ ...link, slug: null }))
  return { title, published, source, url: null, keywords, related: links, isPart: false }
}
