import type { MessageEntity } from '@grammyjs/types'
import type { Message } from '../text/message.ts'

/** A text with its entities, as Telegram delivers it. */
export type Written = { readonly text: string; readonly entities: readonly MessageEntity[] }

/** Formatting that the writer chose; links, mentions and the like Telegram finds again by itself. */
const CHOSEN: ReadonlySet<MessageEntity['type']> = new Set([
  ...(['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'code', 'pre', 'text_link'] as const),
  ...(['blockquote', 'expandable_blockquote', 'text_mention', 'custom_emoji'] as const),
])

/** The text from `start` on as a message; `null` when it is blank. */
export function announcementOf({ text, entities }: Written, start = 0): Message | null {
  const begin = start + (text.slice(start).length - text.slice(start).trimStart().length)
  const end = text.trimEnd().length
  if (begin >= end) return null
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, begin)
    const to = Math.min(entity.offset + entity.length, end)
    return CHOSEN.has(entity.type) && from < to ? [{ ...entity, offset: from - begin, length: to - from }] : []
  })
  return { text: text.slice(begin, end), entities: kept, keyboard: [] }
}
