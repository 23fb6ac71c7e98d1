import { answering, type Case, decidingCase } from '../grammar/case.ts'
import { gluedPhraseAt, isSureName, nounPhraseAt, type Phrase, phraseAt } from '../grammar/phrases.ts'
import { type Token, wordAt } from '../grammar/tokens.ts'
import { ACCORDING, ACCORDING_TO } from '../grammar/words/particles.ts'
import type { VerbForm } from '../grammar/words/verbs.ts'
import type { Paragraph } from '../parsed-text.ts'
import type { SpeechEvent } from './speech-event.ts'
import { subjectAfter } from './subjects.ts'
import { isTextOf } from './texts.ts'

type Base = Omit<SpeechEvent, 'to' | 'subject' | 'pronoun'>
type Source = Pick<SpeechEvent, 'to' | 'subject' | 'pronoun'>

const ACCORDING_FORM: VerbForm = {
  force: 'say',
  shape: 'masdar',
  gender: 'm',
  plural: false,
  bare: false,
  uses: new Set(),
}

/** A word that may open an attribution, or the word behind it. */
export type SourceWord = { readonly tokens: readonly Token[]; readonly at: number; readonly token: Token }

const takes = (words: number) => answering<SourceWord, number>(words)

/** Whether a word opens an attribution; the answer: how many words it takes before its source. */
export const ATTRIBUTIONS: readonly Case<SourceWord, number>[] = [
  takes(2)(
    'سيفتح الميناء غدا [على] حد قول المدير.',
    ({ tokens, at, token }) => token.plain === 'علي' && /^(?:حد|لسان|ذمه)$/.test(wordAt(tokens, at + 1).plain),
    'وقف المدير [على] الرصيف.',
  ),
  takes(1)(
    'سيفتح الميناء غدا [بحسب] المدير.',
    ({ token }) => ACCORDING.has(token.plain),
    'سيفتح الميناء غدا [بسبب] المدير.',
  ),
  takes(2)(
    'سيفتح الميناء غدا [نقلا] عن مدير الشركة.',
    ({ tokens, at, token }) => ACCORDING_TO.has(token.plain) && wordAt(tokens, at + 1).plain === 'عن',
    'تشمل الخطة [نقلا] سريعا للركاب.',
  ),
  takes(1)(
    'سيفتح الميناء غدا [وفقا] لمدير الشركة.',
    ({ tokens, at, token }) => ACCORDING_TO.has(token.plain) && wordAt(tokens, at + 1).plain.startsWith('ل'),
    'عمل الميناء [وفقا] خطة قديمة.',
  ),
]

const OPENERS: ReadonlySet<string> = new Set([...ACCORDING, ...ACCORDING_TO, 'علي'])

/** `بحسب الوزير`, `وفقا لمصادر`, `نقلا عن مسؤول`, `على حد قوله`, `بحسب زعمه`. */
export function accordingAt({ tokens }: Paragraph, at: number): SpeechEvent | null {
  const token = wordAt(tokens, at)
  if (!OPENERS.has(token.plain)) return null
  const words = decidingCase(ATTRIBUTIONS, { tokens, at, token })?.answer
  if (words === undefined) return null
  const verb = token.text.replace(/^و(?=[بفحن])(?!فق)/, '')
  const base = { at, kind: 'according', form: ACCORDING_FORM, verb, embedded: true } as const
  const source = { tokens, at: at + words, token: wordAt(tokens, at + words) }
  const owned = OWNED_SPEECH.exec(source.token.plain)
  if (owned !== null) {
    const form = { ...ACCORDING_FORM, gender: owned[1] === 'ها' ? ('f' as const) : ('m' as const) }
    const rest = tokens.slice(at + 1, source.at + 1).map(({ text }) => text)
    return { ...base, form, verb: [verb, ...rest].join(' '), to: source.at + 1, subject: null, pronoun: true }
  }
  const subject = decidingCase(SOURCES, source)?.answer(source) ?? null
  return subject === null ? null : { ...base, ...named(subject) }
}

const OWNED_SPEECH = /^ل?(?:قول|تعبير|وصف|زعم|راي|تصريحات|كلام|اقوال)(ه|ها|هم|هما)$/
const SPEECH_NOUN = /^(?:ل|لل)?(?:ال)?(?:قول|تعبير|وصف|زعم|راي|تصريح|تصريحات|ما|اقوال|حد|كلام|بيان)$/

type ReadSource = (word: SourceWord) => Phrase | null
const means = (read: ReadSource) => answering<SourceWord, ReadSource>(read)

/** The ways to read a source, by its first word. */
export const SOURCES: readonly Case<SourceWord, ReadSource>[] = [
  means(() => null)('كان الميناء خاليا بحسب [صور] نقلها التلفزيون.', ({ token: { text } }) => text === 'صور'),
  means(speechOwner)(
    'سيفتح الميناء غدا على حد [تعبير] المدير.',
    ({ token }) => SPEECH_NOUN.test(token.plain),
    'سيفتح الميناء غدا على ذمة [مدير] الشركة.',
  ),
  means(({ tokens, at }) => gluedPhraseAt(tokens, at))('سيفتح الميناء غدا وفقا [لمدير] الشركة.', () => true),
]

function speechOwner({ tokens, at }: SourceWord): Phrase | null {
  const issued = /^(?:صادر|صدر)$/.test(wordAt(tokens, at + 1).plain) && wordAt(tokens, at + 2).plain === 'عن'
  const owner = phraseAt(tokens, issued ? at + 3 : at + 1)
  return owner !== null && isSureName(tokens, owner) ? owner : gluedPhraseAt(tokens, at)
}

function named(subject: Phrase): Source {
  return { to: subject.to, subject, pronoun: false }
}

/** `جاء في بيان للوزارة: «…»`: the speaker is the text, or its issuer (`في بيان أصدره فلان`); never the last speaker. */
export function textAt(paragraph: Paragraph, base: Base): SpeechEvent | null {
  const { tokens } = paragraph
  const event = { ...base, kind: 'according' as const }
  const next = wordAt(tokens, base.at + 1).plain
  // `أعلن التنظيم في بيان جاء فيه`: its issuer's.
  if (/^في(?:ه|ها)$/.test(next)) {
    const subject = ownerOfText(tokens, base.at)
    return { ...event, subject, to: base.at + 2, pronoun: subject === null }
  }
  const inside = next === 'في'
  const text = inside ? phraseAt(tokens, base.at + 2) : subjectAfter(paragraph, base.at)
  const end = text?.to ?? (inside ? base.at + 3 : -1)
  // `جاء «في المقدمة» فريق`: no text.
  if (text === null && !inside && wordAt(tokens, base.at + 1).kind === 'mark') return null
  if (wordAt(tokens, end + 1).plain === 'عن' && /^(?:صادر|صدر)$/.test(wordAt(tokens, end).plain)) {
    const subject = phraseAt(tokens, end + 2) ?? text
    return { ...event, subject, to: subject?.to ?? end, pronoun: false }
  }
  const issued = wordAt(tokens, end)
  const issuer = issued.info.verb !== null && /(?:ه|ها)$/.test(issued.text) ? phraseAt(tokens, end + 1) : null
  const subject = issuer ?? text ?? (inside ? wordsOf(tokens, base.at + 2) : null)
  return { ...event, subject, to: subject?.to ?? base.at + 1, pronoun: false }
}

const MAX_TEXT_GAP = 14

/** `برقية للوزارة موجهة إلى السفراء جاء فيها`: the owner of the text. */
function ownerOfText(tokens: readonly Token[], at: number): Phrase | null {
  for (let start = at - 1; wordAt(tokens, start).kind === 'word' && at - start < MAX_TEXT_GAP; start -= 1) {
    if (isTextOf(tokens, start)) return gluedPhraseAt(tokens, start)
  }
  return null
}

const WORDS = /^(?:ال)?(?:تصريح|تصريحات|كلمه|حديث|مقابله|مداخله|تعليق|رد|كتاب|مقال|مقاله|حيثيات|منطوق|تعميم|برقيه)$/

/** `في تصريح الوزارة`, `في تصريح للوزير`: the speaker; `في التصريح`: the words themselves. */
function wordsOf(tokens: readonly Token[], at: number): Phrase | null {
  const words = wordAt(tokens, at)
  if (!WORDS.test(words.plain)) return null
  if (words.info.definite) return bodyAt(tokens, at)
  const owner = wordAt(tokens, at + 1).info
  if (owner.preposition === 'ل') return owner.outlet || owner.group ? null : gluedPhraseAt(tokens, at + 1)
  return phraseAt(tokens, at + 1) ?? bodyAt(tokens, at + 1)
}

function bodyAt(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = nounPhraseAt(tokens, at)
  return phrase === null ? null : { ...phrase, kind: 'institution' }
}

const MAX_RELAY_GAP = 14

/** `نقلت الوكالة عن مسؤول قوله`: the agency relays, the official speaks. `تصريحات نقلتها الوكالة`: no act of its own. */
export function relayAt(paragraph: Paragraph, base: Base): SpeechEvent | null {
  const { tokens } = paragraph
  const verb = wordAt(tokens, base.at)
  for (const [index, token] of tokens.slice(base.at + 1, base.at + MAX_RELAY_GAP).entries()) {
    const at = base.at + 1 + index
    if (token.kind === 'stop' || token.kind === 'colon') break
    // `كما نقلت عنه الوكالة`: whoever spoke before.
    if (/^عن(?:ه|ها)$/.test(token.plain)) {
      const form = { ...base.form, gender: token.plain.endsWith('ها') ? ('f' as const) : ('m' as const) }
      return {
        ...base,
        kind: 'according',
        form,
        to: subjectAfter(paragraph, at)?.to ?? at + 1,
        subject: null,
        pronoun: true,
      }
    }
    const told = token.info.preposition === 'ل' && (token.info.role || token.info.group || token.info.oneOf)
    // `نسب إلى`; `نقلت إلى المستشفى` is no speech.
    const ascribed = /^(?:إلى|الى)$/.test(token.text) && /نسب/.test(verb.info.base)
    if (!told && token.text !== 'عن' && !ascribed) continue
    const subject = told ? gluedPhraseAt(tokens, at) : (phraseAt(tokens, at + 1) ?? gluedPhraseAt(tokens, at + 1))
    if (subject !== null && subject.kind !== 'quoted') return { ...base, ...named(subject) }
  }
  if (/(?:ه|ها|هم)$/.test(verb.plain)) return null
  const subject = subjectAfter(paragraph, base.at)
  return subject === null ? null : { ...base, ...named(subject) }
}
