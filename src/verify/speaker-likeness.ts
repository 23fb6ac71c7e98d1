import type { Quote } from '../briefing/briefing.ts'
import { NATIONALITIES } from '../briefing/grammar/words/nationalities.ts'
import { ROLE_NOUNS, TITLE_WORDS } from '../briefing/grammar/words/roles.ts'
import { consonantsOf } from '../language/consonants.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { comparedWords } from './compared-words.ts'

const ENGLISH_TITLES =
  /^(?:mr|mrs|ms|dr|sir|lord|president|prime|minister|foreign|chancellor|king|queen|prince|senator|general|the|of)$/

/** Whether somebody's name, with or without titles, means the speaker of a quote. An unknown speaker is nobody. */
export function isSpeakerOf({ speaker, role }: Quote, { briefing }: ShelfItem, asked: string): boolean {
  if (speaker === null) return false
  const person = briefing.people.find(({ name }) => name === speaker)
  const offices = wordsOfName(`${role ?? ''} ${person?.role ?? ''}`)
  const known = wordsOfName(speaker)
  const wanted = wordsOfName(asked)
  const name = wanted.filter((word) => !isOffice(word) && !offices.includes(word))
  if (wanted.length === 0) return false
  if (name.length === 0) return wanted.every((word) => has([...known, ...offices], word) || TITLE_WORDS.has(word))
  if (name.every((word) => has(known, word))) return true
  // an article that says the family name alone means the same person
  return known.length === 1 && has(known, name.at(-1) ?? '')
}

function wordsOfName(name: string): readonly string[] {
  return comparedWords(name).map(({ key }) => key.replace(/^ال(?=...)/u, ''))
}

function isOffice(word: string): boolean {
  return ROLE_NOUNS.has(word) || TITLE_WORDS.has(word) || NATIONALITIES.has(word) || ENGLISH_TITLES.test(word)
}

/** A name in another script is known by its consonants. */
function has(known: readonly string[], word: string): boolean {
  const isLatin = /^[a-z]/.test(word)
  const sound = consonantsOf(word)
  return known.some((each) => {
    return each === word || (/^[a-z]/.test(each) !== isLatin && sound.length > 1 && consonantsOf(each) === sound)
  })
}
