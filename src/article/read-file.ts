import type { Parsed, Slug } from './article.ts'
import { readHtmlText } from './html.ts'
import { parseMarkdown } from './markdown.ts'
import { parsePage } from './page.ts'
import { slugFrom } from './slug.ts'

/** Reads a file's text by the format that its name says. One that gives no slug is named as the file, or as the folder of an `index`. */
export function readFile(name: string, text: string): Parsed {
  const slug = slugOfFile(name)
  if (/\.md$/i.test(name)) return parseMarkdown(text, slug)
  return /\.html?$/i.test(name) ? readHtmlText(text, { slug, now: null }) : parsePage(text, slug)
}

function slugOfFile(name: string): Slug {
  const parts = name.replace(/\.[a-z]+$/i, '').split(/[\\/]/)
  const last = parts.pop() ?? ''
  return slugFrom(/^_?index$/i.test(last) ? (parts.pop() ?? last) : last)
}
