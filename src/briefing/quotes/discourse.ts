import { answering, type Case, decidingCase } from '../grammar/case.ts'
import { gluedPhraseAt, type Phrase, phraseAt } from '../grammar/phrases.ts'
import { nameParts } from '../grammar/spelling.ts'
import { type Range, type Token, wordAt } from '../grammar/tokens.ts'
import { THAT, THAT_PRONOUN } from '../grammar/words/particles.ts'
import type { Paragraph, Scene } from '../parsed-text.ts'
import { competition } from './certainty.ts'
import {
  elidedSubject,
  firstNamed,
  mainSubject,
  ownNoun,
  reportedPerson,
  type SpeakerContext,
  writerOfText,
} from './elided.ts'
import { findEvents } from './events.ts'
import {
  emptyMemory,
  forgetSpeakers,
  type Memory,
  momentIn,
  noteSubject,
  remember,
  respondentOf,
  type SpeechAct,
} from './memory.ts'
import { memberAsSpeaker, mentionIn, type QuotedSpeaker, resolveSpeaker } from './speakers.ts'
import type { SpeechEvent } from './speech-event.ts'
import { bodyTopicOf, topicOf } from './topic.ts'

const MAX_IN_SENTENCE = 12
const MAX_REPORT_TOKENS = 120

/** The acts of speech with their speakers, by paragraph. */
export function readDiscourse(scene: Scene): readonly (readonly SpeechAct[])[] {
  const memory = emptyMemory()
  return scene.paragraphs.map((paragraph) => readParagraph(scene, paragraph, memory))
}

function readParagraph(scene: Scene, paragraph: Paragraph, memory: Memory): readonly SpeechAct[] {
  const events = findEvents(paragraph)
  const acts: SpeechAct[] = []
  let next = 0
  for (const { from, to } of sentencesOf(paragraph)) {
    const start = next
    while (next < events.length && (events[next]?.at ?? to) < to) next += 1
    const own = events.slice(start, next)
    const moment = momentIn(scene, paragraph, memory)
    const within = { from, to: own[0]?.at ?? to }
    const person = topicOf(moment, within)
    if (person !== null) noteSubject(memory, paragraph, person)
    const topic = person ?? bodyTopicOf(moment, within)
    if (topic === null && opensWithAnother(paragraph.tokens, from)) forgetSpeakers(memory)
    for (const act of readSentence(own, { scene, paragraph, memory, topic })) acts.push(act)
  }
  return acts
}

/** `أما فلان فقد مضى وقال`: somebody else, read or not; not `أما عن الجسر فقال`. */
function opensWithAnother(tokens: readonly Token[], from: number): boolean {
  const next = wordAt(tokens, from + 1)
  const noun = next.kind === 'word' && !next.info.functional && next.info.preposition === ''
  return /^و?اما$/.test(wordAt(tokens, from).plain) && noun
}

function sentencesOf(paragraph: Paragraph): readonly Range[] {
  const { sentence } = paragraph
  const ranges: Range[] = []
  let from = 0
  for (let at = 1; at <= sentence.length; at += 1) {
    if (at < sentence.length && sentence[at] === sentence[from]) continue
    ranges.push({ from, to: at })
    from = at
  }
  return ranges
}

type Setting = {
  readonly scene: Scene
  readonly paragraph: Paragraph
  readonly memory: Memory
  readonly topic: QuotedSpeaker | null
}

function readSentence(
  events: readonly SpeechEvent[],
  { scene, paragraph, memory, topic }: Setting,
): readonly SpeechAct[] {
  const acts: SpeechAct[] = []
  for (const event of events) {
    const inSentence = acts.slice(-MAX_IN_SENTENCE)
    const reported = isReported(paragraph, event, inSentence)
    const main = !event.embedded && !reported
    const found = findSpeaker(event, { moment: momentIn(scene, paragraph, memory), inSentence, topic, memory })
    const act = { event, ...found, main, reported }
    acts.push(act)
    const respondent = main ? respondentOf(event, momentIn(scene, paragraph, memory)) : null
    remember(act, { paragraph, memory, others: inSentence.some(speaks) })
    if (respondent !== null && respondent.name !== found.speaker?.name) memory.respondent = respondent
  }
  return acts
}

function speaks({ main, speaker, event }: SpeechAct): boolean {
  return main && speaker !== null && event.form.force !== 'do'
}

/** `قال فلان إن الحكومة ترفض …`: a verb behind إن belongs to what is reported, unless و opens a new main clause. */
function isReported(paragraph: Paragraph, event: SpeechEvent, before: readonly SpeechAct[]): boolean {
  if (event.kind !== 'finite' || paragraph.tokens[event.at]?.text.startsWith('لي')) return false
  const { tokens } = paragraph
  if (tokens[event.at]?.info.conjunction === true && tokens[event.at - 1]?.kind !== 'word') return false
  const reporter = before.findLast((act) => act.main && act.event.form.force !== 'do')
  if (reporter === undefined) return false
  for (let at = event.at - 1; at > Math.max(reporter.event.at, event.at - MAX_REPORT_TOKENS); at -= 1) {
    // A quote in between ends what was reported: `أكد فلان أن «…»، رأى غيره أن`.
    if (paragraph.hidden[at] === true) return false
    const plain = wordAt(tokens, at).plain
    if (event.subject !== null && opensOwnClause(tokens, at)) return false
    // `سئل إن كان سيعود`: whether.
    const asks = /^كانت?$/.test(wordAt(tokens, at + 1).plain)
    if ((THAT.has(plain) && !asks && wordAt(tokens, at - 1).plain !== 'سبق') || THAT_PRONOUN.has(plain)) return true
  }
  return false
}

/** `…، فيما أكد فلان`, `…، وفي هذا الإطار يقول فلان`: a new main clause, for which a subject of its own is named. */
function opensOwnClause(tokens: readonly Token[], at: number): boolean {
  const { plain, info } = wordAt(tokens, at)
  if (/^[وف]?(?:بينما|فيما|حيث)$/.test(plain)) return true
  if (/^[وف]?في$/.test(plain) && wordAt(tokens, at + 1).plain === 'حين') return true
  return tokens[at - 1]?.kind === 'comma' && plain.startsWith('و') && info.functional && info.base !== plain
}

/** A verb of speech to resolve; `inSentence`: the acts before it. */
export type SpeechQuery = {
  readonly event: SpeechEvent
  readonly tokens: readonly Token[]
  readonly verb: Token
  readonly inSentence: readonly SpeechAct[]
}

/** `certainty`: how often such a speaker is right where nothing competes, 0 to 1. */
type Finder = {
  readonly find: (event: SpeechEvent, context: SpeakerContext) => QuotedSpeaker | null
  readonly certainty: number
}
const who = (find: Finder['find'], certainty: number) => answering<SpeechQuery, Finder>({ find, certainty })
const nobody = who(() => null, 1)

/** The ways to find the speaker of a verb of speech. */
export const SPEAKER_FINDERS: readonly Case<SpeechQuery, Finder>[] = [
  // The author's own words.
  nobody('اقترب الرجل [وقلت] له: «تفضل».', ({ verb }) => verb.info.base === 'قلت'),
  nobody(
    'قال سامر الحلبي: «نعم». [وأضاف] طحينة على المنصة إن التعبير «كان سوء تقدير خطير للتحديات».',
    ({ event }) => event.unread === true,
    'قال سامر الحلبي: «نعم». [وقال] إن التعبير «كان سوء تقدير خطير للتحديات».',
  ),
  nobody(
    'قالت ليلى الحداد: «نعم». [وينص] على أنه «لا يجبر أحد على أن يبيع سفينته».',
    ({ event }) => event.subject === null && event.form.uses.has('ofTexts'),
    'قالت ليلى الحداد: «نعم». [وينص] التعديل على أنه «لا يجبر أحد على أن يبيع سفينته».',
  ),
  nobody(
    'وأضاف طحينة على المنصة إن التعبير «كان سوء تقدير خطير للتحديات»، [مضيفا]: «لكن البحر واسع».',
    ({ event, inSentence }) =>
      event.subject === null && inSentence.some((one) => one.main && one.event.unread === true),
    'وقال سامر الحلبي إن التعبير «كان سوء تقدير خطير للتحديات»، [مضيفا]: «لكن البحر واسع».',
  ),
  who(explicitSpeaker, 0.97)('[قالت] ليلى الحداد: «نريد حلا».', ({ event }) => event.subject !== null),
  nobody('قالت ليلى الحداد: «نعم». [ووصلت] مساء إلى الميناء.', ({ event }) => event.form.force === 'do'),
  // The text itself is the source, and nothing names its author.
  nobody(
    'قالت ليلى الحداد: «نعم». [وجاء] في ما بعد أن «الجسر لن يفتح قبل الشتاء».',
    ({ event }) => event.kind === 'according' && !event.pronoun,
    'قالت ليلى الحداد بيانا [جاء] فيه أن «الجسر لن يفتح قبل الشتاء».',
  ),
  who(mainSubject, 0.9)(
    'أصدر سامر الحلبي بيانا [يطلب] «سرعة إصلاح الجسر القديم قبل الشتاء».',
    isRelative,
    'وجه سامر الحلبي رسالة للجامعة [يقول] فيها «لقد مررنا بيوم طويل جدا».',
  ),
  who(reportedPerson, 0.8)(
    'قالت ليلى الحداد: «نعم».\nوذكر تقرير عن الحداد أنها [قالت] «سنعود غدا».',
    ({ event, tokens, inSentence }) =>
      event.kind === 'finite' &&
      THAT_PRONOUN.has(wordAt(tokens, event.at - 1).plain) &&
      inSentence.some(({ main, event: { subject } }) => main && subject !== null && isText(tokens, subject)),
    'قالت ليلى الحداد: «نعم».\nوذكر سامر أنها [قالت] «سنعود غدا».',
  ),
  who(writerOfText, 0.93)(
    'قالت ليلى الحداد: «نعم».\nفتح القضاء تحقيقا بعدما نشرت صحيفة النجمة مقالا [كشفت] فيه أن «المدير زار الميناء ليلا».',
    ({ event, tokens, inSentence }) =>
      event.kind === 'finite' && inSentence.length > 0 && /^في(?:ه|ها)$/.test(wordAt(tokens, event.at + 1).plain),
    'قالت ليلى الحداد: «نعم».\n[وكشفت] أن «المدير زار الميناء ليلا».',
  ),
  who(elidedSubject, 0.95)(
    'قالت ليلى الحداد: «نعم».\n[وأضافت]: «سنعود غدا».',
    ({ event }) => event.kind === 'finite',
    'قالت ليلى الحداد: «نعم»، [مضيفة]: «سنعود غدا».',
  ),
  who(mainSubject, 0.9)(
    'أصدر سامر الحلبي بيانا [جاء] فيه أن «الجسر لن يفتح قبل الشتاء».',
    ({ event }) => event.form.uses.has('appears'),
    'سيفتح الميناء غدا [بحسب] قوله.',
  ),
  who(
    (event, context) =>
      mainSubject(event, context) ??
      firstNamed(event, context) ??
      ownNoun(event, context) ??
      elidedSubject(event, context),
    0.93,
  )('قالت ليلى الحداد: «نعم»، [مضيفة]: «سنعود غدا».', () => true),
]

function findSpeaker(event: SpeechEvent, context: SpeakerContext): Pick<SpeechAct, 'speaker' | 'certainty'> {
  const { tokens } = context.moment.paragraph
  const query = { event, tokens, verb: wordAt(tokens, event.at), inSentence: context.inSentence }
  const finder = decidingCase(SPEAKER_FINDERS, query)?.answer
  const speaker = finder?.find(event, context) ?? null
  if (finder === undefined || speaker === null) return { speaker: null, certainty: 0 }
  return { speaker, certainty: finder.certainty * competition(event, speaker, context) }
}

/** A text or an outlet: it carries what others say. */
function isText(tokens: readonly Token[], subject: Phrase): boolean {
  const { work, outlet, institution } = wordAt(tokens, subject.from).info
  return subject.kind === 'institution' && ((work && institution) || outlet)
}

/**
 * `أصدر بيانا يطلب فيه`: a second verb right behind a noun modifies that noun, whoever spoke before; but what is
 * said in a letter (`رسالة قال فيها`) is its writer's.
 */
function isRelative({ event, tokens, verb, inSentence }: SpeechQuery): boolean {
  const before = wordAt(tokens, event.at - 1)
  if (event.kind !== 'finite' || before.kind !== 'word' || verb.info.conjunction || inSentence.length === 0)
    return false
  if (/^في(?:ه|ها)$/.test(wordAt(tokens, event.at + 1).plain)) return false
  return before.info.known && !before.info.functional && before.info.verb === null && !before.info.given
}

// The subject of a verb of action counts only when it is a person or a body.
function explicitSpeaker(event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const { subject } = event
  const one = subject === null ? null : genderedByVerb(subject, event, context)
  const speaker = one === null || event.form.force === 'do' ? one : withOthers(one, event, context)
  if (event.form.force !== 'do' || speaker === null || subject === null) return speaker
  const named = subject.name !== null && subject.name.to > subject.name.from + 1
  const body = subject.kind === 'quoted' || subject.kind === 'institution'
  return speaker.person >= 0 || named || body || (subject.kind === 'role' && subject.definite) ? speaker : null
}

/** `قال مراد وبيني إن`, `قال كل من مراد، وبيني، وليلى:`: all, where each is named right behind another and the clause goes on. */
function withOthers(first: QuotedSpeaker, { at, subject }: SpeechEvent, { moment }: SpeakerContext): QuotedSpeaker {
  const { tokens } = moment.paragraph
  const { cast } = moment.scene
  let to = subject?.to ?? at
  if (first.person < 0 || to <= at) return first
  const each = wordAt(tokens, (subject?.from ?? 0) - 1).plain === 'من'
  const names = [first.name]
  while (names.length < MAX_TOGETHER) {
    const start = each && tokens[to]?.kind === 'comma' ? to + 1 : to
    if (!wordAt(tokens, start).plain.startsWith('و')) break
    const phrase = phraseAt(tokens, start) ?? (each ? gluedPhraseAt(tokens, start) : null)
    const name = phrase?.name ?? { from: start, to: start + 1 }
    const mention = mentionIn(moment, name.from, name.to)
    const other = mention === null ? null : memberAsSpeaker(cast, mention.person)
    const own = each && phrase?.name != null ? nameParts(tokens, phrase.name).join(' ') : null
    const known = other?.name ?? own
    if (known === null || names.includes(known)) break
    names.push(known)
    to = Math.max(mention?.to ?? start, phrase?.to ?? start)
  }
  const next = wordAt(tokens, to)
  const goesOn = next.kind === 'colon' || next.kind === 'mark' || THAT.has(next.plain) || THAT_PRONOUN.has(next.plain)
  if (names.length < 2 || !goesOn) return first
  return { ...first, name: names.join(' و'), role: null, person: -1, gender: null, plural: true }
}

const MAX_TOGETHER = 5

/** `قالت كاكوشي`: only the verb shows the gender. */
function genderedByVerb(subject: Phrase, event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const speaker = resolveSpeaker(subject, context.moment)
  if (speaker === null || subject.name === null || event.kind !== 'finite') return speaker
  // `أعلن نيكي كامبل أنه`: a name of either.
  const his = event.form.gender === 'm' && subject.from === event.at + 1 && event.form.force !== 'do'
  // `تحدث` may be hers too.
  const sure = his && !wordAt(context.moment.paragraph.tokens, event.at).info.base.startsWith('ت')
  if (speaker.gender !== null && !sure) return speaker
  // `نقلت الوكالة عن فلان`: the agency's gender.
  return event.form.uses.has('relays') ? speaker : { ...speaker, gender: event.form.gender }
}
