import type { PassageQuery, TermQuery } from '../../search/passage.ts'

/*
 * A passage query as conditions that each engine writes in its own words. Two words, `titled`, and a phrase:
 *
 *     all( any(قمه in stems or about), any(الاسك in stems or about, …), any(قمه in stems, …), any(word after word in words) )
 */
export type Match = PhraseMatch | { readonly kind: 'all' | 'any'; readonly of: readonly Match[] }

/** Words that follow each other, most often one, in any of some columns. */
export type PhraseMatch = {
  readonly kind: 'phrase'
  readonly columns: readonly IndexColumn[]
  readonly words: readonly string[]
}

export type IndexColumn = 'stems' | 'words' | 'about' | 'facets'

/** A passage's tokens, joined by spaces. */
export type FoundTokens = {
  readonly id: number
  readonly stems: string
  readonly words: string
  readonly about: string
}

/** The conditions of a query; `null` for a query without any. */
export function matchFor(wanted: PassageQuery): Match | null {
  const clauses = [
    ...termClauses(wanted),
    ...wanted.phrases.map((spellings) => any(spellings.map((words) => phrase(['words'], words)))),
    ...wanted.facets.map((marks) => anyOf(['facets'], marks)),
  ]
  return clauses.length === 0 ? null : { kind: 'all', of: clauses }
}

/** Matches passages with the term in themselves or in the title or heading above. */
export function matchForTerm(term: TermQuery): Match {
  return termIn(['stems', 'about'], term)
}

export function any(of: readonly Match[]): Match {
  return { kind: 'any', of }
}

/** The phrases of a query, in their order. */
export function phrasesIn(match: Match): readonly PhraseMatch[] {
  return match.kind === 'phrase' ? [match] : match.of.flatMap(phrasesIn)
}

function termClauses({ terms, within }: PassageQuery): readonly Match[] {
  const inside = terms.map((term) => termIn(['stems'], term))
  if (within === 'passage' || terms.length === 0) return inside
  const anywhere = terms.map(matchForTerm)
  return within === 'above' ? anywhere : [...anywhere, any(inside)]
}

function termIn(columns: readonly IndexColumn[], { stems, words }: TermQuery): Match {
  return any([...stems.map((stem) => phrase(columns, [stem])), ...words.map((word) => phrase(['words'], [word]))])
}

function anyOf(columns: readonly IndexColumn[], tokens: readonly string[]): Match {
  return any(tokens.map((token) => phrase(columns, [token])))
}

function phrase(columns: readonly IndexColumn[], words: readonly string[]): PhraseMatch {
  return { kind: 'phrase', columns, words }
}
