import { fold } from '../../language/fold.ts'
import { type Content, contentOf } from '../repeats.ts'
import type { Sentence, SplitArticle } from '../text.ts'
import { opensWithSpeech, type SentenceStanding, standingOf } from './self-contained.ts'
import type { ReadWords } from './words.ts'

/** The worth of a word in a summary: of its first use and of its second. */
export type WordWorth = { readonly once: number; readonly again: number }
export type Worths = (word: string) => WordWorth

/** A word of a sentence: `id`: its number among the words of all candidates. */
type SummaryTerm = WordWorth & { readonly id: number; readonly count: number }
/** How often a draft has used each word, by the words' numbers. */
export type Uses = Uint8Array

/** A sentence a summary may use. */
export type Candidate = {
  readonly sentence: Sentence
  readonly standing: Exclude<SentenceStanding, 'unfit'>
  readonly terms: readonly SummaryTerm[]
  readonly content: Content
  readonly length: number
  /** Multiplies its worth. */
  readonly factor: number
}

/** `words`: length of the summary. `most`: only so many sentences. */
export type Budget = { readonly words: number; readonly most?: number }

/** A sentence up to this many words is a candidate even for a shorter summary. */
const LONGEST_AT_LEAST = 45
/** The first sentences always take part, and this many others for each sentence of the summary. */
const FIRST = 8
const MOST = { atLeast: 18, perWord: 1 / 8 }
/** A story that begins later has no opening. */
const OPENING_SENTENCES = 5
/** A shorter first sentence only sets the scene. */
const FEWEST_OPENING_WORDS = 8
/** Reported speech summarises less than events. The first sentence is exempt: it is the story. */
const SPEECH_FACTOR = 0.8

/** All sentences fit for a summary, in order. */
export function readCandidates(text: SplitArticle, worthOf: Worths, read: ReadWords): readonly Candidate[] {
  const readTerms = createTermReader(worthOf)
  return text.sentences.flatMap((sentence) => candidateOf(sentence, text, { read, readTerms }) ?? [])
}

/** Those short enough for the budget, of the highest worth for their length. */
export function candidatesWithin(all: readonly Candidate[], { words }: Budget): readonly Candidate[] {
  const fit = all.filter(({ length }) => length <= Math.max(words * 1.4, LONGEST_AT_LEAST))
  const most = Math.max(MOST.atLeast, Math.ceil(words * MOST.perWord))
  if (fit.length <= most) return fit
  const dense = fit
    .map((candidate) => ({ candidate, density: densityOf(candidate) }))
    .sort((a, b) => b.density - a.density)
    .slice(0, most)
  return [...new Set([...fit.slice(0, FIRST), ...dense.map(({ candidate }) => candidate)])]
}

/** Journalists put the story into the first sentence; what stands before it is a question, a byline or a scene. */
export function openingOf(all: readonly Candidate[], ownTitle: string | null): Candidate | null {
  const title = lettersOf(ownTitle ?? '')
  const isOpening = ({ sentence, standing, length }: Candidate): boolean =>
    standing === 'alone' && length >= FEWEST_OPENING_WORDS && lettersOf(sentence.text) !== title
  return all.find((candidate) => candidate.sentence.index < OPENING_SENTENCES && isOpening(candidate)) ?? null
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The worth a candidate adds to a summary with these uses: the third use of a word adds nothing. */
export function worthIn({ terms, factor }: Candidate, used: Uses): number {
  let worth = 0
  for (const { id, count, once, again } of terms) {
    const before = used[id] ?? 0
    if (before === 0) worth += once
    if (before < 2 && before + count >= 2) worth += again
  }
  return worth * factor
}

/** Worth per root of length; the root, because a summary of snippets reads badly. */
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
  { read, readTerms }: { readonly read: ReadWords; readonly readTerms: TermReader },
): Candidate | null {
  const own = read.bySentence[sentence.index] ?? []
  if (own.length === 0) return null
  const standing = standingOf(sentence, language)
  if (standing === 'unfit') return null
  const factor = sentence.index > 0 && opensWithSpeech(sentence) ? SPEECH_FACTOR : 1
  const content = contentOf(own.flatMap((word) => read.words.get(word) ?? []))
  return { sentence, standing, terms: readTerms(own), content, length: own.length, factor }
}
