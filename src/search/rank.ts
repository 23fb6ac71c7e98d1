import type { FoundPassage } from './passage.ts'

/** A word of a query; a passage has it when it has one of the stems or words. */
export type QueryTerm = {
  readonly asked: string
  readonly exact: string
  readonly stems: readonly string[]
  /** Used for words that have no stem; else empty. */
  readonly words: readonly string[]
  /** Inverse document frequency: the rarer, the higher. */
  readonly weight: number
}

/** Ranking signals beside a passage's words, 0 to 1 each. */
export type Standing = { readonly recency: number; readonly answers: number }

export type RankedPassage = { readonly passage: FoundPassage; readonly score: number }

const SATURATION = 1.2
const LENGTH_MATTERS = 0.5
const EXACT = 0.35
const TITLED = 0.3
const NEIGHBOURS = 0.4
const OPENS = 0.05
const RECENT = 0.08
const ANSWERS = 0.6

const YEAR = 365 * 86_400_000

/** 1 for the newest article, halved for each year of age; times in epoch milliseconds. */
export function recencyOf(published: number, newest: number): number {
  return 2 ** ((published - newest) / YEAR)
}

/**
 * Best first: BM25 over stems; bonuses for the exact spelling, for query words side by side, for those in the title or
 * heading, and small ones for an article's opening and for recency. Ties: the newer article, then the earlier paragraph.
 */
export function rankPassages(
  passages: readonly FoundPassage[],
  terms: readonly QueryTerm[],
  standingOf: (passage: FoundPassage) => Standing,
): readonly RankedPassage[] {
  const lengths = passages.map(({ words }) => words.length)
  const usual = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length))
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  return passages
    .map((passage) => {
      const { recency, answers } = standingOf(passage)
      const { found, score } = wordScore(passage, terms, passage.words.length / usual)
      const share = total === 0 ? 1 : found / total
      const opening = passage.paragraph === 0 ? OPENS : 0
      const favour = 1 + opening + RECENT * recency + ANSWERS * answers
      return { passage, score: (total === 0 ? 1 : score) * (0.4 + 0.6 * share) * favour }
    })
    .sort(
      (left, right) =>
        right.score - left.score ||
        right.passage.number - left.passage.number ||
        left.passage.paragraph - right.passage.paragraph,
    )
}

/** `found`: the weight of the terms that the passage itself has. */
function wordScore(passage: FoundPassage, terms: readonly QueryTerm[], length: number) {
  const stems = ` ${passage.stems} `
  const words = ` ${passage.words} `
  const about = ` ${passage.about} `
  let found = 0
  let score = 0
  terms.forEach((term, index) => {
    const times = timesIn(stems, term.stems) + timesIn(words, term.words)
    const exact = words.includes(` ${term.exact} `) ? EXACT : 0
    const titled = term.stems.some((stem) => about.includes(` ${stem} `)) ? TITLED : 0
    const frequent = (times * (SATURATION + 1)) / (times + SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length))
    if (times > 0) found += term.weight
    score += term.weight * (frequent + exact + titled)
    const next = terms[index + 1]
    if (next && areNeighbours(stems, term, next)) score += NEIGHBOURS * Math.min(term.weight, next.weight)
  })
  return { found, score }
}

function areNeighbours(stems: string, left: QueryTerm, right: QueryTerm): boolean {
  return left.stems.some((first) => right.stems.some((second) => stems.includes(` ${first} ${second} `)))
}

function timesIn(padded: string, tokens: readonly string[]): number {
  let times = 0
  for (const token of tokens) {
    const spaced = ` ${token} `
    for (let at = padded.indexOf(spaced); at >= 0; at = padded.indexOf(spaced, at + spaced.length - 1)) times += 1
  }
  return times
}
