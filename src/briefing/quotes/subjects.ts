import { isSureName, nounPhraseAt, type Phrase, phraseAt } from '../grammar/phrases.ts'
import type { Token } from '../grammar/tokens.ts'
import { ADVERBS, THAT, THAT_PRONOUN } from '../grammar/words/particles.ts'
import type { Paragraph } from '../parsed-text.ts'
import { subjectBefore } from './subjects-before.ts'

/** The phrase the article gives a verb for its subject; after a pronoun on أن (`إلا أنه وصف الوزير`) none. */
export function givenSubject(paragraph: Paragraph, at: number): Phrase | null {
  if (THAT_PRONOUN.has(paragraph.tokens[at - 1]?.plain ?? '-')) return null
  const first = subjectAfter(paragraph, at)
  const after = first === null ? null : (behindObject(paragraph.tokens, at, first) ?? first)
  return after !== null && !isObject(paragraph.tokens, at, after) ? after : subjectBefore(paragraph, at)
}

const DESCRIBES = /^(?:وصفت?|[يت]صف|نعتت?|[يت]نعت|اتهمت?|[يت]تهم|شبهت?|[يت]شبه)$/

/** `وصف كندا الرئيس فلان`: a state right behind such a verb is described by the office that follows. */
function behindObject(tokens: readonly Token[], at: number, phrase: Phrase): Phrase | null {
  if (!DESCRIBES.test(tokens[at]?.info.base ?? '') || tokens[phrase.from]?.info.place !== true) return null
  const next = phraseAt(tokens, phrase.to)
  return next?.name != null && next.role !== null && fitsVerb(tokens, at, next) ? next : null
}

/** `يصف خصمه بأنه …`: with no other noun before بأن, the noun behind such a verb is who is described. */
function isObject(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  if (!DESCRIBES.test(tokens[at]?.info.base ?? '')) return false
  return /^با?ن(?:ه|ها|هم|هما)?$/.test(tokens[phrase.to]?.plain ?? '')
}

/** The subject behind a verb, over adverbs and whom it was said to: `قال أمس فلان`, `قال لرويترز مسؤول`. */
export function subjectAfter(paragraph: Paragraph, at: number): Phrase | null {
  const { tokens } = paragraph
  let next = at + 1
  for (let steps = 0; steps < 6; steps += 1) {
    const token = tokens[next]
    if (token === undefined || paragraph.hidden[next] === true) return null
    if (token.kind === 'comma' && (closesAdverbial(tokens, next) || opensApposition(tokens, next))) next += 1
    else if (ADVERBS.has(token.plain)) next += 1
    else break
  }
  const phrase = phraseAt(tokens, next)
  if (phrase !== null) return fitsVerb(tokens, at, phrase) && isSureName(tokens, phrase) ? phrase : null
  return subjectAfterDative(paragraph, at, next) ?? thingSubject(tokens, at, next)
}

/** `يقول المثل`, `وخلص الاختبار إلى أن`: a noun with ال that cannot be the object. */
function thingSubject(tokens: readonly Token[], at: number, from: number): Phrase | null {
  const phrase = nounPhraseAt(tokens, from)
  const form = tokens[at]?.info.verb
  if (phrase === null || form === null || form === undefined || !fitsVerb(tokens, at, phrase)) return null
  // `أجمع المتدخلون`: the ending says it is the subject.
  if (/^ال.{3,}ون$/.test(tokens[from]?.plain ?? '')) {
    const to = from + 1
    return { ...phrase, kind: 'group', to, name: null, role: { from, to }, plural: true, gender: null }
  }
  // `تؤكد المعاهدة بوضوح على أن`
  let to = phrase.to
  while (ADVERBS.has(tokens[to]?.plain ?? '-') || tokens[to]?.text === 'على') to += 1
  const next = tokens[to]
  const goesOn = next !== undefined && (THAT.has(next.plain) || next.plain === 'الي')
  // `قال المجمع في تغريدة`: such a verb takes no noun for its object.
  if (next?.info.functional && TAKES_NO_OBJECT.test(tokens[at]?.info.base ?? '')) return phrase
  const opens = goesOn || next?.kind === 'colon' || next?.kind === 'mark' || next?.kind === 'comma'
  // `رد الفعل العنيف الذي`: with no words to follow, no act of speech.
  return (form.force === 'say' && opens) || (form.force === 'act' && goesOn) ? phrase : null
}

function closesAdverbial(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  return after?.kind === 'word' && (ADVERBS.has(after.plain) || (before !== undefined && ADVERBS.has(before.plain)))
}

// `يقول، فورست غامب، في الفيلم`: a name between commas.
function opensApposition(tokens: readonly Token[], at: number): boolean {
  const phrase = tokens[at - 1]?.info.verb === null ? null : phraseAt(tokens, at + 1)
  return phrase?.kind === 'person' && tokens[phrase.to]?.kind === 'comma'
}

/** `قال لرويترز مسؤول …`, `قال لـ«الشرق الأوسط» مصدر …`: over one who is told, to a role or a group. */
function subjectAfterDative(paragraph: Paragraph, at: number, from: number): Phrase | null {
  const { tokens } = paragraph
  const first = tokens[from]
  if (first?.kind !== 'word' || (first.info.preposition !== 'ل' && !/^ل/.test(first.plain))) return null
  for (let next = from + 1; next < from + 8; next += 1) {
    const token = tokens[next]
    if (
      token === undefined ||
      token.kind === 'colon' ||
      token.kind === 'stop' ||
      token.info.functional ||
      token.info.verb !== null
    )
      return null
    if (token.kind !== 'word' || token.info.definite || token.info.preposition !== '') continue
    if (!token.info.role && !token.info.group && !token.info.oneOf) continue
    const phrase = phraseAt(tokens, next)
    if (phrase !== null && fitsVerb(tokens, at, phrase)) return phrase
  }
  return null
}

/** A masculine verb has no feminine subject right behind it, nor the other way round, where the head shows its gender. */
function fitsVerb(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  const form = tokens[at]?.info.verb
  const head = tokens[phrase.from]
  if (form === null || form === undefined || head === undefined) return false
  if (form.plural) return false
  if (phrase.kind === 'quoted') return paragraphNameBefore(tokens, phrase)
  if (phrase.kind === 'group') return true
  if (phrase.gender === null) return true
  if (form.gender === 'm' && phrase.gender === 'f') return false
  if (form.gender === 'm' || phrase.gender === 'f' || phrase.kind === 'institution') return true
  // `قالت عضو المجلس فلانة`: some offices have one form; whom she asks or addresses is an object.
  return phrase.name !== null && phrase.kind === 'person' && form.bare && !ADDRESSES.test(tokens[at]?.info.base ?? '')
}

const ADDRESSES = /^(?:سال|خاطب|[يت]سال|[يت]خاطب)ت?$/

/** قال and its like: the noun right behind them is who speaks, never what is said. */
export const TAKES_NO_OBJECT = /^(?:قال|[يت]قول|اضاف|[يت]ضيف|صرح|نص|[يت]نص)ت?$/

// `تنفي «كذا» بشأن`: behind an object goes a preposition.
function isNounHere(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.info.functional && token.info.preposition === ''
}

// `قال «كذا»` is speech; `نشرت «بوكو حرام» شريط` has a name for its subject: words go on behind it.
function paragraphNameBefore(tokens: readonly Token[], phrase: Phrase): boolean {
  const verb = tokens[phrase.from - 1]?.info.verb
  const next = tokens[phrase.to]
  return verb !== null && verb?.bare !== true && isNounHere(next) && phrase.to - phrase.from <= 5
}
