import type { InlineKeyboardButton, InputRichBlock, MessageEntity } from '@grammyjs/types'

/** A Telegram message ready to send: within every limit of the Bot API, entities with UTF-16 offsets into `text`. */
export type Message = {
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[]
}

/**
 * A rich message ready to send, within its limits: https://core.telegram.org/bots/api#rich-message-limits
 * `classic`: the fallback where rich messages are refused.
 */
export type RichMessage = {
  readonly blocks: readonly InputRichBlock<never>[]
  readonly isRtl: boolean
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[]
  readonly classic: Message
}

/** The message of a screen. */
export type Shown = Message | RichMessage

export function isRich(shown: Shown): shown is RichMessage {
  return 'blocks' in shown
}
