import { plainText, type TextChange, type TextUnit } from '../briefing/corrections.ts'
import type { Message } from '../text/message.ts'
import { LIMITS } from '../text/pages.ts'
import { clip } from '../text/rich.ts'
import { readPlain, type Span, spansOf, splice } from './spans.ts'
import { phrase } from './view.ts'
import type { Wording } from './wording.ts'

/** The units whose whole text stands in a message. */
export function shownIn(message: Message, units: readonly TextUnit[]): readonly TextUnit[] {
  const { text } = readPlain(message.text)
  return units.filter((unit) => unit.text !== '' && text.includes(unit.text))
}

/**
 * The message with each changed unit replaced in place, or by a note that it was removed. The same message when it shows
 * none of them; `null` when the result would exceed Telegram's limit.
 */
export function correctMessage(message: Message, changes: readonly TextChange[], wording: Wording): Message | null {
  const longestFirst = changes.toSorted((left, right) => right.was.text.length - left.was.text.length)
  let corrected = message
  for (const change of longestFirst) corrected = withChange(corrected, change, wording)
  return corrected.text.length > LIMITS.characters ? null : corrected
}

/** The message with the day of its correction in a last line, in place of an older such line; `null`: it would not fit. */
export function markCorrected(message: Message, isoDay: string, wording: Wording): Message | null {
  const heading = plainText(wording.say('corrected-mark', { day: '' }))
  const last = message.text.lastIndexOf('\n\n')
  const isMarked = last !== -1 && plainText(message.text.slice(last)).startsWith(heading)
  const text = isMarked ? message.text.slice(0, last) : message.text
  const entities = message.entities.filter(({ offset }) => offset < text.length)
  const mark = phrase(wording, 'corrected-mark', { day: wording.day(isoDay) }).rawText
  const marked = `${text}\n\n${mark}`
  if (marked.length > LIMITS.characters) return null
  return { ...message, text: marked, entities }
}

function withChange(message: Message, { was, now }: TextChange, wording: Wording): Message {
  const words = now === null ? wording.say('corrected-removed') : now.text
  const isOtherSpeaker = was.kind === 'quote' && now !== null && now.text === was.text
  let corrected = message
  // from the last to the first, so that the places before keep theirs
  for (const span of spansOf(message.text, was.text).toReversed()) {
    corrected = isOtherSpeaker ? withSpeaker(corrected, span, { was, now }) : splice(corrected, span, words)
  }
  return was.kind === 'title' && corrected !== message ? withLabels(corrected, was.text, words) : corrected
}

/** The message with a title replaced on its buttons. */
export function withLabels(message: Message, was: string, now: string): Message {
  const label = clip(was, LABEL_LENGTH)
  const keyboard = message.keyboard.map((row) =>
    row.map((button) => (plainText(button.text) === label ? { ...button, text: clip(now, LABEL_LENGTH) } : button)),
  )
  return { ...message, keyboard }
}

const LABEL_LENGTH = 60

/** The most UTF-16 units between a quote's words and its speaker's name before them. */
const NEAR = 300

/** The message with a quote's speaker replaced; its words are unchanged. */
function withSpeaker(message: Message, quote: Span, { was, now }: { was: TextUnit; now: TextUnit }): Message {
  if (was.speaker === null) return message
  const from = Math.max(0, quote.start - NEAR)
  const named = spansOf(message.text.slice(from, quote.start), was.speaker).at(-1)
  if (named === undefined) return message
  const span = { start: named.start + from, end: named.end + from }
  return splice(message, span, now.speaker ?? '')
}
