import type { Language } from './language.ts'

/**
 * Words a minute of silent reading, the mean of adult readers: Trauzettel-Klosinski & Dietz, "Standardized Assessment of
 * Reading Performance", IOVS 53 (2012), table 2.
 */
export const WORDS_A_MINUTE: Readonly<Record<Language, number>> = { ar: 138, en: 228 }

/** Whole minutes it takes to read so many words, at least one. */
export function readingMinutes(words: number, language: Language): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE[language]))
}
