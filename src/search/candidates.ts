import type { FoundPassage } from './passage.ts'
import type { QueryTerm } from './rank.ts'

/**
 * What the passages have of the query. `all`: every word and phrase. `apart`: all words, but a phrase's not side by side.
 * `most`: all words but one. `some`: at least one word. `none`: no passage was found.
 */
export type Fit = 'all' | 'apart' | 'most' | 'some' | 'none'

export type Candidates = {
  readonly fit: Fit
  /** How many passages have that fit. */
  readonly total: number
  readonly passages: readonly FoundPassage[]
  /** Whether the words of phrases were searched one by one. */
  readonly isApart: boolean
  /** The terms that the passages were searched for. */
  readonly terms: readonly QueryTerm[]
}

export const NO_CANDIDATES: Candidates = { fit: 'none', total: 0, passages: [], isApart: false, terms: [] }

/** A query as terms of the index. */
export type QueryTerms = {
  /** Words that some passage has, in the order typed. */
  readonly terms: readonly QueryTerm[]
  /** Words that no passage has. */
  readonly missing: readonly QueryTerm[]
  /** Each phrase in its spellings: its first word may bear a clitic. */
  readonly phrases: readonly (readonly (readonly string[])[])[]
  /** The words of the phrases, used when no passage has a phrase; `lost`: those that no passage has. */
  readonly apart: readonly QueryTerm[]
  readonly lost: readonly QueryTerm[]
}
