import { fold } from '../language/fold.ts'
import type { Language } from '../language/language.ts'
import { stem } from '../language/stems.ts'
import { isStopWord } from '../language/stop-words.ts'

/** What the analyses ask of a word, whatever its place. */
export type Lexeme = { readonly folded: string; readonly stem: string; readonly stop: boolean }

/** Looks words up, each form once: an article says most of its words again and again. */
export function createVocabulary(language: Language): (word: string) => Lexeme {
  const known = new Map<string, Lexeme>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    const folded = fold(word)
    const lexeme = { folded, stem: stem(word, language), stop: isStopWord(folded, language) }
    known.set(word, lexeme)
    return lexeme
  }
}
