import type { Person, Quote } from './briefing.ts'
import type { ArticleText } from './text.ts'

/** The people an article names, most mentioned first. */
export function findPeople(_text: ArticleText, _quotes: readonly Quote[]): readonly Person[] {
  return []
}
