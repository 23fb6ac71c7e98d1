import type { Article } from '../src/article/article.ts'
import { parsePage } from '../src/article/page.ts'
import { slugFrom } from '../src/article/slug.ts'

/** Reads a plain-text page; throws where it is unreadable. */
export function articleOf(page: string): Article {
  const parsed = parsePage(page, slugFrom('evaluated'))
  if (parsed.kind === 'unreadable') throw new Error(`a page of the data is unreadable: ${parsed.why}`)
  return parsed.article
}
