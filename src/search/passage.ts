/** A paragraph as tokens of letters, digits and `_`. `_` alone: a stop word. */
export type Passage = {
  readonly paragraph: number
  /** Each word's stem and its spelling; of equal length. */
  readonly stems: readonly string[]
  readonly words: readonly string[]
  /** Stems of the article's title and of the heading above. */
  readonly about: readonly string[]
  /** Tokens that filters match. */
  readonly facets: readonly string[]
}

/** A word of the articles, with its bare form and consonants to find similar words by. */
export type VocabularyWord = {
  readonly word: string
  /** As an article spells it. */
  readonly shown: string
  readonly bare: string
  readonly skeleton: string
}

export type ArticlePassages = {
  readonly number: number
  /** The ISO date of publication; empty when unknown. */
  readonly day: string
  readonly passages: readonly Passage[]
  readonly vocabulary: readonly VocabularyWord[]
}

/** A stored passage, its tokens joined by spaces. */
export type FoundPassage = {
  readonly number: number
  readonly paragraph: number
  readonly stems: string
  readonly words: string
  readonly about: string
}

/** A passage has the term when it has one of these stems or words. */
export type TermQuery = { readonly stems: readonly string[]; readonly words: readonly string[] }

/** A passage must meet all of these conditions. */
export type PassageQuery = {
  readonly terms: readonly TermQuery[]
  /**
   * Where the terms are: in the passage itself; in it or in the title or heading above it, one of them in itself
   * (`titled`); in either, whichever (`above`).
   */
  readonly within: 'passage' | 'titled' | 'above'
  /** Each phrase in its spellings, as lists of words. */
  readonly phrases: readonly (readonly (readonly string[])[])[]
  /** A passage needs one facet of each list. */
  readonly facets: readonly (readonly string[])[]
  readonly articles: ArticleSpan | null
}

/** Articles published on `after` or later and before `before`, ISO dates; never those without a date. */
export type ArticleSpan = { readonly after: string | null; readonly before: string | null }
