import { type Phrase, phraseAt } from '../grammar/phrases.ts'
import { type Range, type Token, wordAt } from '../grammar/tokens.ts'
import { type Moment, memberAsSpeaker, mentionIn, type QuotedSpeaker, resolveSpeaker } from './speakers.ts'

/** `امتنعت إيران عن الرد، لكنها قالت`: a state or a body right behind a verb that no table knows. */
export function bodyTopicOf(moment: Moment, { from, to }: Range): QuotedSpeaker | null {
  const { tokens } = moment.paragraph
  const opener = tokens[from]
  if (from + 1 >= to || opener?.kind !== 'word' || opener.info.known) return null
  const phrase = phraseAt(tokens, from + 1)
  return phrase?.kind === 'institution' && phrase.definite ? resolveSpeaker(phrase, moment) : null
}

/**
 * The topic of a sentence before its first act of speech: the name that opens it (`بوتين، بدوره، لم يشر …، مؤكدا`), or the
 * name right behind its first verb.
 */
export function topicOf(moment: Moment, within: Range): QuotedSpeaker | null {
  const { tokens } = moment.paragraph
  let { from } = within
  while (from < within.to && (tokens[from]?.kind !== 'word' || isOpener(wordAt(tokens, from).plain))) from += 1
  from = behindAdverbial(tokens, from, within.to)
  const first = personAt(moment, from, within.to)
  if (first !== null) return first
  const opener = wordAt(tokens, from)
  if (opener.info.functional || opener.info.preposition !== '') return null
  const { base, role, institution, group, work, definite, common, verb } = opener.info
  // `ولد سامر`: he was born.
  const noun = common && verb === null && !/^(?:ي|ولدت?$)/.test(base) && !/^[وف]?أ..[^ة]$/.test(opener.text)
  const nominal = role || institution || group || work || definite || noun
  return nominal ? null : personAt(moment, from + 1, within.to)
}

const MAX_ADVERBIAL = 7

/** Behind the comma after `في غضون ذلك،`, `من جهة أخرى،`. */
function behindAdverbial(tokens: readonly Token[], from: number, to: number): number {
  const { functional, preposition } = wordAt(tokens, from).info
  if (!functional && preposition === '') return from
  for (let at = from + 1; at < Math.min(to, from + MAX_ADVERBIAL); at += 1) {
    const { kind, info } = wordAt(tokens, at)
    if (kind === 'comma') return at + 1
    if (kind !== 'word' || info.verb !== null || info.role) return from
  }
  return from
}

function isOpener(plain: string): boolean {
  return TOPIC_OPENER.test(plain) || NUMBER.test(plain)
}

const NUMBER = /^\p{N}+$/u
const TOPIC_OPENER = /^و?(?:لكن|اما|فيما|بينما|كما|غير|الا|ان)$/

function personAt(moment: Moment, at: number, before: number): QuotedSpeaker | null {
  if (at >= before) return null
  const mention = mentionIn(moment, at, at + 1)
  if (mention !== null) {
    const told = moment.paragraph.tokens[at]?.info.preposition !== ''
    return told ? null : memberAsSpeaker(moment.scene.cast, mention.person)
  }
  const phrase = phraseAt(moment.paragraph.tokens, at)
  if (phrase === null || (phrase.kind !== 'role' && phrase.kind !== 'person')) return null
  const speaker = resolveSpeaker(phrase, moment)
  return speaker !== null && (speaker.person >= 0 || isHeading(moment, phrase)) ? speaker : null
}

/** A paragraph that is a name of two words or more. */
function isHeading({ paragraph }: Moment, { from, to, name }: Phrase): boolean {
  const bare = paragraph.tokens.slice(0, from).every(({ kind, plain }) => kind !== 'word' || NUMBER.test(plain))
  return bare && to === paragraph.tokens.length && name !== null && name.to > name.from + 1
}
