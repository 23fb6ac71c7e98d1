import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article, Parsed } from '../article/article.ts'
import { collectArticles } from '../article/collection.ts'
import { parseMarkdown } from '../article/markdown.ts'
import { parsePage } from '../article/page.ts'
import { slugFrom } from '../article/slug.ts'
import { readTextFile } from './read-text-file.ts'

/** The articles of a folder in the order of their file names, and one line for the operator on each that can't be used. */
export type Content = {
  readonly articles: readonly Article[]
  readonly problems: readonly string[]
  /** The files that are articles, to be read the next time with. */
  readonly files: readonly ContentFile[]
}

/** `hash`: of the file's text, so that a change of how it is read is told from one of what it says. */
export type ContentFile = { readonly name: string; readonly hash: string; readonly article: Article }

/**
 * Reads every `*.md` (Markdown with front matter) and `*.txt` (a page as copied) of a folder. A file that can't be read,
 * is no article, or repeats a slug is named in `problems`; the others are not affected. One that could be read `before`
 * stays as it was then, else it is left out.
 */
export async function readContent(dir: string, before: readonly ContentFile[] = []): Promise<Content> {
  const names = await namesIn(dir)
  if (typeof names === 'string') return withTitles(withoutTwins(before, [names]))
  const kept = new Map(before.map((file) => [file.name, file]))
  const problems: string[] = []
  const files: ContentFile[] = []
  for (const { name, hash, parsed } of await Promise.all(names.map((name) => parseFile(dir, name)))) {
    const known = kept.get(name)
    if (parsed.kind === 'article') files.push({ name, hash, article: parsed.article })
    else if (known !== undefined) files.push(known)
    if (parsed.kind === 'unreadable') problems.push(`${name}: ${parsed.why}${known === undefined ? '' : STAYS}`)
  }
  if (names.length === 0) problems.push(`CONTENT_DIR ${dir} has no articles: put *.md or *.txt files in it`)
  return withTitles(withoutTwins(files, problems))
}

const STAYS = '; the article stays as it was'

async function namesIn(dir: string): Promise<readonly string[] | string> {
  try {
    return (await readdir(dir)).filter((name) => /\.(?:md|txt)$/i.test(name)).sort()
  } catch (error) {
    return `CONTENT_DIR ${dir} can't be read: ${codeOf(error)}`
  }
}

async function parseFile(dir: string, name: string) {
  const file = await readTextFile(join(dir, name))
  if (file.kind === 'none') return { name, hash: '', parsed: { kind: 'unreadable', why: file.why } as const }
  const hash = createHash('sha256').update(file.text).digest('hex')
  return { name, hash, parsed: parse(name, file.text) }
}

function parse(name: string, text: string): Parsed {
  // an article of the collection names itself: its slug is in links and must outlive the file's name
  return /\.md$/i.test(name) ? parseMarkdown(text) : parsePage(text, slugFrom(name.replace(/\.txt$/i, '')))
}

function withoutTwins(files: readonly ContentFile[], known: readonly string[]): Content {
  const bySlug = new Map<string, { name: string; article: Article }>()
  const problems = [...known]
  for (const { name, article: whole } of files) {
    for (const article of [whole, ...whole.embedded]) {
      const twin = bySlug.get(article.slug)
      if (twin === undefined) bySlug.set(article.slug, { name, article })
      else problems.push(`${name}: the slug ${article.slug} is already that of ${twin.name}: give one of them another`)
    }
  }
  return { articles: [...bySlug.values()].map(({ article }) => article), problems, files }
}

function withTitles({ articles, problems, files }: Content): Content {
  const collection = collectArticles(articles)
  const lines = collection.missing.map(({ from, slug }) => `${from.slug}: its related ${slug} is no article on hand`)
  return { articles: collection.articles, problems: [...problems, ...lines], files }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
