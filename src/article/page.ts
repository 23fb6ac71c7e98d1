import { detectLanguage, type Language } from '../language/language.ts'
import {
  type Article,
  type Block,
  missingIn,
  type Parsed,
  type RelatedLink,
  type Slug,
  UNSTATED_RELEASE,
} from './article.ts'
import { readBody } from './body.ts'
import { deriveTitle } from './derived-title.ts'
import { splitLines } from './page-lines.ts'
import { splitSections } from './page-sections.ts'
import type { PageSection } from './section.ts'
import { numberedSlug } from './slug.ts'
import type { Line } from './unwrap.ts'

/**
 * Reads a page as it was copied from a news site: plain text with or without a title, its labels (`المصدر:`, `Related`)
 * and other articles in it. Every word of the page but the labels ends up in some field.
 */
export function parsePage(text: string, slug: Slug): Parsed {
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'unreadable', why: 'it holds no words: an article is plain text' }
  const article = articleOf(splitSections(splitLines(text)), slug)
  return { kind: 'article', article, doubts: missingIn(article), release: UNSTATED_RELEASE }
}

function articleOf(all: readonly PageSection[], slug: Slug): Article {
  const [sections, ...others] = splitArticles(all)
  const { title, blocks } = readBody(sections.flatMap((section) => (section.kind === 'body' ? section.lines : [])))
  const related = sections.flatMap((section) => (section.kind === 'related' ? section.lines.map(linkOf) : []))
  const sample = blocks.length > 0 ? blocks.map((block) => block.text) : related.map((link) => link.title)
  const language = detectLanguage(sample.join(' '))
  const [published = null] = statedValues(sections, 'published')
  return {
    slug,
    title: title === null ? derivedTitle(blocks, related, language) : { text: title, derived: false },
    language,
    source: joined(statedValues(sections, 'source')),
    url: joined(statedValues(sections, 'url')),
    published,
    keywords: sections.flatMap((section) => (section.kind === 'keywords' ? section.values : [])),
    blocks,
    related,
    embedded: others.map((other, index) => articleOf(other, numberedSlug(slug, index + 2))),
  }
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
function linkOf({ text }: Line): RelatedLink {
  const at = text.search(/\(?https?:\/\/\S+$/u)
  const title = at > 0 ? text.slice(0, at).trim() : ''
  if (title === '') return { title: text, url: null, slug: null }
  return { title, url: text.slice(at).replace(/^\(|\)$/g, ''), slug: null }
}

function statedValues(sections: readonly PageSection[], kind: 'source' | 'url' | 'published'): readonly string[] {
  return sections.flatMap((section) => (section.kind === kind ? [section.value] : []))
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : [...new Set(values)].join('، ')
}
