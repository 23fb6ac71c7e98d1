import { detectLanguage, type Language } from '../language/language.ts'
import type { Article, Block, Parsed, RelatedLink, Slug } from './article.ts'
import { readBody } from './body.ts'
import { deriveTitle } from './derived-title.ts'
import { splitLines } from './page-lines.ts'
import { type Section, splitSections } from './page-sections.ts'
import { numberedSlug } from './slug.ts'

/**
 * Reads a page as it was copied from a news site: plain text with or without a title, its labels (`المصدر:`, `Related`)
 * and other articles in it. Every word of the page but the labels ends up in some field.
 */
export function parsePage(text: string, slug: Slug): Parsed {
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'unreadable', why: 'it holds no words: an article is plain text' }
  return { kind: 'article', article: articleOf(splitSections(splitLines(text)), slug) }
}

function articleOf(sections: readonly Section[], slug: Slug): Article {
  const { title, blocks } = readBody(sections.flatMap((section) => (section.kind === 'body' ? section.lines : [])))
  const related = sections.flatMap((section) => (section.kind === 'related' ? section.lines.map(linkOf) : []))
  const sample = blocks.length > 0 ? blocks : related.map((link) => ({ text: link.title }))
  const language = detectLanguage(sample.map((block) => block.text).join(' '))
  const embedded = sections.flatMap((section) => (section.kind === 'embedded' ? [section.lines] : []))
  return {
    slug,
    title: title === null ? derivedTitle(blocks, related, language) : { text: title, derived: false },
    language,
    source: statedValue(sections, 'source'),
    url: statedValue(sections, 'url'),
    published: statedValue(sections, 'published'),
    keywords: sections.flatMap((section) => (section.kind === 'keywords' ? section.values : [])),
    blocks,
    related,
    embedded: embedded.map((lines, index) => articleOf([{ kind: 'body', lines }], numberedSlug(slug, index + 2))),
  }
}

function derivedTitle(blocks: readonly Block[], related: readonly RelatedLink[], language: Language): Article['title'] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text)
  const words = paragraphs.length > 0 ? paragraphs : related.map((link) => link.title)
  return { text: deriveTitle(words, language), derived: true }
}

function linkOf(line: { readonly text: string }): RelatedLink {
  const url = /^(.+?)\s+\(?(https?:\/\/[^\s)]+)\)?$/u.exec(line.text)
  return { title: url?.[1] ?? line.text, url: url?.[2] ?? null, slug: null }
}

function statedValue(sections: readonly Section[], kind: 'source' | 'url' | 'published'): string | null {
  for (const section of sections) if (section.kind === kind) return section.value
  return null
}
