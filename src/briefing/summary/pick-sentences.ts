import type { ArticleText, Sentence } from '../text.ts'
import { type Candidate, candidatesOf, densityOf, type Wanted, type Worths, worthIn } from './candidates.ts'

/** `bestFirst`: those that are clear by themselves first. */
export type Picked = { readonly inOrder: readonly Sentence[]; readonly bestFirst: readonly Sentence[] }

/** How far from the words asked for a summary may be without being worse for it, and how far it may be at all. */
const DEVIATION = { free: 0.1, most: 0.4 }
/** The share of its worth that a summary half as long again as asked loses. */
const DEVIATION_PRICE = 0.6
/** What a summary of 60 words pays for each of them, in words of sure use; a longer one pays less. */
const WORDS_PRICE = 1.8
/** What a sentence gains by standing after the one it follows in the article. */
const FOLLOWS_BONUS = 0.15
/** How many drafts go on: few for long summaries, where one sentence more or less matters little. */
const BEAM = { wide: 14, wideUpTo: 160, narrow: 3 }

type Draft = {
  readonly chosen: readonly Candidate[]
  readonly used: ReadonlyMap<string, number>
  readonly length: number
  readonly worth: number
}

/**
 * The sentences that together are worth most in about `words` words. Each use of a word counts once, a second use less, a
 * third not at all, so that repetition gains nothing (the coverage objective of extractive summarisation). A beam search
 * over sets: at each step every draft takes in one more sentence, and the best drafts go on. The first sentence where
 * nothing fits; empty only for a text without sentences.
 */
export function pickSentences(text: ArticleText, worthOf: Worths, wanted: Wanted): Picked {
  const candidates = candidatesOf(text, worthOf, wanted)
  const target = Math.min(
    wanted.words,
    candidates.reduce((sum, { length }) => sum + length, 0),
  )
  let drafts: readonly Draft[] = [{ chosen: [], used: new Map(), length: 0, worth: 0 }]
  let best: { readonly score: number; readonly chosen: readonly Candidate[] } = { score: 0, chosen: [] }
  while (drafts.length > 0) {
    drafts = grow(drafts, candidates, { worthOf, target })
    for (const draft of drafts) {
      const score = scoreOf(draft, target)
      if (score > best.score) best = { score, chosen: draft.chosen }
    }
  }
  return orderBoth(best.chosen, text, worthOf)
}

type Search = { readonly worthOf: Worths; readonly target: number }
type Step = { readonly draft: Draft; readonly candidate: Candidate; readonly worth: number }

function grow(drafts: readonly Draft[], candidates: readonly Candidate[], search: Search): readonly Draft[] {
  const steps = new Map<string, Step>()
  for (const draft of drafts) {
    const indices = new Set(draft.chosen.map(({ sentence }) => sentence.index))
    for (const candidate of candidates) {
      const { index } = candidate.sentence
      const length = draft.length + candidate.length
      if (indices.has(index) || (indices.size > 0 && length > search.target * (1 + DEVIATION.most))) continue
      const follows = index === 0 || indices.has(index - 1)
      if (candidate.standing === 'leans' && !follows) continue
      const key = [...indices, index].sort((a, b) => a - b).join()
      if (!steps.has(key))
        steps.set(key, { draft, candidate, worth: worthOfStep(draft, candidate, { ...search, follows }) })
    }
  }
  return [...steps.values()]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, search.target <= BEAM.wideUpTo ? BEAM.wide : BEAM.narrow)
    .map(take)
}

function worthOfStep(draft: Draft, candidate: Candidate, search: Search & { readonly follows: boolean }): number {
  const price = (WORDS_PRICE / Math.max(60, search.target)) * candidate.length
  return draft.worth + worthIn(candidate, draft.used, search.worthOf) - price + (search.follows ? FOLLOWS_BONUS : 0)
}

function take({ draft, candidate, worth }: Step): Draft {
  const used = new Map(draft.used)
  for (const [word, count] of candidate.words) used.set(word, (used.get(word) ?? 0) + count)
  return { chosen: [...draft.chosen, candidate], used, length: draft.length + candidate.length, worth }
}

function scoreOf({ worth, length }: Draft, target: number): number {
  const deviation = Math.max(0, Math.abs(length - target) / target - DEVIATION.free)
  return worth * Math.max(0.01, 1 - DEVIATION_PRICE * (deviation / 0.5) ** 2)
}

function orderBoth(chosen: readonly Candidate[], text: ArticleText, worthOf: Worths): Picked {
  if (chosen.length === 0) return { inOrder: text.sentences.slice(0, 1), bestFirst: text.sentences.slice(0, 1) }
  const rank = (candidate: Candidate): number =>
    (candidate.standing === 'alone' ? text.sentences.length : 0) + densityOf(candidate, worthOf)
  return {
    inOrder: chosen.map(({ sentence }) => sentence).sort((a, b) => a.index - b.index),
    bestFirst: [...chosen].sort((a, b) => rank(b) - rank(a)).map(({ sentence }) => sentence),
  }
}
