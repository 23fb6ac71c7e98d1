import type { PassageQuery, TermQuery } from '../../search/passage.ts'

/*
 * A passage query in FTS5's syntax. Every token is quoted, so no token is syntax. Two words, `titled`, and a phrase:
 *
 *     {stems about} : ("قمه") AND {stems about} : ("الاسك" OR …) AND stems : ("قمه" OR …) AND words : "word after word"
 */

/** The FTS5 expression of a query; `null` for a query without conditions. */
export function matchFor(wanted: PassageQuery): string | null {
  const clauses = [
    ...termClauses(wanted),
    ...wanted.phrases.map((spellings) => `words : (${anyOf(spellings.map((words) => words.join(' ')))})`),
    ...wanted.facets.map((marks) => `facets : (${anyOf(marks)})`),
  ]
  return clauses.length === 0 ? null : clauses.map((clause) => `(${clause})`).join(' AND ')
}

/** Matches passages with the term in themselves or in the title or heading above. */
export function matchForTerm(term: TermQuery): string {
  return termIn('{stems about}', term)
}

function termClauses({ terms, within }: PassageQuery): readonly string[] {
  const inside = terms.map((term) => termIn('stems', term))
  if (within === 'passage' || terms.length === 0) return inside
  const anywhere = terms.map(matchForTerm)
  return within === 'above' ? anywhere : [...anywhere, inside.join(' OR ')]
}

function termIn(columns: string, { stems, words }: TermQuery): string {
  return [
    ...(stems.length === 0 ? [] : [`${columns} : (${anyOf(stems)})`]),
    ...(words.length === 0 ? [] : [`words : (${anyOf(words)})`]),
  ].join(' OR ')
}

function anyOf(tokens: readonly string[]): string {
  return tokens.map(quoted).join(' OR ')
}

/** A token as an FTS5 string. */
export function quoted(token: string): string {
  return `"${token.replaceAll('"', '')}"`
}
