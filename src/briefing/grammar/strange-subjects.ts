import type { Phrase } from './phrases.ts'
import { roleAfterName } from './role-holders.ts'
import { type Token, wordAt } from './tokens.ts'
import { ADVERBS, THAT, THAT_PRONOUN } from './words/particles.ts'

/** Whether a word that no table has as a name is the subject of the verb at `at`, one like قال that takes no noun for its object. */
export function hasStrangeSubject(tokens: readonly Token[], at: number): boolean {
  const { verb } = wordAt(tokens, at).info
  const { kind, text, plain, info } = wordAt(tokens, at + 1)
  if (!verb?.uses.has('noObject') || verb.plural || kind !== 'word' || /[اً]$/.test(text)) return false
  // `قال بصرامة`; `قال كفاح محمود`, `قال كيريل بلوكوف`
  const next = wordAt(tokens, at + 2)
  if (/^[بلك]../.test(text) && !next.info.given && (info.known || next.kind !== 'word' || next.info.known)) return false
  if (!info.known || (info.outlet && /^(?:بي|سي)$/.test(plain))) return true
  // `قال فائق إن`: nobody's name in any table, but somebody's.
  const acts = info.verb !== null && /^[يتن]/.test(plain)
  return !info.functional && !info.conjunction && !ADVERBS.has(plain) && !acts && info.preposition === ''
}

const MAX_WORDS = 5

/** `قال بي جيه كراول إن`: such a subject, up to where the clause goes on; `null` where its end can't be told. */
export function strangeSubject(tokens: readonly Token[], at: number): Phrase | null {
  if (wordAt(tokens, at).info.verb?.uses.has('ofTexts')) return null
  const from = at + 1
  // A letter like ب opens a name whose next word is as strange.
  let to = /^[بلك]../.test(wordAt(tokens, from).plain) ? from + 1 : from
  while (to < from + MAX_WORDS && mayName(wordAt(tokens, to))) to += 1
  if (to === from || wordAt(tokens, to - 1).info.particle || !goesOnBehind(tokens, at, to)) return null
  const name = { from, to }
  const role = roleAfterName(tokens, to)
  return { ...PERSON, from, to: role?.to ?? to, name, role }
}

const PERSON = { kind: 'person', definite: true, gender: null, plural: false, counterpart: false } as const

function mayName({ kind, plain, text, info }: Token): boolean {
  if (kind !== 'word' || info.functional || info.conjunction || info.preposition !== '' || ADVERBS.has(plain))
    return false
  // `شخص يدعى سامر`
  const says = info.verb !== null && info.verb.force !== 'do' && !/^[يت]دعي$/.test(plain)
  return !(info.role || info.group || info.oneOf || says || plain.length < 2) && !/[\u064B\p{N}]|[^اة]ا$/u.test(text)
}

/** `أضاف فلان أن`, `أضاف قانون جديد إلى`: what a verb like أضاف takes is its subject only before speech. */
function goesOnBehind(tokens: readonly Token[], at: number, to: number): boolean {
  const { kind, plain, text, info } = wordAt(tokens, to)
  if (kind === 'colon' || kind === 'mark' || THAT.has(plain) || THAT_PRONOUN.has(plain)) return true
  if (wordAt(tokens, at).info.verb?.uses.has('goesOn') === true) return false
  return kind === 'comma' || text === '(' || info.functional || info.role || info.preposition === 'ل'
}
