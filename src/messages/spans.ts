import type { Message } from '../text/message.ts'

/** From `start` up to `end`, in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number }

/** The spans of a plain text in one with direction marks. */
export function spansOf(text: string, wanted: string): readonly Span[] {
  if (wanted === '') return []
  const plain = readPlain(text)
  const spans: Span[] = []
  for (let at = plain.text.indexOf(wanted); at !== -1; at = plain.text.indexOf(wanted, at + wanted.length)) {
    spans.push({ start: plain.places[at] ?? 0, end: (plain.places[at + wanted.length - 1] ?? 0) + 1 })
  }
  return spans
}

/** A text as `plainText` makes it, and the offset in the original of each of its units. */
export function readPlain(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = []
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (/[\u200E\u200F\u2066-\u2069]/.test(unit)) continue
    const isSpace = /\s/.test(unit)
    if (isSpace && plain.endsWith(' ')) continue
    plain += isSpace ? ' ' : unit
    places.push(at)
  }
  return { text: plain, places }
}

/** The message with a span replaced by words; entity offsets follow their text. */
export function splice(message: Message, { start, end }: Span, words: string): Message {
  const delta = words.length - (end - start)
  const startOf = (at: number) => (at <= start ? at : at >= end ? at + delta : start)
  const endOf = (at: number) => (at <= start ? at : at >= end ? at + delta : start + words.length)
  const entities = message.entities
    .map((entity) => {
      const offset = startOf(entity.offset)
      return { ...entity, offset, length: endOf(entity.offset + entity.length) - offset }
    })
    .filter(({ length }) => length > 0)
  return { ...message, text: message.text.slice(0, start) + words + message.text.slice(end), entities }
}
