import type { Article } from '../article/article.ts'
import type { Summary } from './briefing.ts'
import { lineOf } from './summary/line.ts'
import { pickSentences } from './summary/pick-sentences.ts'
import { WORD_WEIGHTS } from './summary/weights.ts'
import { createWordWorth } from './summary/word-worth.ts'
import { readWords } from './summary/words.ts'
import type { SplitArticle } from './text.ts'

/**
 * The article in about `words` words: whole sentences of its own, in its order, each of them clear where it stands; and in
 * one line of at most 220 characters. Empty only for an article without sentences.
 */
export function summarise(text: SplitArticle, wanted: { readonly words: number; readonly article: Article }): Summary {
  const ownTitle = wanted.article.title.derived ? null : wanted.article.title.text
  const read = readWords(text, ownTitle)
  const search = { words: wanted.words, bySentence: read.bySentence }
  const picked = pickSentences(text, createWordWorth(read, WORD_WEIGHTS), search)
  return {
    line: lineOf(picked.best, text),
    sentences: picked.inOrder.map(({ text: sentence, paragraph, start, end }) => ({
      text: sentence,
      at: { paragraph, start, end },
    })),
  }
}
