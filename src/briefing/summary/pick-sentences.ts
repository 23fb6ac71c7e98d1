import { tellsAgain } from '../repeats.ts'
import type { Sentence, SplitArticle } from '../text.ts'
import { type Budget, type Candidate, candidatesWithin, densityOf, type Uses, worthIn } from './candidates.ts'

/** `best`: the one that stands for all of them; `null` where there is none. */
export type Picked = { readonly inOrder: readonly Sentence[]; readonly best: Sentence | null }

/**
 * How far a summary may miss the requested length at no cost: most of a sentence, in words, and at most the share `free`.
 * `most`: the share it may miss at all.
 */
const DEVIATION = { freeWords: 18, free: 0.3, most: 0.4 }
/** The price of each word in a summary of 60 words, in words of sure use; lower in a longer one. */
const WORDS_PRICE = 2.6
/** How many drafts go on: few for long summaries, where one sentence more or less matters little. */
const BEAM = { wide: 9, wideUpTo: 160, narrow: 3 }

type Draft = {
  readonly chosen: readonly Candidate[]
  readonly used: Uses
  readonly length: number
  readonly worth: number
}

/**
 * The sentences that together are worth most in about `words` words. Each use of a word counts once, a second use less, a
 * third not at all, so that repetition gains nothing (the coverage objective of extractive summarisation). A beam search
 * over sets: at each step every draft takes in one more sentence, and the best drafts go on. One sentence where
 * nothing fits; empty only for a text without sentences.
 */
export function pickSentences(text: SplitArticle, all: readonly Candidate[], budget: Budget): Picked {
  const candidates = candidatesWithin(all, budget)
  const target = Math.min(
    budget.words,
    candidates.reduce((sum, { length }) => sum + length, 0),
  )
  const numbers = candidates.reduce((most, { terms }) => Math.max(most, ...terms.map(({ id }) => id)), 0)
  let drafts: readonly Draft[] = [{ chosen: [], used: new Uint8Array(numbers + 1), length: 0, worth: 0 }]
  let best: { readonly score: number; readonly chosen: readonly Candidate[] } = { score: 0, chosen: [] }
  while (drafts.length > 0) {
    drafts = grow(drafts, candidates, target).filter(({ chosen }) => chosen.length <= (budget.most ?? chosen.length))
    for (const draft of drafts) {
      const score = scoreOf(draft, target)
      if (score > best.score) best = { score, chosen: draft.chosen }
    }
  }
  return best.chosen.length > 0 ? pickedFrom(best.chosen, text) : onlyOne(text, budget)
}

type Step = { readonly draft: Draft; readonly candidate: Candidate; readonly worth: number }

function grow(drafts: readonly Draft[], candidates: readonly Candidate[], target: number): readonly Draft[] {
  const steps: Step[] = []
  for (const draft of drafts) {
    const indices = new Set(draft.chosen.map(({ sentence }) => sentence.index))
    for (const candidate of candidates) {
      const { index } = candidate.sentence
      const length = draft.length + candidate.length
      if (indices.has(index) || (indices.size > 0 && length > target * (1 + DEVIATION.most))) continue
      if (candidate.standing === 'leans' && index > 0 && !indices.has(index - 1)) continue
      if (draft.chosen.some(({ content }) => tellsAgain(content, candidate.content))) continue
      const price = (WORDS_PRICE / Math.max(60, target)) * candidate.length
      const worth = draft.worth + worthIn(candidate, draft.used) - price
      steps.push({ draft, candidate, worth })
    }
  }
  return distinct(
    steps.sort((a, b) => b.worth - a.worth),
    target <= BEAM.wideUpTo ? BEAM.wide : BEAM.narrow,
  ).map(take)
}

/** The first steps that lead to different sets of sentences. */
function distinct(steps: readonly Step[], most: number): readonly Step[] {
  const found = new Map<string, Step>()
  for (const step of steps) {
    if (found.size >= most) break
    const indices = [...step.draft.chosen, step.candidate].map(({ sentence }) => sentence.index)
    const key = indices.sort((a, b) => a - b).join()
    if (!found.has(key)) found.set(key, step)
  }
  return [...found.values()]
}

function take({ draft, candidate, worth }: Step): Draft {
  const used = draft.used.slice()
  for (const { id, count } of candidate.terms) used[id] = Math.min(2, (used[id] ?? 0) + count)
  return { chosen: [...draft.chosen, candidate], used, length: draft.length + candidate.length, worth }
}

function scoreOf({ worth, length }: Draft, target: number): number {
  const free = Math.min(DEVIATION.freeWords / target, DEVIATION.free)
  const deviation = Math.max(0, Math.abs(length - target) / target - free)
  return worth * Math.max(0.01, 1 - (2 * deviation) ** 2)
}

function pickedFrom(chosen: readonly Candidate[], text: SplitArticle): Picked {
  const inOrder = [...chosen].sort((a, b) => a.sentence.index - b.sentence.index)
  const rank = (candidate: Candidate): number =>
    (candidate.standing === 'alone' ? text.sentences.length : 0) + densityOf(candidate)
  const [best] = [...inOrder].sort((a, b) => rank(b) - rank(a))
  return { inOrder: inOrder.map(({ sentence }) => sentence), best: best?.sentence ?? null }
}

/** Where no sentence is fit to stand in a summary: the first that is not far too long, else the shortest. */
function onlyOne({ sentences }: SplitArticle, { words }: Budget): Picked {
  const shortest = sentences.reduce<Sentence | undefined>(
    (least, each) => (least && least.words.length <= each.words.length ? least : each),
    undefined,
  )
  const one = sentences.find((sentence) => sentence.words.length <= words * 2) ?? shortest
  return one ? { inOrder: [one], best: one } : { inOrder: [], best: null }
}
