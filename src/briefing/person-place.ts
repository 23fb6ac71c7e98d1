import { type Article, paragraphsOf } from '../article/article.ts'
import { fold } from '../language/fold.ts'
import { splitSentences } from '../language/sentences.ts'
import type { Person, TextPlace } from './briefing.ts'
import { textOfPlace } from './text.ts'

/** The first sentence that names a person, the fullest name before a part of it; `null` when no paragraph does. */
export function placeNaming({ name, paragraphs }: Person, article: Article): TextPlace | null {
  const sentences = paragraphsOf(article).flatMap((text, paragraph) =>
    paragraphs.includes(paragraph)
      ? splitSentences(text, article.language).map(({ start, end, text }) => ({
          paragraph,
          start,
          end,
          text: fold(text),
        }))
      : [],
  )
  for (const wanted of [fold(name), ...fold(name).split(/\s+/).toReversed()]) {
    const naming = sentences.find(({ text }) => text.includes(wanted))
    if (naming !== undefined) return { paragraph: naming.paragraph, start: naming.start, end: naming.end }
  }
  return null
}

/** The words at a place. */
export function nameWordsOf(place: TextPlace, article: Article): string {
  return textOfPlace(place, { paragraphs: paragraphsOf(article) })
}
