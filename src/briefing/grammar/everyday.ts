import { stem } from '../../language/stems.ts'
import { isStopWord } from '../../language/stop-words.ts'
import { documentsWith } from '../rarity.ts'
import type { Token } from './tokens.ts'
import { VERBS } from './words/verbs.ts'

// A stem that so many of the counted news articles have is a word of the language, or a name everybody knows.
const MANY_DOCUMENTS = 4

// A long vowel behind the first letter is no verb's but a name's (`مانافورت`).
const PAST_SHE = /^(?:[^اوي]{3}ت|ا[^اوي]{3,4}ت|ت[^اوي]{3}ت)$/

/**
 * Whether a word no table knows shows by its form that it is no part of a name: a stop word (`أكثر`), a clitic before a
 * hamza (`بإنهاء`), or an ending of verbs and a conjunction on a stem that news articles have (`أعيدوا`, `احتجزت`, `ومؤدية`).
 */
export function isEverydayForm({ plain, text, info }: Token): boolean {
  // `خليل مردم بك`: a title as well.
  if (info.given || info.particle || plain === 'بك') return false
  if (isStopWord(plain, 'ar') || /^(?:[وفبلك][أإآ]|وال|و[^اويردهلجسن])/.test(text)) return true
  if (/...وا$/.test(plain) || PAST_SHE.test(plain)) return isFrequent(plain.replace(/(?:وا|ت)$/, ''))
  if (/^تت|^ت[^اويش]..|^ي[^اوي].+ون$/.test(plain))
    return plain.startsWith('تت') || isFrequent(plain.replace(/^.|ون$/g, ''))
  if (/^م.{3,}ين$/.test(plain)) return isFrequent(plain)
  return /^و.{4}/.test(plain) && !stem(plain, 'ar').startsWith('و') && isFrequent(plain)
}

/** `أظن`, `نعرض`: what I or we do, by the form for him. */
export function isFirstPerson({ text, plain }: Token): boolean {
  return /^[أن]/.test(text) && VERBS.has(`ي${plain.slice(1)}`)
}

/**
 * Whether a word that stands alone for a person is an inflected everyday word: with ال, a clitic or a pronoun on a stem
 * that news articles have (`أنصاره`, `العكس`), or a stop word (`آخر`).
 */
export function isInflected({ plain, text }: Token): boolean {
  if (isStopWord(plain, 'ar') || /وه$/.test(text)) return true
  if (/^ب../.test(plain) && isFrequent(plain.slice(1))) return true
  return /^(?:ال|[بل])|(?:[^اوي]ه|تي|ين)$/.test(text) && stem(plain, 'ar') !== plain && isFrequent(plain)
}

/** Whether many news articles have the word in some form. */
export function isFrequent(plain: string): boolean {
  return documentsWith(stem(plain, 'ar')) >= MANY_DOCUMENTS
}
