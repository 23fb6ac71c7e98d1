import type { Sentence, SplitArticle } from '../text.ts'
import { opensWithSpeech, type SentenceStanding, standingOf } from './self-contained.ts'

/** What a word is worth in a summary: its first use, and its second. */
export type WordWorth = { readonly once: number; readonly again: number }
export type Worths = (word: string) => WordWorth

/** A word of a sentence: its number among all candidates' words, how often it stands there, and what it is worth. */
type SummaryTerm = WordWorth & { readonly id: number; readonly count: number }
/** How often a draft has used each word, by the words' numbers. */
export type Uses = Uint8Array

/** A sentence that may stand in a summary. */
export type Candidate = {
  readonly sentence: Sentence
  readonly standing: Exclude<SentenceStanding, 'unfit'>
  readonly terms: readonly SummaryTerm[]
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
const MOST = { atLeast: 18, perWord: 1 / 8 }
/** What somebody said tells less of a story than what happened. The first sentence is the story, whoever told it. */
const SPEECH_FACTOR = 0.8

/** The sentences a summary may take: fit to stand in one, and of the most worth for their length. */
export function candidatesOf(text: SplitArticle, worthOf: Worths, wanted: Wanted): readonly Candidate[] {
  const readTerms = createTermReader(worthOf)
  const fit = text.sentences.flatMap((sentence) => candidateOf(sentence, text, { ...wanted, readTerms }) ?? [])
  const most = Math.max(MOST.atLeast, Math.ceil(wanted.words * MOST.perWord))
  if (fit.length <= most) return fit
  const dense = fit
    .map((candidate) => ({ candidate, density: densityOf(candidate) }))
    .sort((a, b) => b.density - a.density)
    .slice(0, most)
  return [...new Set([...fit.slice(0, FIRST), ...dense.map(({ candidate }) => candidate)])]
}

/** What a candidate adds to a summary that has used its words so often: the third use of a word adds nothing. */
export function worthIn({ terms, factor }: Candidate, used: Uses): number {
  let worth = 0
  for (const { id, count, once, again } of terms) {
    const before = used[id] ?? 0
    if (before === 0) worth += once
    if (before < 2 && before + count >= 2) worth += again
  }
  return worth * factor
}

/** What a candidate is worth alone, for its length; the root, because a summary of snippets reads badly. */
export function densityOf(candidate: Candidate): number {
  return worthIn(candidate, NOTHING_USED) / Math.sqrt(candidate.length)
}

/** Reads zero for every word. */
const NOTHING_USED: Uses = new Uint8Array(0)

type TermReader = (words: readonly string[]) => readonly SummaryTerm[]

function createTermReader(worthOf: Worths): TermReader {
  const ids = new Map<string, number>()
  return (words) => {
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return Array.from(counts, ([word, count]) => {
      const id = ids.get(word) ?? ids.size
      ids.set(word, id)
      return { id, count, ...worthOf(word) }
    })
  }
}

function candidateOf(
  sentence: Sentence,
  { language }: SplitArticle,
  { words, bySentence, readTerms }: Wanted & { readonly readTerms: TermReader },
): Candidate | null {
  const own = bySentence[sentence.index] ?? []
  if (own.length === 0 || own.length > Math.max(words * 1.4, LONGEST_AT_LEAST)) return null
  const standing = standingOf(sentence, language)
  if (standing === 'unfit') return null
  const factor = sentence.index > 0 && opensWithSpeech(sentence) ? SPEECH_FACTOR : 1
  return { sentence, standing, terms: readTerms(own), length: own.length, factor }
}
