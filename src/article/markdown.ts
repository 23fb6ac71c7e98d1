import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { fold } from '../language/fold.ts'
import { detectLanguage, type Language } from '../language/language.ts'
import { type Article, type Block, type Doubt, missingIn, type Parsed, type RelatedLink, type Slug } from './article.ts'
import { deriveTitle } from './derived-title.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { shortenBlanks, whyUnbounded } from './markdown-bounds.ts'
import { publishedIn } from './published.ts'
import { quotationLines } from './quotation.ts'
import { withoutShortcodes } from './shortcodes.ts'
import { isSlug } from './slug.ts'

/**
 * Reads a Markdown file with YAML or TOML front matter. Quotes, lists, tables, footnotes and links become the text of
 * headings and paragraphs; no word is lost but code and shortcodes. `fallback` is the slug of a file that gives none;
 * without it such a file is unreadable.
 */
export function parseMarkdown(text: string, fallback?: Slug): Parsed {
  const front = readFrontMatter(text)
  if (front.kind === 'wrong') return { kind: 'unreadable', why: front.why }
  const fields: FrontMatter = front.kind === 'read' ? front.fields : {}
  const slug = fields.slug ?? fallback
  if (slug === undefined) return { kind: 'unreadable', why: whyNoSlug(front.kind) }
  const { own, others } = splitEmbedded(front.body, fields.embedded ?? [])
  const unbounded = whyUnbounded(own)
  if (unbounded !== null) return { kind: 'unreadable', why: unbounded }
  const blocks = blocksOf(treeOf(own).children)
  if (!blocks.some((block) => /[\p{L}\p{N}]/u.test(block.text))) {
    return {
      kind: 'unreadable',
      why: 'it has no text after the front matter: write the paragraphs below the second ---',
    }
  }
  const embedded: Article[] = []
  for (const other of others) {
    const parsed = parseMarkdown(other)
    if (parsed.kind === 'unreadable') return parsed
    embedded.push(parsed.article)
  }
  const article = { ...articleOf({ slug, fields, blocks }), embedded }
  const release = {
    isDraft: fields.draft === true,
    isWithdrawn: fields.withdrawn === true,
    publishAt: fields.publish_at ?? null,
  }
  const doubts = fields.doubts ?? doubtsOf(article, fields)
  return { kind: 'article', article, isSlugged: fields.slug != null, doubts, release }
}

/** A title in the front matter is the author's own word: a file of theirs needs neither date nor source. */
function doubtsOf(article: Article, fields: FrontMatter): readonly Doubt[] {
  return fields.title ? [] : missingIn(article)
}

/** The body of a file, and the articles that follow it under front matter of their own, as the first names them. */
function splitEmbedded(
  body: string,
  slugs: readonly Slug[],
): { readonly own: string; readonly others: readonly string[] } {
  const starts = slugs.flatMap((slug) => {
    const at = body.indexOf(`\n---\nslug: ${slug}\n`)
    return at < 0 ? [] : [at + 1]
  })
  const others = starts.map((start, index) => body.slice(start, starts[index + 1]))
  return { own: body.slice(0, starts[0]), others }
}

function treeOf(body: string) {
  return fromMarkdown(shortenBlanks(withoutShortcodes(body)), {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
}

function whyNoSlug(front: 'read' | 'absent'): string {
  return front === 'absent'
    ? 'it has no front matter: begin it with a line ---, then slug: alaska-summit and title: "…", then a line ---'
    : 'slug is missing: it should be a-z, 0-9 and dashes, 1–64 characters, like alaska-summit'
}

type Source = { readonly slug: Slug; readonly fields: FrontMatter; readonly blocks: readonly Block[] }

function articleOf({ slug, fields, blocks }: Source): Article {
  const [first, ...others] = blocks
  const isExact = fields.doubts !== null && fields.doubts !== undefined
  const headed = !isExact && first?.kind === 'heading' && (!fields.title || fold(first.text) === fold(fields.title))
  const body = headed ? others : blocks
  const language = fields.language ?? detectLanguage(blocks.map((block) => block.text).join(' '))
  return {
    slug,
    title: titleOf(fields.title ?? (headed ? first.text : null), body, language),
    language,
    source: fields.source ?? null,
    url: fields.url ?? null,
    published: fields.published ?? dayOfName(slug),
    keywords: fields.keywords ?? [],
    blocks: body,
    related: (fields.related ?? []).map(relatedOf),
    embedded: [],
  }
}

/** Jekyll begins the names of posts with their day. */
function dayOfName(slug: Slug): string | null {
  return publishedIn(/^\d{4}-\d{2}-\d{2}(?=-)/.exec(slug)?.[0] ?? '')
}

function titleOf(title: string | null, blocks: readonly Block[], language: Language): Article['title'] {
  if (title !== null) return { text: title, derived: false }
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  return {
    text: deriveTitle(
      (paragraphs.length > 0 ? paragraphs : blocks).map((block) => block.text),
      language,
    ),
    derived: true,
  }
}

/** Only the collection knows the title of a slug: until then the slug is its title. */
function relatedOf(related: NonNullable<FrontMatter['related']>[number]): RelatedLink {
  if (typeof related !== 'string') {
    const { title, url = null, slug = null } = related
    return { title, url, slug }
  }
  return { title: related, url: null, slug: isSlug(related) ? related : null }
}

function blocksOf(nodes: readonly RootContent[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'blockquote':
        return quotationOf(blocksOf(node.children))
      case 'list':
      case 'listItem':
        return blocksOf(node.children)
      case 'footnoteDefinition':
        return blocksOf(node.children)
      case 'table':
        return node.children.flatMap((row) => blockOf('paragraph', row.children.map(textOf).join(' · ')))
      case 'code':
        return isProgram(node.lang) ? [] : blockOf('paragraph', textOf(node))
      case 'definition':
      case 'thematicBreak':
        return []
      default:
        return blockOf(node.type === 'heading' ? 'heading' : 'paragraph', textOf(node))
    }
  })
}

function quotationOf(blocks: readonly Block[]): Block[] {
  if (blocks.some((block) => block.kind === 'heading')) return [...blocks]
  return quotationLines(blocks.map((block) => block.text)).map((text) => ({ kind: 'paragraph', text }))
}

/** A fence that names no programming language holds a poem or a letter. */
function isProgram(lang: string | null | undefined): boolean {
  return /^[a-z][\w+#.-]*$/iu.test(lang ?? '') && !/^(?:text|txt|plain)$/iu.test(lang ?? '')
}

function blockOf(kind: Block['kind'], raw: string): Block[] {
  const lines = raw.split('\n').map((line) => line.trim())
  const text = lines.filter((line) => line !== '').join(' ')
  return text === '' ? [] : [{ kind, text }]
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return ' '
    case 'code':
      return [node.lang, node.meta, node.value].filter((part) => part).join(' ')
    case 'html':
      return withoutComments(node.value).replace(/<\/?[a-z][^<>]*>/giu, ' ')
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    default:
      if ('value' in node) return node.value
      return 'children' in node ? node.children.map(textOf).join('') : ''
  }
}

/** A comment without an end is none. */
function withoutComments(html: string): string {
  let text = ''
  for (let at = 0; ; ) {
    const start = html.indexOf('<!--', at)
    const end = start === -1 ? -1 : html.indexOf('-->', start + 4)
    if (end === -1) return text + html.slice(at)
    text += `${html.slice(at, start)} `
    at = end + 3
  }
}
