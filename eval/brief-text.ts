import { briefArticle } from '../src/briefing/brief-article.ts'
import type { Briefing } from '../src/briefing/briefing.ts'
import { articleOf } from './article-of.ts'

/** Briefs a plain-text page as `npm run brief` does; throws where the page is unreadable. */
export function briefText(page: string, words: number, published: string | null = null): Briefing {
  const article = articleOf(page)
  return briefArticle({ ...article, published: article.published ?? published }, { words })
}
