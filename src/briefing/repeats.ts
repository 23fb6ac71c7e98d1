import type { Language } from '../language/language.ts'
import type { Sentence } from './text.ts'
import { createVocabulary } from './vocabulary.ts'

/** The content stems of a sentence. */
export type Content = ReadonlySet<string>

/** Shorter sentences share their few words by chance. */
const FEWEST_STEMS = 5
const SHARED = 0.5

/** Reads the content of sentences for `tellsAgain`. */
export function createContentReader(language: Language): (sentence: Pick<Sentence, 'words'>) => Content {
  const lookUp = createVocabulary(language)
  return ({ words }) => {
    const lexemes = words.map(({ text }) => lookUp(text))
    return new Set(lexemes.filter(({ stop, folded }) => !stop && folded.length > 2).map(({ stem }) => stem))
  }
}

/** Whether two sentences tell the same: half of the shorter one's content is in the other. */
export function tellsAgain(a: Content, b: Content): boolean {
  const least = Math.min(a.size, b.size)
  if (least < FEWEST_STEMS) return false
  let shared = 0
  for (const each of a) if (b.has(each)) shared += 1
  return shared >= SHARED * least
}
