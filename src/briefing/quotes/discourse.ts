import { THAT, THAT_PRONOUN } from '../people/particles.ts'
import { nounPhraseAt, objectAt, type Phrase, type Range } from '../people/phrases.ts'
import { roleWord } from '../people/spelling.ts'
import { findEvents, type SpeechEvent } from './events.ts'
import type { Paragraph, Scene } from './scene.ts'
import { APPEARS, RELAYS } from './sources.ts'
import { type Moment, memberAsSpeaker, mentionIn, type Speaker, speakerOf } from './speakers.ts'
import { bodyTopicOf, topicOf } from './topic.ts'

/** An act of speech with who speaks, `null` where the article does not tell. */
export type Utterance = {
  readonly event: SpeechEvent
  readonly speaker: Speaker | null
  /** In a main clause; else inside reported speech or a relative clause. */
  readonly main: boolean
  /** In what somebody else of the sentence reports (`قال فلان إن الحكومة ترفض`). */
  readonly reported: boolean
}

/**
 * `recent`: who spoke before, latest first, for a verb whose gender the last speaker's does not fit. `source`: who was
 * named since as the one who knows (`بحسب فلانة`); `asked`: who was asked a question.
 */
type State = {
  last: Speaker | null
  subject: Speaker | null
  source: Speaker | null
  asked: Speaker | null
  recent: readonly Speaker[]
  bodies: Map<string, string>
}

const MAX_RECENT = 5
const MAX_IN_SENTENCE = 12
const MAX_REPORT_TOKENS = 120
const MAX_ASIDE = 4

/** All acts of speech of the text with their speakers, by paragraph. Read in order, as a reader would. */
export function readDiscourse(scene: Scene): readonly (readonly Utterance[])[] {
  const state: State = { last: null, subject: null, source: null, asked: null, recent: [], bodies: new Map() }
  return scene.paragraphs.map((paragraph) => readParagraph(scene, paragraph, state))
}

function readParagraph(scene: Scene, paragraph: Paragraph, state: State): readonly Utterance[] {
  const events = findEvents(paragraph)
  const utterances: Utterance[] = []
  let next = 0
  for (const { from, to } of sentencesOf(paragraph)) {
    const start = next
    while (next < events.length && (events[next]?.at ?? to) < to) next += 1
    const own = events.slice(start, next)
    const moment = momentOf(scene, paragraph, state)
    const within = { from, to: own[0]?.at ?? to }
    const person = topicOf(moment, within)
    if (person !== null) state.subject = person
    const topic = person ?? bodyTopicOf(moment, within)
    for (const utterance of readSentence(own, { scene, paragraph, state, topic })) utterances.push(utterance)
  }
  return utterances
}

function momentOf(scene: Scene, paragraph: Paragraph, state: State): Moment {
  return { scene, paragraph, last: state.last, bodies: state.bodies }
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
  readonly state: State
  readonly topic: Speaker | null
}

function readSentence(
  events: readonly SpeechEvent[],
  { scene, paragraph, state, topic }: Setting,
): readonly Utterance[] {
  const utterances: Utterance[] = []
  for (const event of events) {
    const inSentence = utterances.slice(-MAX_IN_SENTENCE)
    const reported = isReported(paragraph, event, inSentence)
    const main = !event.embedded && !reported
    const speaker = resolve(event, { moment: momentOf(scene, paragraph, state), inSentence, topic, state })
    const utterance = { event, speaker, main, reported }
    utterances.push(utterance)
    const asked = main ? askedBy(event, momentOf(scene, paragraph, state)) : null
    remember(utterance, paragraph, state)
    if (asked !== null && asked.name !== speaker?.name) state.asked = asked
  }
  return utterances
}

/** `سألت القناة الوزير عن`, `وسأله صحفي`: who is to answer. */
function askedBy({ at, to, subject }: SpeechEvent, moment: Moment): Speaker | null {
  const { tokens } = moment.paragraph
  const asks = /^(?:سال|[يت]سال)ت?(ه|ها|هم)?$/.exec(tokens[at]?.info.base ?? '')
  if (asks === null || subject === null) return null
  if (asks[1] !== undefined) return moment.last
  const comma = tokens.slice(to, to + MAX_ASIDE).findIndex(({ kind }) => kind === 'comma')
  const object = objectAt(tokens, to) ?? objectAt(tokens, to + comma + 1)
  if (object === null || object.kind === 'quoted') return null
  const speaker = speakerOf(object, moment)
  // `مسؤولا`: the ending of an object is none of the name.
  return speaker === null || speaker.person >= 0
    ? speaker
    : { ...speaker, name: speaker.name.replace(/(?<=\S{3})ا(?= |$)/, '') }
}

// `أصدرت الوزارة بيانا`: what it says comes next.
const ISSUES = /^(?:اصدر|[يت]صدر)ت?$/

function remember(utterance: Utterance, paragraph: Paragraph, state: State): void {
  const { event, speaker, main } = utterance
  if (speaker === null) return
  const head = paragraph.tokens[event.subject?.from ?? -1]
  if (
    (event.subject?.kind === 'institution' || event.subject?.kind === 'group') &&
    head !== undefined &&
    event.subject.to > event.subject.from + 1
  ) {
    const key = roleWord(head.info.base)
    if (!state.bodies.has(key)) state.bodies.set(key, speaker.name)
  }
  if (APPEARS.test(paragraph.tokens[event.at]?.info.base ?? ''))
    state.bodies.set(textKey(event, paragraph), speaker.name)
  // `وفقا لفلانة. وأضافت:`
  if (isSource(event, paragraph) && speaker.person >= 0) state.source = speaker
  // What an outlet reports opens no line of speech of its own.
  if (!main || speaker.outlet) return
  const issues = ISSUES.test(paragraph.tokens[event.at]?.info.base ?? '')
  if (event.form.force !== 'do' || speaker.person >= 0 || issues) state.subject = speaker
  if (event.form.force !== 'say' && event.form.force !== 'act') return
  state.last = speaker
  state.source = null
  if (event.subject !== null) state.asked = null
  state.recent = [speaker, ...state.recent.filter((one) => one.name !== speaker.name)].slice(0, MAX_RECENT)
}

// `جاء في تصريح أصدره فلان`, later only `التصريح`.
function textKey(event: SpeechEvent, { tokens }: Paragraph): string {
  return roleWord(tokens[event.at + 2]?.info.base ?? '')
}

/** `بحسب فلانة`, `حسبما توضح فلانة`. */
function isSource({ kind, at, subject }: SpeechEvent, { tokens }: Paragraph): boolean {
  if (subject === null) return false
  return kind === 'according' || /^(?:كما|حسبما|وفقما)$/.test(tokens[at - 1]?.plain ?? '')
}

/** `قال فلان إن الحكومة ترفض …`: a verb behind إن belongs to what is reported, unless و opens a new main clause. */
function isReported(paragraph: Paragraph, event: SpeechEvent, before: readonly Utterance[]): boolean {
  if (event.kind !== 'finite' || paragraph.tokens[event.at]?.text.startsWith('لي')) return false
  const { tokens } = paragraph
  if (tokens[event.at]?.info.conjunction === true && tokens[event.at - 1]?.kind !== 'word') return false
  const reporter = before.findLast((utterance) => utterance.main && utterance.event.form.force !== 'do')
  if (reporter === undefined) return false
  for (let at = event.at - 1; at > Math.max(reporter.event.at, event.at - MAX_REPORT_TOKENS); at -= 1) {
    // A quote in between ends what was reported: `أكد فلان أن «…»، رأى غيره أن`.
    if (paragraph.hidden[at] === true) return false
    const plain = tokens[at]?.plain ?? ''
    if (THAT.has(plain) || THAT_PRONOUN.has(plain)) return true
  }
  return false
}

type Context = {
  readonly moment: Moment
  readonly inSentence: readonly Utterance[]
  readonly topic: Speaker | null
  readonly state: State
}

function resolve(event: SpeechEvent, context: Context): Speaker | null {
  // `وقلت له: «…»`: the author's own words.
  if (/^(?:قلت|اقول|قلنا|نقول)$/.test(context.moment.paragraph.tokens[event.at]?.info.base ?? '')) return null
  if (event.subject !== null) return explicitSpeaker(event.subject, event, context)
  if (event.form.force === 'do' || (event.kind === 'according' && !event.pronoun)) return null
  if (event.kind === 'finite')
    return isRelative(event, context) ? mainSubject(event, context) : elidedSubject(event, context)
  if (APPEARS.test(context.moment.paragraph.tokens[event.at]?.info.base ?? '')) return mainSubject(event, context)
  return (
    mainSubject(event, context) ??
    firstNamed(event, context) ??
    ownNoun(event, context) ??
    elidedSubject(event, context)
  )
}

/** `تبدأ مقدمة الفيلم بكلام، قائلة`: the noun right behind the verb that opens the sentence. */
function ownNoun(event: SpeechEvent, context: Context): Speaker | null {
  const { moment } = context
  const { tokens, sentence } = moment.paragraph
  const opening = context.inSentence[0]?.event
  if (event.kind !== 'participle' || opening?.kind !== 'finite' || opening.subject !== null) return null
  if (opening.at > 0 && sentence[opening.at - 1] === sentence[opening.at]) return null
  const noun = tokens[opening.to]
  const owner = noun?.info.definite ? null : nounPhraseAt(tokens, opening.to + 1)
  if (noun?.kind !== 'word' || noun.info.functional || noun.info.preposition !== '') return null
  if (/ة$/.test(noun.text) !== (event.form.gender === 'f')) return null
  const phrase = noun.info.definite
    ? nounPhraseAt(tokens, opening.to)
    : owner === null
      ? null
      : { ...owner, from: opening.to }
  return phrase === null
    ? null
    : speakerOf({ ...phrase, kind: 'institution', role: { from: phrase.from, to: phrase.to } }, moment)
}

/** `وعاد خاشقجي إلى بلده، قائلا`: with no verb known, whom the sentence names first, no preposition on the name. */
function firstNamed(event: SpeechEvent, context: Context): Speaker | null {
  const { moment } = context
  const { tokens, sentence } = moment.paragraph
  let from = event.at
  while (from > Math.max(0, event.at - MAX_REPORT_TOKENS) && sentence[from - 1] === sentence[event.at]) from -= 1
  const mention = mentionIn(moment, from, event.at)
  const token = tokens[mention?.from ?? -1]
  const before = tokens[(mention?.from ?? 0) - 1]
  if (mention === null || token === undefined || token.info.preposition !== '' || before?.info.functional) return null
  const speaker = memberAsSpeaker(moment.scene.cast, mention.person)
  return speaker !== null && agree(event, speaker, context) ? speaker : null
}

/**
 * `أصدر بيانا يطلب فيه`: a second verb right behind a noun tells of that noun, not of who spoke before; but what is said in
 * a letter (`رسالة قال فيها`) is its writer's.
 */
function isRelative(event: SpeechEvent, context: Context): boolean {
  const { tokens } = context.moment.paragraph
  const [before, verb] = [tokens[event.at - 1], tokens[event.at]]
  if (before?.kind !== 'word' || verb?.info.conjunction === true || context.inSentence.length === 0) return false
  if (/^في(?:ه|ها)$/.test(tokens[event.at + 1]?.plain ?? '')) return false
  return before.info.known && !before.info.functional && before.info.verb === null && !before.info.given
}

// The doer of a mere deed counts only when it is somebody.
function explicitSpeaker(subject: Phrase, event: SpeechEvent, context: Context): Speaker | null {
  const speaker = genderedByVerb(subject, event, context)
  if (event.form.force !== 'do') return speaker
  if (speaker === null) return null
  const named = subject.name !== null && subject.name.to > subject.name.from + 1
  return speaker.person >= 0 ||
    named ||
    subject.kind === 'quoted' ||
    subject.kind === 'institution' ||
    (subject.kind === 'role' && subject.definite)
    ? speaker
    : null
}

/** `قالت كاكوشي`: nothing but the verb tells that a woman speaks. */
function genderedByVerb(subject: Phrase, event: SpeechEvent, context: Context): Speaker | null {
  const speaker = speakerOf(subject, context.moment)
  if (speaker === null || speaker.gender !== null || subject.name === null || event.kind !== 'finite') return speaker
  // `نقلت الوكالة عن فلان`: the agency's gender.
  if (RELAYS.test(context.moment.paragraph.tokens[event.at]?.info.base ?? '')) return speaker
  return { ...speaker, gender: event.form.gender }
}

/** `أكد فلان …، مضيفا`: the subject of the latest main verb of the sentence, else its topic. */
function mainSubject(event: SpeechEvent, context: Context): Speaker | null {
  const fits = (speaker: Speaker | null) => speaker !== null && agree(event, speaker, context)
  const main = context.inSentence.findLast((utterance) => utterance.main && fits(utterance.speaker))
  if (main !== undefined) return main.speaker
  if (fits(context.topic)) return context.topic
  return event.kind === 'participle'
    ? (context.inSentence.findLast((utterance) => fits(utterance.speaker))?.speaker ?? null)
    : null
}

const GOES_ON = /^(?:اضاف|تابع|اردف|استطرد|واصل|زاد|ختم|اختتم|استدرك|يضيف|يتابع|يردف|مضيف|متابع|مردف|تضيف|تتابع)/

/** `وأضاف:`: who spoke last; `وقال:` after a deed: who did it. The gender must agree. */
function elidedSubject(event: SpeechEvent, context: Context): Speaker | null {
  const { state } = context
  const fits = (speaker: Speaker | null) => speaker !== null && agree(event, speaker, context)
  const goesOn = GOES_ON.test(context.moment.paragraph.tokens[event.at]?.info.base ?? '')
  if (event.kind === 'finite' && fits(state.asked) && !goesOn) return state.asked
  const sentence = event.kind === 'finite' ? mainSubject(event, context) : null
  if (sentence !== null) return sentence
  const plain = context.moment.paragraph.tokens[event.at]?.info.base ?? ''
  if (event.kind === 'finite' && fits(state.source)) return state.source
  const order = GOES_ON.test(plain) ? [state.last, state.subject] : [state.subject, state.last]
  const known = order.find(fits) ?? state.recent.find(fits)
  if (known !== undefined || event.form.force !== 'say' || event.embedded) return known ?? null
  const named = onlyOneNamed(context.moment)
  return fits(named) ? named : null
}

/** The one person whom the paragraph before names, `null` when it names nobody or several. */
function onlyOneNamed({ scene, paragraph }: Moment): Speaker | null {
  const persons = new Set(scene.cast.mentions[paragraph.index - 1]?.map(({ person }) => person))
  const [person] = persons
  return persons.size === 1 && person !== undefined && scene.cast.members[person]?.sure
    ? memberAsSpeaker(scene.cast, person)
    : null
}

function agree(event: SpeechEvent, speaker: Speaker, context: Context): boolean {
  const { form } = event
  // `سألته`: she asked him, or I did; only a woman known to speak is sure.
  const token = context.moment.paragraph.tokens[event.at]
  if (event.kind === 'finite' && !event.pronoun && OF_HER_OR_ME.test(token?.info.base ?? ''))
    return speaker.gender === 'f' && speaker.person >= 0
  // `بالقول` has no gender.
  if (event.kind === 'masdar' && /^و?بال/.test(token?.plain ?? '')) return true
  if (form.plural) return speaker.plural
  if (speaker.plural) return form.gender === 'f' && ONE_SHE.test(speaker.name)
  return speaker.gender === null || speaker.gender === form.gender
}

// `المصادر`, `العائلة` take `وأضافت`; of people it is `وأضافوا`.
const ONE_SHE = /^(?:ال)?(?:\p{L}+[ةه]|\p{L}+ات|مصادر|أوساط|عدد|بعض)(?!\p{L})/u

const OF_HER_OR_ME = /^[^يت].+ت(?:ه|ها|هم|هما)$/
