import type { ArticleText, Sentence } from '../text.ts'
import { opensWithSpeech, type Standing, standingOf } from './standing.ts'

/** What a word is worth in a summary: its first use, and its second. */
export type WordWorth = { readonly once: number; readonly again: number }
export type Worths = (word: string) => WordWorth

/** A sentence that may stand in a summary. */
export type Candidate = {
  readonly sentence: Sentence
  readonly standing: Exclude<Standing, 'unfit'>
  /** How often it has each word, folded. */
  readonly words: ReadonlyMap<string, number>
  readonly length: number
  /** What its worth is multiplied by. */
  readonly factor: number
}

/** `words`: how long the summary is to be. `bySentence`: the folded words of each sentence. */
export type Wanted = { readonly words: number; readonly bySentence: readonly (readonly string[])[] }

/** However few words are asked for, a sentence of this length may be the summary. */
const LONGEST_AT_LEAST = 45
/** The first sentences always take part, and this many others for each sentence of the summary. */
const FIRST = 8
const MOST = { atLeast: 24, perWord: 1 / 8 }
/** What somebody said tells less of a story than what happened. The first sentence is the story, whoever told it. */
const SPEECH_FACTOR = 0.8

/** The sentences a summary may take: fit to stand in one, and of the most worth for their length. */
export function candidatesOf(text: ArticleText, worthOf: Worths, wanted: Wanted): readonly Candidate[] {
  const fit = text.sentences.flatMap((sentence) => candidateOf(sentence, text, wanted) ?? [])
  const most = Math.max(MOST.atLeast, Math.ceil(wanted.words * MOST.perWord))
  if (fit.length <= most) return fit
  const dense = fit
    .map((candidate) => ({ candidate, density: densityOf(candidate, worthOf) }))
    .sort((a, b) => b.density - a.density)
    .slice(0, most)
  return [...new Set([...fit.slice(0, FIRST), ...dense.map(({ candidate }) => candidate)])]
}

/** What a candidate adds to a summary that has used the words `used` so often: the third use of a word adds nothing. */
export function worthIn(candidate: Candidate, used: ReadonlyMap<string, number>, worthOf: Worths): number {
  let worth = 0
  for (const [word, count] of candidate.words) {
    const before = used.get(word) ?? 0
    if (before >= 2) continue
    const { once, again } = worthOf(word)
    if (before === 0) worth += once
    if (before + count >= 2) worth += again
  }
  return worth * candidate.factor
}

/** Worth for its length; the root, because a summary of snippets reads badly. */
export function densityOf(candidate: Candidate, worthOf: Worths): number {
  return worthIn(candidate, NOTHING_USED, worthOf) / Math.sqrt(candidate.length)
}

const NOTHING_USED: ReadonlyMap<string, number> = new Map()

function candidateOf(sentence: Sentence, { language }: ArticleText, { words, bySentence }: Wanted): Candidate | null {
  const own = bySentence[sentence.index] ?? []
  if (own.length === 0 || own.length > Math.max(words * 1.4, LONGEST_AT_LEAST)) return null
  const standing = standingOf(sentence, language)
  if (standing === 'unfit') return null
  const factor = sentence.index > 0 && opensWithSpeech(sentence) ? SPEECH_FACTOR : 1
  return { sentence, standing, words: countEach(own), length: own.length, factor }
}

function countEach(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
