import type { WantedPassages, WantedTerm } from '../../search/passage.ts'

/*
 * A wish in FTS5's language. Every token is quoted, so nothing in it is syntax. Two words, `titled`, and a phrase:
 *
 *     {stems about} : ("قمه") AND {stems about} : ("الاسك" OR …) AND stems : ("قمه" OR …) AND words : "word after word"
 */

/** The wish as an expression of FTS5; null where nothing is asked for. */
export function matchFor(wanted: WantedPassages): string | null {
  const clauses = [
    ...termClauses(wanted),
    ...wanted.phrases.map((spellings) => `words : (${anyOf(spellings.map((words) => words.join(' ')))})`),
    ...wanted.facets.map((marks) => `facets : (${anyOf(marks)})`),
  ]
  return clauses.length === 0 ? null : clauses.map((clause) => `(${clause})`).join(' AND ')
}

/** Passages that have a word themselves or above them. */
export function matchForTerm(term: WantedTerm): string {
  return termIn('{stems about}', term)
}

function termClauses({ terms, within }: WantedPassages): readonly string[] {
  const inside = terms.map((term) => termIn('stems', term))
  if (within === 'passage' || terms.length === 0) return inside
  const anywhere = terms.map(matchForTerm)
  return within === 'above' ? anywhere : [...anywhere, inside.join(' OR ')]
}

function termIn(columns: string, { stems, words }: WantedTerm): string {
  return [
    ...(stems.length === 0 ? [] : [`${columns} : (${anyOf(stems)})`]),
    ...(words.length === 0 ? [] : [`words : (${anyOf(words)})`]),
  ].join(' OR ')
}

function anyOf(tokens: readonly string[]): string {
  return tokens.map(quoted).join(' OR ')
}

/** A token as a string of FTS5. */
export function quoted(token: string): string {
  return `"${token.replaceAll('"', '')}"`
}
