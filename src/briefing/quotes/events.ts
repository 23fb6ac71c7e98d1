import { ACCORDING, ACCORDING_TO, ADVERBS, SUBORDINATORS, THAT, THAT_PRONOUN } from '../people/particles.ts'
import { gluedPhraseAt, nounPhraseAt, type Phrase, phraseAt } from '../people/phrases.ts'
import type { Paragraph } from './scene.ts'
import type { Token } from './tokens.ts'
import type { VerbForm } from './verbs.ts'

/** An act of speech or a doing: the word, and the phrase the article gives as its subject, if any. */
export type SpeechEvent = {
  /** Token index of the verb, the participle or the preposition. */
  readonly at: number
  /** Token index after the verb and its subject: where the words spoken may begin. */
  readonly to: number
  readonly kind: VerbForm['shape'] | 'according'
  readonly form: VerbForm
  /** As the article writes it, without و and ف. */
  readonly verb: string
  readonly subject: Phrase | null
  /** The verb has a pronoun for its owner (`بقوله`, `بحسب زعمه`). */
  readonly pronoun: boolean
  /** In a relative clause: who speaks here need not be who the sentence is about. */
  readonly embedded: boolean
}

const ACCORDING_FORM: VerbForm = { force: 'say', shape: 'masdar', gender: 'm', plural: false, bare: false }
const NOT_BEFORE_A_VERB: ReadonlySet<string> = new Set(
  'في من على علي إلى الي عن مع بعد قبل خلال عبر اثناء بين حول ضد هذا هذه ذلك تلك اي كل بعض عدم غير حتي دون'.split(' '),
)
const OBJECT_NOUNS = /^(?:رد|نفي|ذكر|قول|كشف|وعد|نقل|ورد|زعم|شكر|سجل|عرض|كتب)$/

/** The acts of speech of a paragraph, in order, words inside long quotes left out. */
export function findEvents(paragraph: Paragraph): readonly SpeechEvent[] {
  const events: SpeechEvent[] = []
  paragraph.tokens.forEach((token, at) => {
    if (token.kind !== 'word' || paragraph.hidden[at] === true) return
    const event = accordingAt(paragraph, at) ?? verbAt(paragraph, at) ?? loneVerbAt(paragraph, at)
    if (event !== null) events.push(event)
  })
  return events
}

function verbAt(paragraph: Paragraph, at: number): SpeechEvent | null {
  const { tokens } = paragraph
  const token = tokens[at]
  const form = token?.info.verb
  if (token === undefined || form === undefined || form === null || !isVerbHere(tokens, at)) return null
  const embedded = isEmbedded(paragraph, at)
  const negated = /^(?:لم|لن|لا|ما)$/.test(tokens[at - 1]?.plain ?? '') && form.shape === 'finite'
  const base = {
    at,
    kind: form.shape,
    form: negated ? { ...form, force: 'do' as const } : form,
    verb: verbText(token),
    embedded,
  }
  if (form.shape === 'participle') return { ...base, to: at + 1, subject: null, pronoun: false }
  if (form.shape === 'masdar') return { ...base, to: at + 1, subject: null, pronoun: true }
  if (RELAYS.test(token.info.base)) return relayAt(paragraph, base)
  if (APPEARS.test(token.info.base)) return textAt(paragraph, base)
  const subject = givenSubject(paragraph, at)
  return { ...base, to: Math.max(at + 1, subject?.to ?? 0), subject, pronoun: false }
}

// `إلا أنه وصف الوزير`: the pronoun on أن is the subject, what follows the object.
function givenSubject(paragraph: Paragraph, at: number): Phrase | null {
  if (THAT_PRONOUN.has(paragraph.tokens[at - 1]?.plain ?? '-')) return null
  const after = subjectAfter(paragraph, at)
  return after !== null && !isObject(paragraph.tokens, at, after) ? after : subjectBefore(paragraph, at)
}

const DESCRIBES = /^(?:وصفت?|[يت]صف|نعتت?|[يت]نعت|اتهمت?|[يت]تهم|شبهت?|[يت]شبه)$/

/** `يصف خصمه بأنه …`: with no other noun before بأن, the noun behind such a verb is who is described. */
function isObject(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  if (!DESCRIBES.test(tokens[at]?.info.base ?? '')) return false
  return /^با?ن(?:ه|ها|هم|هما)?$/.test(tokens[phrase.to]?.plain ?? '')
}

// `كما` at the head of a sentence only means `also`.
function isEmbedded(paragraph: Paragraph, at: number): boolean {
  const before = paragraph.tokens[at - 1]
  if (before === undefined || !SUBORDINATORS.has(before.plain)) return false
  return !(before.plain === 'كما' && (at === 1 || paragraph.sentence[at - 2] !== paragraph.sentence[at]))
}

const APPEARS = /^(?:جاء|جاءت|ورد|وردت)$/

/** `جاء في بيان للوزارة: «…»`: the text speaks, or who issued it (`في بيان أصدره فلان`); never who spoke last. */
function textAt(paragraph: Paragraph, base: Base): SpeechEvent {
  const { tokens } = paragraph
  const inside = tokens[base.at + 1]?.plain === 'في'
  const text = inside ? phraseAt(tokens, base.at + 2) : subjectAfter(paragraph, base.at)
  const issued = tokens[text?.to ?? -1]
  const issuer =
    issued?.info.verb != null && /(?:ه|ها)$/.test(issued.text) ? phraseAt(tokens, (text?.to ?? 0) + 1) : null
  const subject = issuer ?? text
  return { ...base, kind: 'according', subject, to: subject?.to ?? base.at + 1, pronoun: false }
}

const RELAYS = /^(?:نقل|ينقل|تنقل|نسب|ينسب)/
const MAX_RELAY_GAP = 14

/** `نقلت الوكالة عن مسؤول قوله`: the agency hands on, the official speaks. `تصريحات نقلتها الوكالة`: no act of its own. */
function relayAt(paragraph: Paragraph, base: Base): SpeechEvent | null {
  const { tokens } = paragraph
  for (let at = base.at + 1; at < Math.min(tokens.length, base.at + MAX_RELAY_GAP); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'stop' || token.kind === 'colon') break
    const told = token.info.preposition === 'ل' && (token.info.role || token.info.group || token.info.oneOf)
    if (!told && token.text !== 'عن' && token.text !== 'إلى' && token.text !== 'الى') continue
    const subject = told ? gluedPhraseAt(tokens, at) : (phraseAt(tokens, at + 1) ?? gluedPhraseAt(tokens, at + 1))
    if (subject !== null && subject.kind !== 'quoted') return { ...base, subject, to: subject.to, pronoun: false }
  }
  if (/(?:ه|ها|هم)$/.test(tokens[base.at]?.plain ?? '')) return null
  const subject = subjectAfter(paragraph, base.at)
  return subject === null ? null : { ...base, subject, to: subject.to, pronoun: false }
}

const SAYS: VerbForm = { force: 'say', shape: 'finite', gender: 'm', plural: false, bare: true }

/** `وأكملت: «…»`: any word alone with و between a stop and a colon before a mark says something, known or not. */
function loneVerbAt(paragraph: Paragraph, at: number): SpeechEvent | null {
  const { tokens, sentence } = paragraph
  const token = tokens[at]
  if (token === undefined || !/^[وف].{3,}/.test(token.plain) || token.info.definite || token.info.role) return null
  if (at > 0 && sentence[at - 1] === sentence[at]) return null
  if (tokens[at + 1]?.kind !== 'colon' || tokens[at + 2]?.kind !== 'mark' || token.info.functional) return null
  const form: VerbForm = { ...SAYS, gender: token.plain.endsWith('ت') ? 'f' : 'm' }
  return {
    at,
    to: at + 1,
    kind: 'finite',
    form,
    verb: token.text.slice(1),
    subject: null,
    pronoun: false,
    embedded: false,
  }
}

/** The verb as shown: without و ف, and without the ب of `بالتأكيد`. */
function verbText(token: Token): string {
  const cut = token.info.conjunction && token.plain !== token.info.base ? 1 : 0
  return token.text.slice(cut).replace(/^ب(?=ال)/, '')
}

/** Whether a form that may also be a noun or an adjective is a verb in this place. */
function isVerbHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const form = token?.info.verb
  if (token === undefined || form === null || form === undefined) return false
  const { info, text } = token
  if (form.shape === 'participle') return isAdverbialParticiple(tokens, at)
  if (form.shape === 'masdar') return /^(?:ب|وب|فب)/.test(token.plain) || /^و?(?:قول|تصريح)/.test(token.plain)
  if (info.base === 'راي' || info.base === 'نفي')
    return /ى$/.test(text) && !NOT_BEFORE_A_VERB.has(tokens[at - 1]?.plain ?? '-')
  if (info.role || info.institution || info.group || text.endsWith('ة')) return false
  // `عقب الاجتماع` is a preposition, `وعقب فلان` is not.
  if (info.functional && form.force !== 'do' && !info.conjunction) return false
  // `لافتات كتب عليها`: nobody in particular wrote.
  if (/^كتبت?$/.test(info.base) && /^(?:علي|في)(?:ه|ها|هم)$/.test(tokens[at + 1]?.plain ?? '')) return false
  if (NOT_BEFORE_A_VERB.has(tokens[at - 1]?.plain ?? '-')) return false
  // `إن رد الفعل`: no past verb stands right behind إن.
  if (THAT.has(tokens[at - 1]?.plain ?? '-') && !/^[يت]/.test(info.base)) return false
  return !(
    OBJECT_NOUNS.test(info.base) &&
    info.conjunction === false &&
    tokens[at - 1]?.info.verb !== null &&
    tokens[at - 1]?.kind === 'word'
  )
}

function isAdverbialParticiple(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.info.preposition !== '') return false
  const form = token.info.verb
  if (form?.plural) return !/^(?:متحدثين|متهمين)$/.test(token.plain) && !tokens[at - 1]?.info.definite
  const before = tokens[at - 1]?.info
  if (form?.gender === 'f' && before?.common && !before.definite) return false
  if (form?.gender === 'f')
    return (
      /[ةه]$/.test(token.text) &&
      !token.info.role &&
      !token.info.placeNoun &&
      !token.info.institution &&
      tokens[at - 1]?.info.functional !== true
    )
  return /ا\u064B?$|\u064Bا$/.test(token.text)
}

// Words that may stand between a verb and its subject, with the phrase they open: `قال أمس`, `قال لرويترز`, `قالت، أمس،`.
function subjectAfter(paragraph: Paragraph, at: number): Phrase | null {
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
  const next = tokens[phrase.to]
  const goesOn = next !== undefined && (THAT.has(next.plain) || next.plain === 'الي')
  return form.force === 'say' || (form.force === 'act' && goesOn) ? phrase : null
}

/** A lone unknown word is a name where the clause goes on without a noun, or where the article has it again. */
function isSureName(tokens: readonly Token[], phrase: Phrase): boolean {
  const { name } = phrase
  const word = tokens[name?.from ?? -1]
  if (name === null || word === undefined || phrase.role !== null || name.to > name.from + 1) return true
  if (word.info.given) return true
  // A lone `حصلت` is a verb.
  if (/ت$/.test(word.plain)) return false
  if (word.info.repeated) return true
  const next = tokens[name.to]
  return next === undefined || next.kind !== 'word' || next.info.functional || next.info.preposition !== ''
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
  return !(form.gender === 'f' && phrase.gender === 'm' && phrase.kind !== 'institution')
}

// `قال «كذا»` is speech; `نشرت «بوكو حرام» شريط` has a name for its subject: words go on behind it.
function paragraphNameBefore(tokens: readonly Token[], phrase: Phrase): boolean {
  const verb = tokens[phrase.from - 1]?.info.verb
  const next = tokens[phrase.to]
  return verb !== null && verb?.bare !== true && next?.kind === 'word' && phrase.to - phrase.from <= 5
}

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'لكن لكنه لكنها ولكنه ولكنها ولكن فيما بينما حيث اذ بل غير ان انما اما'.split(' '),
)
const LOOK_BACK_TOKENS = 24

/** `المتهم قال`, `لكن صاحب المتجر قال`, `أما زيلينسكي فصرح`, `بوتين، بدوره، أكد`, `ترامب الذي قال`. */
function subjectBefore(paragraph: Paragraph, at: number): Phrase | null {
  const { tokens } = paragraph
  const topic = /^ف/.test(tokens[at]?.plain ?? '') && tokens[at]?.info.conjunction === true
  if (tokens[at]?.info.conjunction === true && !topic) return null
  const relative = /^(?:الذي|التي|الذين)$/.test(tokens[at - 1]?.plain ?? '')
  const perfect = /^[وف]?قد$/.test(tokens[at - 1]?.plain ?? '')
  const end = relative || perfect ? at - 1 : at
  const antecedent = relative ? nameBefore(tokens, end) : null
  if (antecedent !== null && agrees(tokens, at, antecedent)) return antecedent
  const from = clauseStart(paragraph, end)
  for (let start = from; start < end; start += 1) {
    const phrase = phraseAt(tokens, start)
    if (phrase === null) {
      if (!opensClause(tokens[start])) break
      continue
    }
    if (!isSureName(tokens, phrase)) return null
    if (phrase.to <= end && reaches(paragraph, phrase.to, end) && agrees(tokens, at, phrase)) {
      return (start === from && phrase.name === null ? nameBefore(tokens, from) : null) ?? phrase
    }
    if (phrase.kind !== 'institution' || start > from + 1) break
  }
  return rightBefore(tokens, at)
}

// `حمزة بيرقدار، المتحدث باسم الجيش قال`, `خالد الطيب، الذي يرى`: the name that a role or الذي takes up.
function nameBefore(tokens: readonly Token[], at: number): Phrase | null {
  const end = tokens[at - 1]?.kind === 'comma' ? at - 1 : at
  for (let start = Math.max(0, end - 8); start < end; start += 1) {
    const phrase = phraseAt(tokens, start)
    if (phrase?.name != null && phrase.name.to === end) return phrase
  }
  return null
}

// What may stand before the subject of a clause.
function opensClause(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return true
  const { base } = token.info
  return (
    CLAUSE_OPENERS.has(base) || THAT.has(base) || ADVERBS.has(base) || /^[وف]?(?:قد|كان|كانت|كانا|ثم|حتي)$/.test(base)
  )
}

/** `مع صديق قال إن`: one without ال right before the verb. */
function rightBefore(tokens: readonly Token[], at: number): Phrase | null {
  for (let start = Math.max(0, at - 5); start < at; start += 1) {
    const phrase = phraseAt(tokens, start)
    if (phrase === null || phrase.to !== at) continue
    if ((phrase.kind === 'role' || phrase.kind === 'group') && !phrase.definite && agrees(tokens, at, phrase))
      return phrase
  }
  return null
}

function agrees(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  const form = tokens[at]?.info.verb
  if (form === null || form === undefined) return false
  if (phrase.gender === null || phrase.kind === 'group') return true
  return form.gender === phrase.gender || (form.gender === 'f' && phrase.kind === 'institution')
}

/** First token of the clause that ends at `end`: after a stop, an opener, or, over a short aside, the sentence's start. */
function clauseStart(paragraph: Paragraph, end: number): number {
  const { tokens } = paragraph
  let start = end
  while (start > 0 && end - start < LOOK_BACK_TOKENS) {
    const token = tokens[start - 1]
    if (token === undefined || paragraph.hidden[start - 1] === true) break
    if (token.kind === 'stop' || token.kind === 'colon' || CLAUSE_OPENERS.has(token.plain)) break
    if (token.kind === 'comma' && !isAside(paragraph, start - 1, end)) break
    start -= 1
  }
  return start
}

/** A comma before which only the topic stands: `بوتين، بدوره، قال` or `هاني عمارة، محلل أول، قال`. */
function isAside(paragraph: Paragraph, comma: number, end: number): boolean {
  if (end - comma > 12) return false
  const { tokens } = paragraph
  const closing = tokens[end - 1]?.kind === 'comma' || /^ف/.test(tokens[end]?.plain ?? '')
  if (!closing && !/^فقد$/.test(tokens[end]?.plain ?? '')) return false
  return tokens.slice(comma + 1, end).every((token) => token.info.verb === null)
}

function reaches(paragraph: Paragraph, from: number, end: number): boolean {
  const between = paragraph.tokens.slice(from, end)
  if (between.length === 0) return true
  if (between.length > 12) return false
  if (
    between[0]?.kind === 'word' &&
    !between[0].info.functional &&
    between[0].info.preposition === '' &&
    !ADVERBS.has(between[0].plain)
  )
    return false
  return between.every((token) => token.info.verb === null && token.kind !== 'stop' && !THAT.has(token.plain))
}

/** `بحسب الوزير`, `وفقا لمصادر`, `نقلا عن مسؤول`, `على حد قوله`, `بحسب زعمه`. */
function accordingAt(paragraph: Paragraph, at: number): SpeechEvent | null {
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

type Base = Omit<SpeechEvent, 'to' | 'subject' | 'pronoun'>
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
