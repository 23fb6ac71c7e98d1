import type { Article } from '../article/article.ts'
import type { Summary, SummarySentence } from './briefing.ts'
import { openingOf, readCandidates } from './summary/candidates.ts'
import { lineOf } from './summary/line.ts'
import { pickSentences } from './summary/pick-sentences.ts'
import { WORD_WEIGHTS } from './summary/weights.ts'
import { createWordWorth } from './summary/word-worth.ts'
import { readWords } from './summary/words.ts'
import type { Sentence, SplitArticle } from './text.ts'

/**
 * The article in about `words` words: whole sentences of its own, in its order, each of them clear where it stands; and in
 * one line of at most 220 characters. Empty only for an article without sentences.
 */
export function summarise(text: SplitArticle, wanted: { readonly words: number; readonly article: Article }): Summary {
  const ownTitle = wanted.article.title.derived ? null : wanted.article.title.text
  const read = readWords(text, ownTitle)
  const candidates = readCandidates(text, createWordWorth(read, WORD_WEIGHTS), read)
  const picked = pickSentences(text, candidates, { words: wanted.words })
  const front = pickSentences(text, candidates, FRONT)
  const opening = openingOf(candidates, ownTitle)?.sentence ?? picked.best
  return { line: lineOf(opening, text), sentences: picked.inOrder.map(placed), front: front.inOrder.map(placed) }
}

/** What fits a first screen beside a quote and two figures. */
const FRONT = { words: 75, most: 3 }

function placed({ text, paragraph, start, end }: Sentence): SummarySentence {
  return { text, at: { paragraph, start, end } }
}
