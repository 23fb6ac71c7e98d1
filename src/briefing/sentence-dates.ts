import type { DateMention } from '../language/date-pattern.ts'
import { findDates } from '../language/dates.ts'
import type { SplitArticle } from './text.ts'

/** The dates of each sentence; `published` (ISO 8601) resolves words like `أمس`. */
export function sentenceDates(text: SplitArticle, published: string | null): readonly (readonly DateMention[])[] {
  return text.sentences.map((sentence) => findDates(sentence.text, text.language, published))
}
