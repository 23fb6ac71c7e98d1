import type { Quote } from '../briefing/briefing.ts'
import type { ShelfItem, ShelfQuote } from '../shelf/shelf.ts'

/** Words that somebody is said to have said; `speaker` `null`: nobody is named. */
export type Claim = { readonly words: string; readonly speaker: string | null }

/**
 * `other-speaker`: the words stand, but not in that mouth, or in nobody's that the article names. `reported`: they stand in an
 * article, not as somebody's own words.
 */
export type Verdict = Finding['verdict']

/** What a claim says against its evidence; `left-out`: only the evidence has it; `rest`: around an excerpt. */
export type LaidPiece = { readonly kind: 'same' | 'added' | 'left-out' | 'rest'; readonly text: string }

/** `claimed` `null`: left out; `said` `null`: added. */
export type Difference = {
  readonly of: 'negation' | 'number' | 'name' | 'speaker' | 'word'
  readonly claimed: string | null
  readonly said: string | null
}

/** Where the words, or those nearest to them, stand. */
export type Evidence = {
  readonly item: ShelfItem
  readonly paragraph: number
  /** The quote that they are in; `null`: they are the article's own. */
  readonly quote: Quote | null
  /** Whole sentences of the article with the claim's words laid over them. */
  readonly pieces: readonly LaidPiece[]
  /** `turned`: an excerpt whose sentence goes on, or began, with a negation or condition. */
  readonly extent: 'whole' | 'part' | 'turned'
  /** Negations first, then numbers, names and other words. */
  readonly differences: readonly Difference[]
}

export type Finding =
  | {
      readonly verdict: 'verbatim' | 'altered' | 'other-speaker' | 'reported'
      readonly claim: Claim
      readonly evidence: Evidence
    }
  /** `related`: what that speaker, or anybody, did say about it. */
  | { readonly verdict: 'unknown'; readonly claim: Claim; readonly related: readonly ShelfQuote[] }
