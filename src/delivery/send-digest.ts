import type { Api } from 'grammy'
import type { Message } from '../messages/message.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/** One message to one chat or topic (`threadId` 0: none). */
export type Sending = { readonly chatId: number; readonly threadId: number; readonly message: Message }

export type Send = (sending: Sending) => Promise<Outcome>

/** Sends through an Api that does not retry by itself: the sender alone decides what is sent again, and when. */
export function createSend(api: Api): Send {
  return async ({ chatId, threadId, message }) => {
    const { text, entities, keyboard } = message
    try {
      const sent = await api.sendMessage(chatId, text, {
        entities: [...entities],
        link_preview_options: { is_disabled: true },
        ...(threadId === 0 ? {} : { message_thread_id: threadId }),
        ...(keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }),
      })
      return { kind: 'sent', messageId: sent.message_id }
    } catch (error) {
      return outcomeOf(error)
    }
  }
}
