/** A paragraph as search sees it; tokens of letters, digits and `_`. `_` alone: a word that is not looked for. */
export type Passage = {
  readonly paragraph: number
  /** Word by word what its forms share, and how it is written; of equal length. */
  readonly stems: readonly string[]
  readonly words: readonly string[]
  /** Stems of what it stands under: the article's title, its heading. */
  readonly about: readonly string[]
  /** Marks that filters ask for. */
  readonly facets: readonly string[]
}

/** A word of the articles, and what words like it have in common: its bare form, its consonants. */
export type VocabularyWord = {
  readonly word: string
  /** As an article spells it. */
  readonly shown: string
  readonly bare: string
  readonly skeleton: string
}

export type ArticlePassages = {
  readonly number: number
  /** The ISO date it was published on; empty where its page does not say. */
  readonly day: string
  readonly passages: readonly Passage[]
  readonly vocabulary: readonly VocabularyWord[]
}

/** A passage that was found, its tokens as they were given, joined by spaces. */
export type FoundPassage = {
  readonly number: number
  readonly paragraph: number
  readonly stems: string
  readonly words: string
  readonly about: string
}

/** A word that is asked for: a passage has it when it has one of these stems or words. */
export type WantedTerm = { readonly stems: readonly string[]; readonly words: readonly string[] }

/** All of it must be true of a passage. */
export type WantedPassages = {
  readonly terms: readonly WantedTerm[]
  /**
   * Where the terms are: in the passage itself; in it or in the title or heading above it, one of them in itself
   * (`titled`); in either, whichever (`above`).
   */
  readonly within: 'passage' | 'titled' | 'above'
  /** Each in one of its spellings, word after word. */
  readonly phrases: readonly (readonly (readonly string[])[])[]
  /** Each in one of its marks. */
  readonly facets: readonly (readonly string[])[]
  readonly articles: ArticleSpan | null
}

/** The articles published on `after` or later and before `before`, ISO dates; one without a date is never among them. */
export type ArticleSpan = { readonly after: string | null; readonly before: string | null }
