import type { FoundPassage } from './passage.ts'
import type { AskedTerm } from './rank.ts'

/**
 * How the passages answer the query. `all`: every word and phrase. `apart`: all words, but a phrase's not side by side.
 * `most`: all words but one. `some`: at least one. `none`: there are no passages.
 */
export type Fit = 'all' | 'apart' | 'most' | 'some' | 'none'

export type Candidates = {
  readonly fit: Fit
  /** How many passages fit so. */
  readonly total: number
  readonly passages: readonly FoundPassage[]
  /** The words of the phrases were looked for one by one. */
  readonly isApart: boolean
  /** What the passages were looked for with. */
  readonly terms: readonly AskedTerm[]
}

export const NO_CANDIDATES: Candidates = { fit: 'none', total: 0, passages: [], isApart: false, terms: [] }

/** A query in the index's own terms. */
export type QueryAsked = {
  /** Words that some passage has, in the order they were typed. */
  readonly terms: readonly AskedTerm[]
  /** Words that none has. */
  readonly missing: readonly AskedTerm[]
  /** Each in its spellings: the first word may have a clitic written onto it. */
  readonly phrases: readonly (readonly (readonly string[])[])[]
  /** The words of the phrases, for when a phrase is nowhere; `lost`: those that no passage has. */
  readonly apart: readonly AskedTerm[]
  readonly lost: readonly AskedTerm[]
}
