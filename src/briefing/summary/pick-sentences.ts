import { countWords } from '../../language/words.ts'
import type { ArticleText, Sentence } from '../text.ts'
import { standingOf } from './standing.ts'

export type Picked = { readonly inOrder: readonly Sentence[]; readonly bestFirst: readonly Sentence[] }

/** The sentences of a summary of about `words` words. */
export function pickSentences(text: ArticleText, words: number): Picked {
  const picked: Sentence[] = []
  let total = 0
  for (const sentence of text.sentences) {
    const standing = standingOf(sentence, text.language)
    const leansOn = text.sentences[sentence.index - 1]
    if (standing === 'unfit' || (standing === 'leans' && leansOn && !picked.includes(leansOn))) continue
    const length = countWords(sentence.text)
    if (picked.length > 0 && total + length > words * 1.1) continue
    picked.push(sentence)
    total += length
    if (total >= words * 0.9) break
  }
  const inOrder = picked.length > 0 ? picked : text.sentences.slice(0, 1)
  return { inOrder, bestFirst: inOrder }
}
