import { parsePage } from '../src/article/page.ts'
import { slugFrom } from '../src/article/slug.ts'
import { briefArticle } from '../src/briefing/brief-article.ts'
import type { Briefing } from '../src/briefing/briefing.ts'

/** Briefs a plain-text page as `npm run brief` does; throws where the page is unreadable. */
export function briefText(page: string, words: number): Briefing {
  const parsed = parsePage(page, slugFrom('evaluated'))
  if (parsed.kind === 'unreadable') throw new Error(`a page of the data is unreadable: ${parsed.why}`)
  return briefArticle(parsed.article, { words })
}
