import { roleWord } from '../grammar/spelling.ts'
import { wordAt } from '../grammar/tokens.ts'
import type { SpeakerContext } from './elided.ts'
import type { QuotedSpeaker } from './speakers.ts'
import type { SpeechEvent } from './speech-event.ts'

/**
 * The least certainty (0 to 1) at which a quote's speaker is named; below it the quote has none. Chosen on annotated
 * articles: `node eval/certainty-curve.ts` prints the shares named and right for each bar.
 */
export const CERTAINTY_BAR = 0.4

/** A quote handed over or continued across paragraphs. */
export const ACROSS_PARAGRAPHS = 0.85
/** A quote whose act of speech stands in a relative clause and names nobody. */
export const IN_ASIDE = 0.5

const SHARED_ROLE = 0.85
const RIVAL = 0.8
const SILENCE = 0.9

/** How much what competes for an act's speaker takes from the certainty of the case that decided, as a factor of 0 to 1. */
export function competition(event: SpeechEvent, speaker: QuotedSpeaker, context: SpeakerContext): number {
  if (event.subject !== null && speaker.name === context.memory.last?.name && event.subject.name === null)
    return pointed(speaker, context)
  if (event.subject !== null) return isSharedRole(event, speaker, context) ? SHARED_ROLE : 1
  if (context.inSentence.some(({ main, speaker: one }) => main && one?.name === speaker.name)) return 1
  const { memory, moment } = context
  const rivals = [memory.last, memory.subject, memory.source].filter((one) => one !== null && one.name !== speaker.name)
  const silent = moment.paragraph.index - (memory.mentioned.get(speaker.name) ?? moment.paragraph.index)
  return RIVAL ** rivals.length * SILENCE ** Math.max(0, silent - 1)
}

// `قال المسؤول` of one who was last named paragraphs ago.
function pointed(speaker: QuotedSpeaker, { memory, moment }: SpeakerContext): number {
  const silent = moment.paragraph.index - (memory.mentioned.get(speaker.name) ?? moment.paragraph.index)
  return RIVAL ** Math.max(0, silent - 1)
}

/** `قال الوزير` where the article knows two ministers. */
function isSharedRole({ subject }: SpeechEvent, speaker: QuotedSpeaker, { moment }: SpeakerContext): boolean {
  if (subject === null || subject.name !== null || subject.kind !== 'role' || speaker.person < 0) return false
  const head = roleWord(wordAt(moment.paragraph.tokens, subject.from).info.base)
  return moment.scene.cast.members.filter(({ sure, roleWords }) => sure && roleWords.has(head)).length > 1
}
