import { type Article, paragraphsOf } from '../article/article.ts'
import { fold } from '../language/fold.ts'
import { splitSentences } from '../language/sentences.ts'
import type { Person, TextPlace } from './briefing.ts'

/** The first sentence that names a person, the fullest name before a part of it; `null` when no paragraph does. */
export function placeNaming({ name, paragraphs }: Person, article: Article): TextPlace | null {
  const texts = paragraphsOf(article)
  const names = [fold(name), ...fold(name).split(/\s+/).toReversed()]
  for (const wanted of names) {
    for (const paragraph of paragraphs) {
      const sentences = splitSentences(texts[paragraph] ?? '', article.language)
      const naming = sentences.find(({ text }) => fold(text).includes(wanted))
      if (naming !== undefined) return { paragraph, start: naming.start, end: naming.end }
    }
  }
  return null
}

/** The words at a place. */
export function wordsOf(place: TextPlace, article: Article): string {
  return paragraphsOf(article)[place.paragraph]?.slice(place.start, place.end) ?? ''
}
