import { LANGUAGES, type Language } from '../language/language.ts'
import type { Digits } from '../messages/wording.ts'

export function languageOf(column: string): Language {
  return LANGUAGES.find((language) => language === column) ?? 'ar'
}

export function languageOfChat(column: string | null): Language | null {
  return LANGUAGES.find((known) => known === column) ?? null
}

export function digitsOf(column: string | null): Digits | null {
  return column === 'arab' || column === 'latn' ? column : null
}
