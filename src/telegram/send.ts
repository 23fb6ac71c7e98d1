import type { Api } from 'grammy'
import type { Message } from '../text/message.ts'
import { isUnchanged } from './errors.ts'
import { optionsFor } from './options.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/** One message to one chat or topic (`threadId` 0: none); `edits`: in the place of that one. */
type Sending = {
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
    try {
      const sent = await api.sendMessage(chatId, message.text, optionsFor(message, { threadId }))
      return { kind: 'sent', messageId: sent.message_id }
    } catch (error) {
      return outcomeOf(error)
    }
  }
}

type Editing = { readonly chatId: number; readonly message: Message; readonly edits: number }

async function edit(api: Api, { chatId, message, edits }: Editing): Promise<Outcome> {
  try {
    await api.editMessageText(chatId, edits, message.text, optionsFor(message))
  } catch (error) {
    // an earlier try got through, though its answer did not
    if (!isUnchanged(error)) return outcomeOf(error)
  }
  return { kind: 'sent', messageId: edits }
}
