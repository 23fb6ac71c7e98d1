import { LANGUAGE, type Language } from './language.ts'

/** Whole minutes it takes to read so many words, at least one. */
export function readingMinutes(words: number, language: Language): number {
  return Math.max(1, Math.round(words / LANGUAGE[language].wordsAMinute))
}
