import { LANGUAGES, type Language, languageNamed } from '../language/language.ts'
import type { Digits } from '../messages/wording.ts'

export function languageOf(column: string): Language {
  return languageNamed(column) ?? LANGUAGES[0]
}

export function languageOfChat(column: string | null): Language | null {
  return languageNamed(column)
}

export function digitsOf(column: string | null): Digits | null {
  return column === 'arab' || column === 'latn' ? column : null
}
