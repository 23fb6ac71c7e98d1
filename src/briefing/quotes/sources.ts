import { gluedPhraseAt, nounPhraseAt, type Phrase, phraseAt } from '../grammar/phrases.ts'
import type { Token } from '../grammar/tokens.ts'
import { ACCORDING, ACCORDING_TO } from '../grammar/words/particles.ts'
import type { VerbForm } from '../grammar/words/verbs.ts'
import type { Paragraph } from '../parsed-text.ts'
import type { SpeechEvent } from './speech-event.ts'
import { subjectAfter } from './subjects.ts'
import { isTextOf } from './subjects-before.ts'

type Base = Omit<SpeechEvent, 'to' | 'subject' | 'pronoun'>

const ACCORDING_FORM: VerbForm = {
  force: 'say',
  shape: 'masdar',
  gender: 'm',
  plural: false,
  bare: false,
  uses: new Set(),
}

/** `بحسب الوزير`, `وفقا لمصادر`, `نقلا عن مسؤول`, `على حد قوله`, `بحسب زعمه`. */
export function accordingAt(paragraph: Paragraph, at: number): SpeechEvent | null {
  const { tokens } = paragraph
  const token = tokens[at]
  if (token === undefined) return null
  const base = {
    at,
    kind: 'according' as const,
    form: ACCORDING_FORM,
    verb: token.text.replace(/^و(?=[بفحن])(?!فق)/, ''),
    embedded: true,
  }
  const limit = /^علي$/.test(token.plain) && /^(?:حد|لسان|ذمه)$/.test(tokens[at + 1]?.plain ?? '')
  if (limit) return afterSpeechNoun(tokens, at + 2, base)
  if (ACCORDING.has(token.plain)) return afterSpeechNoun(tokens, at + 1, base)
  if (!ACCORDING_TO.has(token.plain)) return null
  const next = tokens[at + 1]
  if (next?.plain === 'عن') return withSubject(phraseAt(tokens, at + 2), base)
  return next?.info.preposition === 'ل' || /^ل/.test(next?.plain ?? '') ? afterSpeechNoun(tokens, at + 1, base) : null
}

const SPEECH_NOUN = /^(?:ل|لل)?(?:ال)?(?:قول|تعبير|وصف|زعم|راي|تصريح|تصريحات|ما|اقوال|حد|كلام|بيان)$/

const OWNED_SPEECH = /^(?:ل)?(?:قول|تعبير|وصف|زعم|راي|تصريحات|كلام|اقوال)(?:ه|ها|هم|هما)$/

function afterSpeechNoun(tokens: readonly Token[], at: number, base: Base): SpeechEvent | null {
  const token = tokens[at]
  if (token === undefined) return null
  if (OWNED_SPEECH.test(token.plain)) {
    const gender = /ها$/.test(token.plain) ? ('f' as const) : ('m' as const)
    return {
      ...base,
      form: { ...ACCORDING_FORM, gender },
      verb: `${base.verb} ${token.text}`,
      to: at + 1,
      subject: null,
      pronoun: true,
    }
  }
  if (/^(?:ل)?ما$/.test(token.plain)) return null
  if (SPEECH_NOUN.test(token.plain))
    return withSubject(phraseAt(tokens, at + 1), base) ?? withSubject(gluedPhraseAt(tokens, at), base)
  return withSubject(token.info.preposition === '' ? phraseAt(tokens, at) : gluedPhraseAt(tokens, at), base)
}

function withSubject(subject: Phrase | null, base: Base): SpeechEvent | null {
  return subject === null ? null : { ...base, to: subject.to, subject, pronoun: false }
}

/** Verbs of texts: what stands in them speaks. */
export const APPEARS = /^(?:جاء|جاءت|ورد|وردت)$/

/** `جاء في بيان للوزارة: «…»`: the text speaks, or who issued it (`في بيان أصدره فلان`); never who spoke last. */
export function textAt(paragraph: Paragraph, base: Base): SpeechEvent {
  const { tokens } = paragraph
  // `أعلن التنظيم في بيان جاء فيه`: its issuer's.
  const own = /^في(?:ه|ها)$/.test(tokens[base.at + 1]?.plain ?? '')
  if (own) {
    const owner = ownerOfText(tokens, base.at)
    return { ...base, kind: 'according', subject: owner, to: base.at + 2, pronoun: owner === null }
  }
  const inside = tokens[base.at + 1]?.plain === 'في'
  const text = inside ? phraseAt(tokens, base.at + 2) : subjectAfter(paragraph, base.at)
  const end = text?.to ?? (inside ? base.at + 3 : -1)
  const issued = tokens[end]
  const issuer = issued?.info.verb != null && /(?:ه|ها)$/.test(issued.text) ? phraseAt(tokens, end + 1) : null
  const subject = issuer ?? text ?? (inside ? wordsOf(tokens, base.at + 2) : null)
  return { ...base, kind: 'according', subject, to: subject?.to ?? base.at + 1, pronoun: false }
}

const MAX_TEXT_GAP = 14

/** `برقية للوزارة موجهة إلى السفراء جاء فيها`: whose text it is. */
function ownerOfText(tokens: readonly Token[], at: number): Phrase | null {
  for (let start = at - 1; start > Math.max(0, at - MAX_TEXT_GAP); start -= 1) {
    if (tokens[start]?.kind !== 'word') return null
    if (isTextOf(tokens, start)) return gluedPhraseAt(tokens, start)
  }
  return null
}

const WORDS = /^(?:ال)?(?:تصريح|تصريحات|كلمه|حديث|مقابله|مداخله|تعليق|رد|كتاب|مقال|مقاله|حيثيات|منطوق|تعميم|برقيه)$/

/** `في تصريح الوزارة`, `في تصريح للوزير`: whose words; `في التصريح`: the words themselves. */
function wordsOf(tokens: readonly Token[], at: number): Phrase | null {
  if (!WORDS.test(tokens[at]?.plain ?? '')) return null
  if (tokens[at]?.info.definite) return bodyAt(tokens, at)
  const owner = tokens[at + 1]
  if (owner?.info.preposition === 'ل')
    return owner.info.outlet || owner.info.group ? null : gluedPhraseAt(tokens, at + 1)
  return phraseAt(tokens, at + 1) ?? bodyAt(tokens, at + 1)
}

function bodyAt(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = nounPhraseAt(tokens, at)
  return phrase === null ? null : { ...phrase, kind: 'institution' }
}

/** Verbs of handing on what another said. */
export const RELAYS = /^(?:نقل|ينقل|تنقل|نسب|ينسب)/

const MAX_RELAY_GAP = 14

/** `نقلت الوكالة عن مسؤول قوله`: the agency hands on, the official speaks. `تصريحات نقلتها الوكالة`: no act of its own. */
export function relayAt(paragraph: Paragraph, base: Base): SpeechEvent | null {
  const { tokens } = paragraph
  for (let at = base.at + 1; at < Math.min(tokens.length, base.at + MAX_RELAY_GAP); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'stop' || token.kind === 'colon') break
    const told = token.info.preposition === 'ل' && (token.info.role || token.info.group || token.info.oneOf)
    // `نسب إلى`; `نقلت إلى المستشفى` is no speech.
    const ascribed = /^(?:إلى|الى)$/.test(token.text) && /نسب/.test(tokens[base.at]?.info.base ?? '')
    if (!told && token.text !== 'عن' && !ascribed) continue
    const subject = told ? gluedPhraseAt(tokens, at) : (phraseAt(tokens, at + 1) ?? gluedPhraseAt(tokens, at + 1))
    if (subject !== null && subject.kind !== 'quoted') return { ...base, subject, to: subject.to, pronoun: false }
  }
  if (/(?:ه|ها|هم)$/.test(tokens[base.at]?.plain ?? '')) return null
  const subject = subjectAfter(paragraph, base.at)
  return subject === null ? null : { ...base, subject, to: subject.to, pronoun: false }
}
