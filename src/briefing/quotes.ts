import type { Quote } from './briefing.ts'
import type { ArticleText } from './text.ts'

/** The quotations of an article in reading order. */
export function findQuotes(_text: ArticleText): readonly Quote[] {
  return []
}
