import { fold } from '../language/fold.ts'
import { detectLanguage, type Language } from '../language/language.ts'
import {
  type Article,
  type Block,
  type Doubt,
  missingIn,
  type Parsed,
  type RelatedLink,
  type Slug,
  UNSTATED_RELEASE,
} from './article.ts'
import { type ArticleFacts, NO_FACTS } from './article-facts.ts'
import { readBody } from './body.ts'
import { deriveTitle } from './derived-title.ts'
import { foreignLanguage } from './foreign-language.ts'
import { withoutFurniture } from './furniture.ts'
import { splitSections } from './page-sections.ts'
import { publishedIn, timeAgo } from './published.ts'
import type { PageSection } from './section.ts'
import { numberedSlug } from './slug.ts'
import type { Line } from './unwrap.ts'

/** The lines of an article in a page and what the page says of it. */
export type PageArticle = { readonly lines: readonly Line[]; readonly facts: ArticleFacts }

/** Other articles that the page marks as such, and when it was read from its site, where that is known. */
export type PageSurroundings = { readonly others: readonly PageArticle[]; readonly now: Date | null }

const ALONE: PageSurroundings = { others: [], now: null }
/** More than this share of the letters beside the text, and it is unsure which of them are the article. */
const MUCH = 0.5
const MOST_LINKS = 100
/** `خاص | العنوان`. */
const KICKER = /^(?:خاص|عاجل|حصري|فيديو|بالفيديو|صور|بالصور|تقرير|تحليل|رأي|مباشر)\s*\|\s*(?=\S)/u

/** The article of a page, with those that its text or `others` hold. Links lead both ways between them. */
export function readPage({ lines, facts }: PageArticle, slug: Slug, { others, now }: PageSurroundings = ALONE): Parsed {
  const kept = withoutFurniture(lines, facts.title)
  const [own, ...inText] = splitArticles(splitSections(kept.lines))
  const article = articleOf(own, slug, {
    ...facts,
    source: facts.source ?? kept.source,
    published: facts.published ?? (now && kept.ago ? timeAgo(kept.ago, now) : null),
  })
  const embedded = [
    ...inText.map((sections) => ({ sections, facts: NO_FACTS })),
    ...others.map((other) => ({
      sections: splitSections(withoutFurniture(other.lines, other.facts.title).lines),
      facts: other.facts,
    })),
  ].map((other, index) => articleOf(other.sections, numberedSlug(slug, index + 2), other.facts))
  const linked = withLinks(article, embedded)
  const foreign = foreignLanguage(linked.blocks.map((block) => block.text).join('\n'))
  if (foreign !== null)
    return { kind: 'unreadable', why: `it is in ${foreign}: articles are read in Arabic and English` }
  const letters = linked.blocks.reduce((sum, block) => sum + block.text.length, 0)
  const doubts: readonly Doubt[] = [
    ...missingIn(linked),
    ...(facts.isPart || kept.isPart || kept.dropped > MUCH * (letters + kept.dropped) ? (['furniture'] as const) : []),
  ]
  return { kind: 'article', article: linked, isSlugged: false, doubts, release: UNSTATED_RELEASE }
}

function articleOf(sections: readonly PageSection[], slug: Slug, facts: ArticleFacts): Article {
  const lines = sections.flatMap((section) => (section.kind === 'body' ? section.lines : []))
  const { title, blocks } = readBody(lines, { hasTitle: facts.title !== null })
  const stated = sections.flatMap((section) => (section.kind === 'related' ? section.lines : []))
  const headlines = stated.filter((line) => publishedIn(line.text) === null)
  const related = distinctLinks([...headlines.map(linkOf), ...facts.related])
  const sample = blocks.length > 0 ? blocks.map((block) => block.text) : related.map((link) => link.title)
  const language = detectLanguage(sample.join(' '))
  const keywords = sections.flatMap((section) => (section.kind === 'keywords' ? section.values : []))
  const said = (facts.title ?? title)?.replace(KICKER, '') ?? null
  return {
    slug,
    title: said === null ? derivedTitle(blocks, related, language) : { text: said, derived: false },
    language,
    source: joined(statedValues(sections, 'source')) ?? facts.source,
    url: facts.url ?? joined(statedValues(sections, 'url')),
    published: facts.published ?? statedValues(sections, 'published')[0] ?? null,
    keywords: keywords.length > 0 ? keywords : facts.keywords,
    blocks,
    related,
    embedded: [],
  }
}

/** Another article of the page is a related one of this one, and the other way round. */
function withLinks(article: Article, embedded: readonly Article[]): Article {
  const names = new Map(embedded.map((other) => [fold(other.title.text), other]))
  const known = article.related.map((link) => {
    const other = names.get(fold(link.title))
    names.delete(fold(link.title))
    return other === undefined ? link : linkTo(other)
  })
  return {
    ...article,
    related: [...known, ...Array.from(names.values(), linkTo)],
    embedded: embedded.map((other) => ({ ...other, related: [...other.related, linkTo(article)] })),
  }
}

function linkTo({ title, url, slug }: Article): RelatedLink {
  return { title: title.text, url, slug }
}

/** The page's own sections, then those of each article in it: its lines, and a second source or keywords below them. */
function splitArticles(
  sections: readonly PageSection[],
): readonly [readonly PageSection[], ...(readonly PageSection[])[]] {
  const own: PageSection[] = []
  const others: PageSection[][] = []
  for (const section of sections) {
    if (section.kind === 'embedded') others.push([{ kind: 'body', lines: section.lines }])
    else if (isRepeated(section, own)) (others.at(-1) ?? own).push(section)
    else own.push(section)
  }
  return [own, ...others]
}

function isRepeated(section: PageSection, own: readonly PageSection[]): boolean {
  return OF_ONE_ARTICLE.has(section.kind) && own.some((other) => other.kind === section.kind)
}

const OF_ONE_ARTICLE: ReadonlySet<PageSection['kind']> = new Set(['source', 'keywords', 'url', 'published'])

function derivedTitle(blocks: readonly Block[], related: readonly RelatedLink[], language: Language): Article['title'] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text)
  const words = paragraphs.length > 0 ? paragraphs : related.map((link) => link.title)
  return { text: deriveTitle(words, language), derived: true }
}

/** A headline may bring its address along: `عنوان https://…`. */
function linkOf({ text, url }: Line): RelatedLink {
  const at = text.search(/\(?https?:\/\/\S+$/u)
  const title = at > 0 ? text.slice(0, at).trim() : ''
  if (title === '') return { title: text, url, slug: null }
  return { title, url: text.slice(at).replace(/^\(|\)$/g, ''), slug: null }
}

function distinctLinks(links: readonly RelatedLink[]): readonly RelatedLink[] {
  const byTitle = new Map<string, RelatedLink>()
  for (const link of links) {
    const key = fold(link.title)
    const known = byTitle.get(key)
    if (known === undefined || (known.url === null && link.url !== null)) byTitle.set(key, link)
  }
  return [...byTitle.values()].slice(0, MOST_LINKS)
}

function statedValues(sections: readonly PageSection[], kind: 'source' | 'url' | 'published'): readonly string[] {
  return sections.flatMap((section) => (section.kind === kind ? [section.value] : []))
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : [...new Set(values)].join('، ')
}
