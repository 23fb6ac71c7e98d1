import type { WordWorth, Worths } from './candidates.ts'
import type { WordWeights } from './weights.ts'
import { type ArticleWord, type ReadWords, TRAITS, traitsOf } from './words.ts'

/** The probability that an abstract uses each word of an article, once and a second time. */
export function createWordWorth({ words, total }: ReadWords, weights: WordWeights): Worths {
  const worths = new Map<string, WordWorth>()
  for (const [folded, word] of words) {
    const once = 1 / (1 + Math.exp(-logOddsOf(word, total, weights) - TOLD_BEYOND_ABSTRACTS))
    const again = word.count > 1 ? once * (word.stop ? weights.again.stop : weights.again.content) : 0
    worths.set(folded, { once, again })
  }
  return (word) => worths.get(word) ?? WORTHLESS
}

/** The weights are learnt from abstracts of one sentence or two; a summary tells more of the article than those. */
const TOLD_BEYOND_ABSTRACTS = 0.5

const WORTHLESS: WordWorth = { once: 0, again: 0 }

function logOddsOf(word: ArticleWord, total: number, { bias, traits, words }: WordWeights): number {
  const own = traitsOf(word, total)
  let sum = bias + (words.get(word.folded) ?? 0)
  for (const name of TRAITS) sum += traits[name] * own[name]
  return sum
}
