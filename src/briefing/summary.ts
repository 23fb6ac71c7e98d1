import type { Article } from '../article/article.ts'
import type { Summary } from './briefing.ts'
import { lineOf } from './summary/line.ts'
import { pickSentences } from './summary/pick-sentences.ts'
import type { ArticleText } from './text.ts'

/**
 * The article in about `words` words: whole sentences of its own, in its order, each of them clear where it stands; and in
 * one line of at most 160 characters. Empty only for an article without sentences.
 */
export function summarise(text: ArticleText, wanted: { readonly words: number; readonly article: Article }): Summary {
  const picked = pickSentences(text, wanted.words)
  const ownTitle = wanted.article.title.derived ? null : wanted.article.title.text
  return {
    line: lineOf(picked.bestFirst, text, ownTitle),
    sentences: picked.inOrder.map(({ text: sentence, paragraph, start, end }) => ({
      text: sentence,
      at: { paragraph, start, end },
    })),
  }
}
