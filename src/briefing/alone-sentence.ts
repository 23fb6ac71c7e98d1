import type { Language } from '../language/language.ts'
import { splitWords } from '../language/words.ts'
import { hasElidedSpeaker, standingOf } from './summary/self-contained.ts'
import type { Sentence } from './text.ts'

/** Whether a sentence needs none before it. */
export function standsAlone(text: string, language: Language): boolean {
  return standingOf(taken(text), language) !== 'leans'
}

/** Whether somebody speaks in a sentence whom it does not name. */
export function elidesSpeaker(text: string, language: Language): boolean {
  return language === 'ar' && hasElidedSpeaker(taken(text))
}

/** A sentence from anywhere in an article. */
function taken(text: string): Sentence {
  const place = { index: Number.MAX_SAFE_INTEGER, paragraph: 0, section: 0, start: 0, end: text.length }
  return { ...place, text, words: splitWords(text) }
}
