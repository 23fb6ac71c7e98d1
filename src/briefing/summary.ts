import type { Article } from '../article/article.ts'
import { countWords } from '../language/words.ts'
import type { Summary } from './briefing.ts'
import type { ArticleText, Sentence } from './text.ts'

/** The first sentences of the article, about `words` words in all. */
export function summarise(text: ArticleText, wanted: { readonly words: number; readonly article: Article }): Summary {
  const chosen: Sentence[] = []
  let words = 0
  for (const sentence of text.sentences) {
    if (words >= wanted.words) break
    chosen.push(sentence)
    words += countWords(sentence.text)
  }
  return {
    line: wanted.article.title.text.slice(0, 160),
    sentences: chosen.map(({ text: sentence, paragraph, start, end }) => ({
      text: sentence,
      at: { paragraph, start, end },
    })),
  }
}
