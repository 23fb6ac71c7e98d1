import type { MessageEntity } from '@grammyjs/types'

/** Text with entities, offsets and lengths in UTF-16 units as the Bot API counts them. */
export type FormattedText = { readonly text: string; readonly entities: readonly MessageEntity[] }

/** Where an entity stops, exclusive. */
export function endOf(entity: MessageEntity): number {
  return entity.offset + entity.length
}

// Telegram's order: the earlier first, then the longer, then by kind, so that the outer comes before the inner.
const RANKS: Readonly<Record<string, number>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
}

/** Entities in Telegram's order: by offset, the longer first, then by kind. */
export function sortEntities<E extends MessageEntity>(entities: readonly E[]): E[] {
  return entities.toSorted((one, other) => {
    return one.offset - other.offset || other.length - one.length || rankOf(one) - rankOf(other)
  })
}

function rankOf(entity: MessageEntity): number {
  return RANKS[entity.type] ?? 50
}
