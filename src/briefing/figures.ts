import type { Figure } from './briefing.ts'
import type { ArticleText } from './text.ts'

/** The figures of an article with what they count, in reading order. */
export function findFigures(_text: ArticleText): readonly Figure[] {
  return []
}
