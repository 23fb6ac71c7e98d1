import type { InlineKeyboardButton, MessageEntity } from '@grammyjs/types'

/** A Telegram message ready to send: within every limit of the Bot API, entities with UTF-16 offsets into `text`. */
export type Message = {
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[]
}
