import type { SentGuestMessage } from '@grammyjs/types'
import { readContent } from '../../acts/inline.ts'
import { badRequest } from '../../refusal.ts'
import { readKeyboard } from '../../text/keyboard.ts'
import { chatOrThrow } from '../../world/chats.ts'
import { postMessage } from '../../world/posting.ts'
import { nextId } from '../../world/world.ts'
import { type Context, type Method, type Params, serve } from '../method.ts'

/** Answers to presses of buttons, to inline queries and to calls as a guest. */
export const answeringMethods: readonly Method[] = [
  serve('answerCallbackQuery', answerCallbackQuery),
  serve('answerInlineQuery', answerInlineQuery),
  serve('answerGuestQuery', answerGuestQuery),
]

// Telegram keeps queries open for a while it does not name; bots see this refusal from about a minute on.
const OPEN_MS = 60_000
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

function answerCallbackQuery({ world }: Context, params: Params<'answerCallbackQuery'>): true {
  const query = world.callbacks.get(params.callback_query_id)
  if (!query || world.now().getTime() - query.at > OPEN_MS) throw badRequest(TOO_OLD)
  const { text = '', show_alert: showAlert = false, url = null } = params
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  if (url !== null && !isBotLink(url, world.bot.username)) throw badRequest('URL_INVALID')
  query.answer({ text, showAlert, url })
  return true
}

/** Without a game, a press may open only a link to the bot itself. */
function isBotLink(url: string, username: string): boolean {
  return url.toLowerCase().startsWith(`https://t.me/${username.toLowerCase()}?start=`)
}

function answerInlineQuery({ world }: Context, params: Params<'answerInlineQuery'>): true {
  const query = world.inlineQueries.get(params.inline_query_id)
  if (!query || world.now().getTime() - query.at > OPEN_MS) throw badRequest(TOO_OLD)
  const ids = params.results.map((result) => result.id)
  if (ids.length > 50) throw badRequest('RESULTS_TOO_MUCH')
  if (ids.some((id) => Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64)) throw badRequest('RESULT_ID_INVALID')
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE')
  for (const result of params.results) {
    readContent(result)
    readKeyboard(result.reply_markup, { kind: 'private' })
  }
  const nextOffset = params.next_offset ?? ''
  if (Buffer.byteLength(nextOffset) > 64) throw badRequest('NEXT_OFFSET_INVALID')
  query.answer({ results: params.results, nextOffset })
  return true
}

/** One answer to each call, as a reply in its chat: https://core.telegram.org/bots/api#answerguestquery */
function answerGuestQuery({ world }: Context, params: Params<'answerGuestQuery'>): SentGuestMessage {
  const { guest_query_id: id, result } = params
  const query = world.guestQueries.get(id)
  if (!query || world.now().getTime() - query.at > OPEN_MS) throw badRequest(TOO_OLD)
  const chat = chatOrThrow(world, query.message.chatId)
  const [body, keyboard] = [readContent(result), readKeyboard(result.reply_markup, { kind: 'private' })]
  world.guestQueries.delete(id)
  const { id: replyTo, threadId } = query.message
  const inlineId = `guest-message-${nextId(world)}`
  const message = postMessage(world, chat, { sender: { kind: 'bot' }, body, keyboard, replyTo, threadId, inlineId })
  world.inlineMessages.set(inlineId, message)
  return { inline_message_id: inlineId }
}
