import type { ReplyParameters } from 'grammy/types'
import { isRich, type RichMessage, type Shown } from '../text/message.ts'

export type Where = {
  /** 0: no topic. */
  readonly threadId?: number
  readonly replyTo?: ReplyParameters | undefined
  /** Of a channel's direct messages: whose they are. */
  readonly directTopicId?: number | undefined
}

/** The Bot API's parameters for a message, all but its text or blocks; link previews are off. */
export function optionsFor(shown: Shown, { threadId = 0, replyTo, directTopicId }: Where = {}) {
  return {
    ...(isRich(shown) ? {} : { entities: [...shown.entities], link_preview_options: { is_disabled: true } }),
    reply_markup: { inline_keyboard: shown.keyboard.map((row) => [...row]) },
    ...(threadId === 0 ? {} : { message_thread_id: threadId }),
    ...(directTopicId === undefined ? {} : { direct_messages_topic_id: directTopicId }),
    ...(replyTo === undefined ? {} : { reply_parameters: replyTo }),
  }
}

export function richOf({ blocks, isRtl }: RichMessage) {
  return { blocks: [...blocks], is_rtl: isRtl }
}
