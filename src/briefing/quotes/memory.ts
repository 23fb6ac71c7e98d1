import { objectAt } from '../grammar/phrases.ts'
import { roleWord } from '../grammar/spelling.ts'
import { wordAt } from '../grammar/tokens.ts'
import type { Paragraph, Scene } from '../parsed-text.ts'
import { type Moment, type QuotedSpeaker, resolveSpeaker } from './speakers.ts'
import type { SpeechEvent } from './speech-event.ts'

/** An act of speech and its speaker, `null` where the article names none. */
export type SpeechAct = {
  readonly event: SpeechEvent
  readonly speaker: QuotedSpeaker | null
  /** How sure the speaker is, 0 to 1; 0 for none. */
  readonly certainty: number
  /** Not in reported speech or a relative clause. */
  readonly main: boolean
  /** In reported speech of another speaker in the sentence (`قال فلان إن الحكومة ترفض`). */
  readonly reported: boolean
}

/**
 * The speakers a reader remembers.
 * `recent`: earlier speakers, latest first, for a verb whose gender the last speaker does not fit. `source`: the source
 * cited since (`بحسب فلانة`); `respondent`: the person asked a question.
 */
export type Memory = {
  last: QuotedSpeaker | null
  subject: QuotedSpeaker | null
  source: QuotedSpeaker | null
  respondent: QuotedSpeaker | null
  recent: readonly QuotedSpeaker[]
  bodies: Map<string, string>
  /** Index of the paragraph that last mentions a person, by name. */
  mentioned: Map<string, number>
}

const MAX_RECENT = 5
const MAX_ASIDE = 4

export function emptyMemory(): Memory {
  return {
    last: null,
    subject: null,
    source: null,
    respondent: null,
    recent: [],
    bodies: new Map(),
    mentioned: new Map(),
  }
}

export function momentIn(scene: Scene, paragraph: Paragraph, memory: Memory): Moment {
  return { scene, paragraph, last: memory.last, bodies: memory.bodies }
}

/** After a speaker whose name can't be read: later verbs must not fall back to earlier speakers. */
export function forgetSpeakers(memory: Memory): void {
  memory.last = null
  memory.subject = null
  memory.source = null
  memory.recent = []
}

export function noteSubject(memory: Memory, paragraph: Paragraph, subject: QuotedSpeaker): void {
  memory.subject = subject
  memory.mentioned.set(subject.name, paragraph.index)
}

/** `others`: the sentence has another speaker. */
type SpeechContext = { readonly paragraph: Paragraph; readonly memory: Memory; readonly others: boolean }

export function remember(act: SpeechAct, { paragraph, memory, others }: SpeechContext): void {
  const { event, speaker, main } = act
  if (event.unread === true && main) forgetSpeakers(memory)
  if (speaker === null) return
  const { subject } = event
  if ((subject?.kind === 'institution' || subject?.kind === 'group') && subject.to > subject.from + 1) {
    const key = roleWord(wordAt(paragraph.tokens, subject.from).info.base)
    if (!memory.bodies.has(key)) memory.bodies.set(key, speaker.name)
  }
  if (main && event.form.uses.has('appears')) memory.bodies.set(textKey(event, paragraph), speaker.name)
  // `وفقا لفلانة. وأضافت:`
  if (isSource(event, paragraph) && speaker.person >= 0 && !others) memory.source = speaker
  // An outlet that reports does not become the current speaker.
  if (!main || speaker.outlet) return
  // `أصدرت الوزارة بيانا … وجاء في التصريح`
  if (event.form.uses.has('issues')) memory.bodies.set('تصريح', speaker.name)
  if (event.form.force !== 'do' || speaker.person >= 0 || event.form.uses.has('issues'))
    noteSubject(memory, paragraph, speaker)
  if (event.form.force !== 'say' && event.form.force !== 'act') return
  memory.last = speaker
  memory.source = null
  if (subject !== null) memory.respondent = null
  memory.recent = [speaker, ...memory.recent.filter((one) => one.name !== speaker.name)].slice(0, MAX_RECENT)
}

// `جاء في تصريح أصدره فلان`, later only `التصريح`.
function textKey(event: SpeechEvent, { tokens }: Paragraph): string {
  return roleWord(wordAt(tokens, event.at + 2).info.base)
}

/** `بحسب فلانة`, `حسبما توضح فلانة`. */
function isSource({ kind, at, subject }: SpeechEvent, { tokens }: Paragraph): boolean {
  if (subject === null) return false
  return kind === 'according' || /^(?:كما|حسبما|وفقما)$/.test(wordAt(tokens, at - 1).plain)
}

/** `سألت القناة الوزير عن`, `وسأله صحفي`: the person expected to answer. */
export function respondentOf({ at, to, subject, form }: SpeechEvent, moment: Moment): QuotedSpeaker | null {
  const { tokens } = moment.paragraph
  if (!form.uses.has('asks') || subject === null) return null
  if (/(?:ه|ها|هم)$/.test(wordAt(tokens, at).info.base)) return moment.last
  const comma = tokens.slice(to, to + MAX_ASIDE).findIndex(({ kind }) => kind === 'comma')
  const object = objectAt(tokens, to) ?? objectAt(tokens, to + comma + 1)
  if (object === null || object.kind === 'quoted') return null
  const speaker = resolveSpeaker(object, moment)
  // `مسؤولا`: the ending of an object is none of the name.
  return speaker === null || speaker.person >= 0
    ? speaker
    : { ...speaker, name: speaker.name.replace(/(?<=\S{3})ا(?= |$)/, '') }
}
