import type { Phrase } from '../grammar/phrases.ts'
import type { Range } from '../grammar/tokens.ts'
import { THAT, THAT_PRONOUN } from '../grammar/words/particles.ts'
import type { Paragraph, Scene } from '../parsed-text.ts'
import { type Context, elidedSubject, firstNamed, mainSubject, ownNoun } from './elided.ts'
import { findEvents } from './events.ts'
import { askedBy, emptyMemory, hear, type Memory, momentOf, remember, type Utterance } from './memory.ts'
import { APPEARS, RELAYS } from './sources.ts'
import { type Speaker, speakerOf } from './speakers.ts'
import type { SpeechEvent } from './speech-event.ts'
import { bodyTopicOf, topicOf } from './topic.ts'

const MAX_IN_SENTENCE = 12
const MAX_REPORT_TOKENS = 120

/** All acts of speech of the text with their speakers, by paragraph. Read in order, as a reader would. */
export function readDiscourse(scene: Scene): readonly (readonly Utterance[])[] {
  const memory = emptyMemory()
  return scene.paragraphs.map((paragraph) => readParagraph(scene, paragraph, memory))
}

function readParagraph(scene: Scene, paragraph: Paragraph, memory: Memory): readonly Utterance[] {
  const events = findEvents(paragraph)
  const utterances: Utterance[] = []
  let next = 0
  for (const { from, to } of sentencesOf(paragraph)) {
    const start = next
    while (next < events.length && (events[next]?.at ?? to) < to) next += 1
    const own = events.slice(start, next)
    const moment = momentOf(scene, paragraph, memory)
    const within = { from, to: own[0]?.at ?? to }
    const person = topicOf(moment, within)
    if (person !== null) hear(memory, paragraph, person)
    const topic = person ?? bodyTopicOf(moment, within)
    for (const utterance of readSentence(own, { scene, paragraph, memory, topic })) utterances.push(utterance)
  }
  return utterances
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
  readonly topic: Speaker | null
}

function readSentence(
  events: readonly SpeechEvent[],
  { scene, paragraph, memory, topic }: Setting,
): readonly Utterance[] {
  const utterances: Utterance[] = []
  for (const event of events) {
    const inSentence = utterances.slice(-MAX_IN_SENTENCE)
    const reported = isReported(paragraph, event, inSentence)
    const main = !event.embedded && !reported
    const speaker = resolve(event, { moment: momentOf(scene, paragraph, memory), inSentence, topic, memory })
    const utterance = { event, speaker, main, reported }
    utterances.push(utterance)
    const asked = main ? askedBy(event, momentOf(scene, paragraph, memory)) : null
    remember(utterance, { paragraph, memory, others: inSentence.some(speaks) })
    if (asked !== null && asked.name !== speaker?.name) memory.asked = asked
  }
  return utterances
}

function speaks({ main, speaker, event }: Utterance): boolean {
  return main && speaker !== null && event.form.force !== 'do'
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

// `ينص على`: what a law says, nobody who spoke before.
const OF_TEXTS = /^(?:نصت?|[يت]نص)$/

function verbOf(event: SpeechEvent, { moment }: Context): string {
  return moment.paragraph.tokens[event.at]?.info.base ?? ''
}

function resolve(event: SpeechEvent, context: Context): Speaker | null {
  // `وقلت له: «…»`: the author's own words.
  if (/^(?:قلت|اقول|قلنا|نقول)$/.test(context.moment.paragraph.tokens[event.at]?.info.base ?? '')) return null
  if (event.unread === true || (event.subject === null && OF_TEXTS.test(verbOf(event, context)))) return null
  if (event.subject === null && context.inSentence.some((one) => one.main && one.event.unread === true)) return null
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
  if (speaker === null || subject.name === null || event.kind !== 'finite') return speaker
  // `أعلن نيكي كامبل أنه`: a name of either.
  const his = event.form.gender === 'm' && subject.from === event.at + 1 && event.form.force !== 'do'
  // `تحدث` may be hers too.
  const sure = his && !/^ت/.test(context.moment.paragraph.tokens[event.at]?.info.base ?? '')
  if (speaker.gender !== null && !sure) return speaker
  // `نقلت الوكالة عن فلان`: the agency's gender.
  if (RELAYS.test(context.moment.paragraph.tokens[event.at]?.info.base ?? '')) return speaker
  return { ...speaker, gender: event.form.gender }
}
