import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../refusal.ts'
import { endOf, type FormattedText } from './formatted-text.ts'

// What Telegram deletes: carriage returns, line separators and bidi embeddings, three combining lines.
const DELETED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/
// biome-ignore lint/suspicious/noControlCharactersInRegex: Telegram turns control characters into spaces
const CONTROL = /[\0-\t\v\f\x0e-\x1f]/g
const MARKS = /[\u200e\u200f]+(?=[\u200e\u200f])/g

/**
 * The text as Telegram's servers keep it, entities moved along: control characters become spaces, U+2028–202E vanish,
 * of several direction marks in a row all but the last become U+200C. Throws for entities outside the text.
 */
export function cleanText({ text, entities }: FormattedText): FormattedText {
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  for (const entity of entities) checkPlace(text, entity)
  const shown = text.replace(CONTROL, ' ')
  if (!DELETED.test(shown)) return { text: joinMarks(shown), entities }
  const kept = Array.from({ length: shown.length + 1 }, () => 0)
  let cleaned = ''
  for (let index = 0; index < shown.length; index++) {
    kept[index] = cleaned.length
    const character = shown[index] ?? ''
    if (!DELETED.test(character)) cleaned += character
  }
  kept[shown.length] = cleaned.length
  const moved = entities.map((entity) => {
    const offset = kept[entity.offset] ?? 0
    return { ...entity, offset, length: (kept[endOf(entity)] ?? 0) - offset }
  })
  return { text: joinMarks(cleaned), entities: moved.filter((entity) => entity.length > 0) }
}

function joinMarks(text: string): string {
  return text.replace(MARKS, (run) => '\u200c'.repeat(run.length))
}

function checkPlace(text: string, entity: MessageEntity): void {
  const { offset, length } = entity
  if (!Number.isInteger(offset) || offset < 0 || offset > 1_000_000) {
    throw badRequest(`receive an entity with incorrect offset ${offset}`)
  }
  if (!Number.isInteger(length) || length < 0 || length > 1_000_000) {
    throw badRequest(`receive an entity with incorrect length ${length}`)
  }
  if (length === 0) return
  if (offset >= text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  if (endOf(entity) > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${endOf(entity)}`,
    )
  }
  if (splitsPair(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset)}`)
  }
  if (splitsPair(text, endOf(entity))) {
    const at = bytesBefore(text, endOf(entity))
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${at}`,
    )
  }
}

function splitsPair(text: string, position: number): boolean {
  return /[\udc00-\udfff]/.test(text[position] ?? '') && position > 0
}

function bytesBefore(text: string, position: number): number {
  return Buffer.byteLength(text.slice(0, position + 1).toWellFormed())
}

/** True for text in which a reader would see nothing; Telegram refuses such messages as empty. */
export function isBlank(text: string): boolean {
  return /^[\s\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc]*$/.test(text)
}

/** Without spaces and line ends at both ends, and entities neither blank nor with a blank beginning. */
export function trimText({ text, entities }: FormattedText): FormattedText {
  const solid = entities.flatMap((entity) => withoutBlankStart(text, entity))
  const end = text.replace(/[ \n]+$/, '').length
  const firstEntity = Math.min(text.length, ...solid.map((entity) => entity.offset))
  const start = Math.min(/^[ \n]*/.exec(text)?.[0].length ?? 0, firstEntity)
  const trimmed = solid
    .filter((entity) => entity.offset < end)
    .map((entity) => ({
      ...entity,
      offset: entity.offset - start,
      length: Math.min(endOf(entity), end) - entity.offset,
    }))
  return { text: text.slice(start, Math.max(start, end)), entities: trimmed }
}

// Entities that carry what the text doesn't show may stand on blanks, as Telegram has it.
const CARRIERS = new Set(['text_link', 'text_mention'])

function withoutBlankStart(text: string, entity: MessageEntity): readonly MessageEntity[] {
  if (entity.length === 0) return []
  if (CARRIERS.has(entity.type)) return [entity]
  const blank = /^[ \n]*/.exec(text.slice(entity.offset, endOf(entity)))?.[0].length ?? 0
  if (blank === entity.length) return []
  return [{ ...entity, offset: entity.offset + blank, length: entity.length - blank }]
}
