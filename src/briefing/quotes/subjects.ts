import { answering, type Case, decidingCase } from '../grammar/case.ts'
import { closingMark } from '../grammar/modifier-spot.ts'
import { isSureName, nounPhraseAt, type Phrase, phraseAt } from '../grammar/phrases.ts'
import { type Token, wordAt } from '../grammar/tokens.ts'
import { ADVERBS, THAT, THAT_PRONOUN } from '../grammar/words/particles.ts'
import type { VerbForm } from '../grammar/words/verbs.ts'
import type { Paragraph } from '../parsed-text.ts'
import { subjectBefore } from './subjects-before.ts'
import { takesHe } from './texts.ts'

/** The explicit subject of a verb; after a pronoun on أن (`إلا أنه وصف الوزير`) none. */
export function givenSubject(paragraph: Paragraph, at: number): Phrase | null {
  if (THAT_PRONOUN.has(wordAt(paragraph.tokens, at - 1).plain)) return null
  const first = subjectAfter(paragraph, at)
  const after = first === null ? null : (behindObject(paragraph.tokens, at, first) ?? first)
  return after !== null && !isObject(paragraph.tokens, at, after) ? after : subjectBefore(paragraph, at)
}

/** `وصف كندا الرئيس فلان`: a state right behind such a verb is described by the office that follows. */
function behindObject(tokens: readonly Token[], at: number, phrase: Phrase): Phrase | null {
  if (!wordAt(tokens, at).info.verb?.uses.has('describes') || !wordAt(tokens, phrase.from).info.place) return null
  const next = phraseAt(tokens, phrase.to)
  return next?.name != null && next.role !== null && fitsVerb(tokens, at, next) ? next : null
}

/** `يصف خصمه بأنه …`, `هنأ الفريق على فوزه`: with no other noun before بأن or على, the noun behind such a verb is its object. */
function isObject(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  const { base, verb } = wordAt(tokens, at).info
  if (verb === null || /(?:ه|ها|هم)$/.test(base)) return false
  const next = wordAt(tokens, phrase.to).plain
  if (verb.uses.has('thanks')) return next === 'علي' && phrase.kind === 'institution'
  return verb.uses.has('describes') && /^(?:ب|با?ن(?:ه|ها|هم|هما)?)$/.test(next)
}

/** The subject behind a verb, over adverbs and the addressee: `قال أمس فلان`, `قال لرويترز مسؤول`. */
export function subjectAfter(paragraph: Paragraph, at: number): Phrase | null {
  const { tokens } = paragraph
  let next = at + 1
  for (let steps = 0; steps < 6; steps += 1) {
    const token = wordAt(tokens, next)
    if (paragraph.hidden[next] === true) return null
    if (token.kind === 'comma' && (closesAdverbial(tokens, next) || opensApposition(tokens, next))) next += 1
    else if (ADVERBS.has(token.plain)) next += 1
    else if (asideLength(tokens, next) > 0) next += asideLength(tokens, next)
    else break
  }
  if (wordAt(tokens, next).plain === 'كل' && wordAt(tokens, next + 1).plain === 'من') next += 2
  const phrase = wordAt(tokens, next).info.conjunction ? null : phraseAt(tokens, next)
  if (phrase !== null) return fitsVerb(tokens, at, phrase) && isSureName(tokens, phrase) ? phrase : null
  return subjectAfterDative(paragraph, at, next) ?? thingSubject(tokens, at, next)
}

/** `من جهته`, `في هذا الصدد`: words on the side between a verb and its subject. */
function asideLength(tokens: readonly Token[], at: number): number {
  const [{ plain }, next, last] = [wordAt(tokens, at), wordAt(tokens, at + 1), wordAt(tokens, at + 2)]
  if (plain === 'من' && /^(?:جهت|جانب)(?:ه|ها|هم)$/.test(next.plain)) return 2
  if (plain !== 'في') return 0
  if (next.plain === 'المقابل') return 2
  return next.plain === 'هذا' && /^ال(?:صدد|سياق|اطار|شان)$/.test(last.plain) ? 3 : 0
}

/** `يقول المثل`, `وخلص الاختبار إلى أن`: a noun with ال that cannot be the object. */
function thingSubject(tokens: readonly Token[], at: number, from: number): Phrase | null {
  const phrase = nounPhraseAt(tokens, from)
  const form = wordAt(tokens, at).info.verb
  if (phrase === null || !fitsVerb(tokens, at, phrase)) return null
  // `أجمع المتدخلون`: the ending says it is the subject.
  if (/^ال.{3,}ون$/.test(wordAt(tokens, from).plain)) {
    const to = from + 1
    return { ...phrase, kind: 'group', to, name: null, role: { from, to }, plural: true, gender: null }
  }
  // `تؤكد المعاهدة بوضوح على أن`
  let to = phrase.to
  while (ADVERBS.has(wordAt(tokens, to).plain) || tokens[to]?.text === 'على') to += 1
  const next = wordAt(tokens, to)
  const goesOn = THAT.has(next.plain) || next.plain === 'الي'
  // `قال المجمع في تغريدة`: such a verb takes no noun for its object.
  if (next.info.functional && form?.uses.has('noObject')) return phrase
  const opens = goesOn || next.kind === 'colon' || next.kind === 'mark' || next.kind === 'comma'
  // `رد الفعل العنيف الذي`: with no words to follow, no act of speech.
  return (form?.force === 'say' && opens) || (form?.force === 'act' && goesOn) ? phrase : null
}

function closesAdverbial(tokens: readonly Token[], at: number): boolean {
  const after = wordAt(tokens, at + 1)
  return after.kind === 'word' && (ADVERBS.has(after.plain) || ADVERBS.has(wordAt(tokens, at - 1).plain))
}

// `يقول، فورست غامب، في الفيلم`: a name between commas.
function opensApposition(tokens: readonly Token[], at: number): boolean {
  const phrase = wordAt(tokens, at - 1).info.verb === null ? null : phraseAt(tokens, at + 1)
  return phrase?.kind === 'person' && tokens[phrase.to]?.kind === 'comma'
}

/** `قال لرويترز مسؤول …`, `قال لـ«الشرق الأوسط» مصدر …`: over the addressee, to a role or a group. */
function subjectAfterDative(paragraph: Paragraph, at: number, from: number): Phrase | null {
  const { tokens } = paragraph
  const first = wordAt(tokens, from)
  const marked = first.plain === 'ل' && tokens[from + 1]?.kind === 'mark' ? closingMark(tokens, from + 1) : -1
  const named = marked < 0 ? null : phraseAt(tokens, tokens[marked + 1]?.kind === 'comma' ? marked + 2 : marked + 1)
  // `يقول لـ«النجمة»، سامر الحلبي المهندس إن`
  if (named?.name != null && fitsVerb(tokens, at, named) && isSureName(tokens, named)) return named
  if (first.info.preposition !== 'ل' && !first.plain.startsWith('ل')) return null
  for (let next = from + 1; next < from + 8; next += 1) {
    const { kind, info } = wordAt(tokens, next)
    if (kind === 'colon' || kind === 'stop' || info.functional || info.verb !== null) return null
    if (info.definite || info.preposition !== '' || !(info.role || info.group || info.oneOf)) continue
    const phrase = phraseAt(tokens, next)
    if (phrase !== null && fitsVerb(tokens, at, phrase)) return phrase
  }
  return null
}

/** A verb's form and the phrase that may be its subject. */
export type SubjectQuery = {
  readonly tokens: readonly Token[]
  readonly form: VerbForm | null
  readonly phrase: Phrase
}

const yes = answering<SubjectQuery, boolean>(true)
const no = answering<SubjectQuery, boolean>(false)

/** Whether a phrase behind a verb is its subject: gender and number must agree where the phrase shows them. */
export const SUBJECT_FITS: readonly Case<SubjectQuery, boolean>[] = [
  no('قالوا [المدير] إن السفن لن تصل.', ({ form }) => form?.plural !== false),
  // Words go on behind a name; behind a verb of saying marks hold the quote.
  yes(
    'نشرت [«نجمة الشمال»] شريطا جديدا.',
    ({ tokens, phrase: { kind, from, to } }) =>
      kind === 'quoted' &&
      wordAt(tokens, from - 1).info.verb?.bare === false &&
      to - from <= 5 &&
      isNounHere(wordAt(tokens, to)),
    'تنفي [«أي علاقة»] بشأن السفينة.',
  ),
  yes(
    'أعلن [«اتحاد البحارة»]، أن السفن لن تصل.',
    ({ tokens, phrase: { kind, from, to } }) =>
      kind === 'quoted' && wordAt(tokens, from - 1).info.verb?.bare === false && opensReport(tokens, to),
    'طلب [«عدم الكلام»]، لأن السفن لن تصل.',
  ),
  no('وقال [«نعم»] ثم خرج.', ({ phrase }) => phrase.kind === 'quoted'),
  no(
    'ودعا [السلطات] إلى إصلاح الجسر.',
    ({ tokens, form, phrase: { kind, from } }) =>
      form?.gender === 'm' && kind === 'institution' && /ات$/.test(wordAt(tokens, from).plain),
    'ودعت [السلطات] إلى إصلاح الجسر.',
  ),
  no(
    'وطالبت [المجلس] بأن يصلح الجسر.',
    ({ tokens, form, phrase: { kind, from } }) =>
      form?.gender === 'f' && form.force !== 'do' && kind === 'institution' && takesHe(wordAt(tokens, from)),
    'وطالب [المجلس] بأن يصلح الجسر.',
  ),
  yes('قالت [كاكوشي] إن السفن لن تصل.', ({ phrase }) => phrase.gender === null),
  no('زار [مديرة] الميناء مع زملائها.', ({ form, phrase }) => form?.gender === 'm' && phrase.gender === 'f'),
  yes(
    'قال [مدير] الميناء إن السفن لن تصل.',
    ({ form, phrase }) => form?.gender === 'm' || phrase.gender === 'f' || phrase.kind === 'institution',
    'وسألت [مدير] الميناء عن السفن.',
  ),
  // Some offices have one form; the person asked or addressed is an object.
  yes(
    'قالت [عضو] مجلس البلدية فريدة واتكنز إن الحديقة مفتوحة.',
    ({ form, phrase }) =>
      phrase.name !== null && phrase.kind === 'person' && form?.bare === true && !form.uses.has('addresses'),
    'وسألت [مدير] الميناء سامر الحلبي عن السفن.',
  ),
]

/** Behind a body in marks: `أن`, or a comma or an adjective and then `أن` or `عن`. */
function opensReport(tokens: readonly Token[], at: number): boolean {
  let next = at
  if (wordAt(tokens, next).info.definite) next += 1
  if (tokens[next]?.kind === 'comma') next += 1
  while (ADVERBS.has(wordAt(tokens, next).plain) || tokens[next]?.kind === 'comma') next += 1
  const { plain } = wordAt(tokens, next)
  if (/^لان/.test(plain)) return false
  return THAT.has(plain) || THAT_PRONOUN.has(plain) || (plain === 'عن' && next > at)
}

function fitsVerb(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  return decidingCase(SUBJECT_FITS, { tokens, form: wordAt(tokens, at).info.verb, phrase })?.answer ?? false
}

// `تنفي «كذا» بشأن`: behind an object goes a preposition.
function isNounHere({ kind, info }: Token): boolean {
  return kind === 'word' && !info.functional && info.preposition === ''
}
