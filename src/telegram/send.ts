import type { Api } from 'grammy'
import type { Message } from '../text/message.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/** One message to one chat or topic (`threadId` 0: none); `edits`: in the place of that one. */
export type Sending = {
  readonly chatId: number
  readonly threadId: number
  readonly message: Message
  readonly edits?: number | null
}

export type Send = (sending: Sending) => Promise<Outcome>

/** Sends through an Api that does not retry by itself: the sender alone decides what is sent again, and when. */
export function createSend(api: Api): Send {
  return async ({ chatId, threadId, message, edits = null }) => {
    if (edits !== null) return await edit(api, { chatId, message, edits })
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

type Editing = { readonly chatId: number; readonly message: Message; readonly edits: number }

async function edit(api: Api, { chatId, message, edits }: Editing): Promise<Outcome> {
  const { text, entities, keyboard } = message
  try {
    await api.editMessageText(chatId, edits, text, {
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) },
    })
    return { kind: 'sent', messageId: edits }
  } catch (error) {
    const outcome = outcomeOf(error)
    // an earlier try got through, though its answer did not
    const isDone = outcome.kind === 'refused' && outcome.description.includes('message is not modified')
    return isDone ? { kind: 'sent', messageId: edits } : outcome
  }
}
