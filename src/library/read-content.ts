import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article, Parsed } from '../article/article.ts'
import { collectArticles } from '../article/collection.ts'
import { parseMarkdown } from '../article/markdown.ts'
import { parsePage } from '../article/page.ts'
import { slugFrom } from '../article/slug.ts'
import { readTextFile } from './read-text-file.ts'

/** The articles of a folder in the order of their file names, and one line for the operator on each that can't be used. */
export type Content = { readonly articles: readonly Article[]; readonly problems: readonly string[] }

/**
 * Reads every `*.md` (Markdown with front matter) and `*.txt` (a page as copied) of a folder. A file that can't be read,
 * is no article, or repeats a slug is named in `problems` and left out; the others are not affected.
 */
export async function readContent(dir: string): Promise<Content> {
  const names = await namesIn(dir)
  if (typeof names === 'string') return { articles: [], problems: [names] }
  const parsed = await Promise.all(names.map(async (name) => ({ name, parsed: await parseFile(dir, name) })))
  const { articles, problems } = withTitles(withoutTwins(parsed))
  return articles.length === 0 && problems.length === 0
    ? { articles, problems: [`CONTENT_DIR ${dir} has no articles: put *.md or *.txt files in it`] }
    : { articles, problems }
}

async function namesIn(dir: string): Promise<readonly string[] | string> {
  try {
    return (await readdir(dir)).filter((name) => /\.(?:md|txt)$/i.test(name)).sort()
  } catch (error) {
    return `CONTENT_DIR ${dir} can't be read: ${codeOf(error)}`
  }
}

async function parseFile(dir: string, name: string): Promise<Parsed> {
  const file = await readTextFile(join(dir, name))
  if (file.kind === 'none') return { kind: 'unreadable', why: file.why }
  // an article of the collection names itself: its slug is in links and must outlive the file's name
  return /\.md$/i.test(name) ? parseMarkdown(file.text) : parsePage(file.text, slugFrom(name.replace(/\.txt$/i, '')))
}

function withoutTwins(files: readonly { readonly name: string; readonly parsed: Parsed }[]): Content {
  const bySlug = new Map<string, { name: string; article: Article }>()
  const problems: string[] = []
  for (const { name, parsed } of files) {
    if (parsed.kind === 'unreadable') {
      problems.push(`${name}: ${parsed.why}`)
      continue
    }
    for (const article of [parsed.article, ...parsed.article.embedded]) {
      const twin = bySlug.get(article.slug)
      if (twin === undefined) bySlug.set(article.slug, { name, article })
      else problems.push(`${name}: the slug ${article.slug} is already that of ${twin.name}: give one of them another`)
    }
  }
  return { articles: [...bySlug.values()].map(({ article }) => article), problems }
}

function withTitles({ articles, problems }: Content): Content {
  const collection = collectArticles(articles)
  const lines = collection.missing.map(({ from, slug }) => `${from.slug}: its related ${slug} is no article on hand`)
  return { articles: collection.articles, problems: [...problems, ...lines] }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
