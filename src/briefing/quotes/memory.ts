import { objectAt } from '../grammar/phrases.ts'
import { roleWord } from '../grammar/spelling.ts'
import { wordAt } from '../grammar/tokens.ts'
import type { Paragraph, Scene } from '../parsed-text.ts'
import { type Moment, type QuotedSpeaker, speakerMeantBy } from './speakers.ts'
import type { SpeechEvent } from './speech-event.ts'

/** An act of speech with who speaks, `null` where the article does not tell. */
export type SpeechAct = {
  readonly event: SpeechEvent
  readonly speaker: QuotedSpeaker | null
  /** In a main clause; else inside reported speech or a relative clause. */
  readonly main: boolean
  /** In what somebody else of the sentence reports (`قال فلان إن الحكومة ترفض`). */
  readonly reported: boolean
}

/**
 * What a reader keeps in mind of who spoke.
 * `recent`: who spoke before, latest first, for a verb whose gender the last speaker's does not fit. `source`: who was
 * named since as the one who knows (`بحسب فلانة`); `asked`: who was asked a question.
 */
export type Memory = {
  last: QuotedSpeaker | null
  subject: QuotedSpeaker | null
  source: QuotedSpeaker | null
  asked: QuotedSpeaker | null
  recent: readonly QuotedSpeaker[]
  bodies: Map<string, string>
  /** Index of the paragraph where somebody was last told of, by name. */
  heard: Map<string, number>
}

const MAX_RECENT = 5
const MAX_ASIDE = 4

/** Of a text of which nothing is read yet. */
export function emptyMemory(): Memory {
  return { last: null, subject: null, source: null, asked: null, recent: [], bodies: new Map(), heard: new Map() }
}

export function momentIn(scene: Scene, paragraph: Paragraph, memory: Memory): Moment {
  return { scene, paragraph, last: memory.last, bodies: memory.bodies }
}

/** Somebody spoke whose name nobody could read: no one known goes on. */
function forget(memory: Memory): void {
  memory.last = null
  memory.subject = null
  memory.source = null
  memory.recent = []
}

export function hear(memory: Memory, paragraph: Paragraph, subject: QuotedSpeaker): void {
  memory.subject = subject
  memory.heard.set(subject.name, paragraph.index)
}

/** `others`: somebody else of the sentence speaks. */
type Remembering = { readonly paragraph: Paragraph; readonly memory: Memory; readonly others: boolean }

export function remember(utterance: SpeechAct, { paragraph, memory, others }: Remembering): void {
  const { event, speaker, main } = utterance
  if (event.unread === true && main) forget(memory)
  if (speaker === null) return
  const { subject } = event
  if ((subject?.kind === 'institution' || subject?.kind === 'group') && subject.to > subject.from + 1) {
    const key = roleWord(wordAt(paragraph.tokens, subject.from).info.base)
    if (!memory.bodies.has(key)) memory.bodies.set(key, speaker.name)
  }
  if (event.form.uses.has('appears')) memory.bodies.set(textKey(event, paragraph), speaker.name)
  // `وفقا لفلانة. وأضافت:`
  if (isSource(event, paragraph) && speaker.person >= 0 && !others) memory.source = speaker
  // What an outlet reports opens no line of speech of its own.
  if (!main || speaker.outlet) return
  // `أصدرت الوزارة بيانا … وجاء في التصريح`
  if (event.form.uses.has('issues')) memory.bodies.set('تصريح', speaker.name)
  if (event.form.force !== 'do' || speaker.person >= 0 || event.form.uses.has('issues'))
    hear(memory, paragraph, speaker)
  if (event.form.force !== 'say' && event.form.force !== 'act') return
  memory.last = speaker
  memory.source = null
  if (subject !== null) memory.asked = null
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

/** `سألت القناة الوزير عن`, `وسأله صحفي`: who is to answer. */
export function askedBy({ at, to, subject, form }: SpeechEvent, moment: Moment): QuotedSpeaker | null {
  const { tokens } = moment.paragraph
  if (!form.uses.has('asks') || subject === null) return null
  if (/(?:ه|ها|هم)$/.test(wordAt(tokens, at).info.base)) return moment.last
  const comma = tokens.slice(to, to + MAX_ASIDE).findIndex(({ kind }) => kind === 'comma')
  const object = objectAt(tokens, to) ?? objectAt(tokens, to + comma + 1)
  if (object === null || object.kind === 'quoted') return null
  const speaker = speakerMeantBy(object, moment)
  // `مسؤولا`: the ending of an object is none of the name.
  return speaker === null || speaker.person >= 0
    ? speaker
    : { ...speaker, name: speaker.name.replace(/(?<=\S{3})ا(?= |$)/, '') }
}
