import type { Person, Quote } from '../briefing/briefing.ts'
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
  const known = wordsOfName(speaker)
  const wanted = wordsOfName(asked)
  const offices = briefing.people
    .filter(({ name }) => name === speaker)
    .flatMap((person) => wordsOfName(person.role ?? ''))
  const own = [...offices, ...wordsOfName(role ?? '')]
  const name = wanted.filter((word) => !isOffice(word) && !own.includes(word))
  if (wanted.length === 0 || wanted.some((word) => YOUNGER.test(word) && !known.includes(word))) return false
  if (name.length === 0) return wanted.every((word) => has([...known, ...own], word) || TITLE_WORDS.has(word))
  return isNameOf(known, name) || briefing.people.some((person) => holdsOffice(person, known, name))
}

/** A name says the other's words, or is longer: an article may leave out a first or a last name. */
function isNameOf(known: readonly string[], name: readonly string[]): boolean {
  if (name.every((word) => has(known, word))) return true
  return known.length === 1 ? has(known, name.at(-1) ?? '') : known.length > 1 && known.every((word) => has(name, word))
}

/** «الابن» is another of the same name. */
const YOUNGER = /^(?:ابن|جونيور|اصغر|ثاني|jr|junior|younger)$/u

/** Where an article names a speaker by office alone, it may say elsewhere who holds it. */
function holdsOffice({ name, role }: Person, office: readonly string[], asked: readonly string[]): boolean {
  const held = wordsOfName(role ?? '')
  return office.some(isOffice) && office.every((word) => held.includes(word)) && isNameOf(wordsOfName(name), asked)
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
