import type { EphemeralMessageParameters, Message, MessageEntity, ReplyParameters } from '@grammyjs/types'
import { badRequest } from '../../refusal.ts'
import { askedToReply } from '../../text/force-reply.ts'
import { type Markup, readKeyboard } from '../../text/keyboard.ts'
import { readCaption, readMessageText } from '../../text/message-text.ts'
import { readRichMessage } from '../../text/rich-message.ts'
import { apiMessage } from '../../world/bot-api-objects.ts'
import { checkMayWrite, checkThread, findChat, isInside, memberOf } from '../../world/chats.ts'
import { postMessage } from '../../world/posting.ts'
import type { Body, Chat, StoredMessage, World } from '../../world/world.ts'
import { readFile } from '../files.ts'
import { type Context, type Method, type Params, serve } from '../method.ts'

/** Methods that put a new message into a chat. */
export const sendingMethods: readonly Method[] = [
  serve('sendMessage', sendMessage),
  serve('sendRichMessage', (context, params) => send(context, params, readRichMessage(params.rich_message))),
  serve('sendPhoto', (context, params) => sendFile(context, params, { kind: 'photo', reference: params.photo })),
  serve('sendDocument', (context, params) => {
    return sendFile(context, params, { kind: 'document', reference: params.document })
  }),
  serve('forwardMessage', forwardMessage),
  serve('copyMessage', copyMessage),
  serve('sendChatAction', sendChatAction),
]

function sendMessage(context: Context, params: Params<'sendMessage'>): Message {
  const shown = readMessageText({ text: params.text, entities: params.entities, parseMode: params.parse_mode })
  return send(context, params, { kind: 'text', ...shown })
}

type Captioned = Place & {
  readonly caption?: string
  readonly caption_entities?: MessageEntity[]
  readonly parse_mode?: string
}
type Upload = { readonly kind: 'photo' | 'document'; readonly reference: string }

function sendFile(context: Context, params: Captioned, { kind, reference }: Upload): Message {
  const { caption = '', caption_entities: entities, parse_mode: parseMode } = params
  const shown = readCaption({ text: caption, entities, parseMode })
  return send(context, params, { kind, file: readFile(context, kind, reference), ...shown })
}

/** Where and how a message is sent: what all sending methods share. */
type Place = {
  /** Left out where `ephemeral_message_parameters` name a press: the answer goes to its chat. */
  readonly chat_id?: number | string
  readonly message_thread_id?: number
  readonly reply_parameters?: ReplyParameters
  readonly reply_to_message_id?: number
  readonly reply_markup?: Markup
  readonly ephemeral_message_parameters?: Ephemeral
}

/** Since 10.4 `callback_query_id` alone says to whom. */
type Ephemeral = Partial<EphemeralMessageParameters>

function send({ world }: Context, place: Place, body: Body): Message {
  const { ephemeral_message_parameters: ephemeral } = place
  const press = world.callbacks.get(ephemeral?.callback_query_id ?? '')
  const chat = findChat(world, place.chat_id ?? press?.chatId ?? '')
  checkMayWrite(world, chat, rightFor(body))
  const threadId = place.message_thread_id ?? null
  checkThread(world, chat, threadId)
  const replyTo = readReply(chat, place)
  const message = postMessage(world, chat, {
    sender: { kind: 'bot' },
    body,
    threadId,
    keyboard: readKeyboard(place.reply_markup, chat),
    replyTo,
    askedToReply: askedToReply(world, chat, place.reply_markup, { body, replyTo }),
    visibleTo: ephemeral === undefined ? null : readReceiver(chat, ephemeral.receiver_user_id ?? press?.userId),
  })
  return apiMessage(world, chat, message)
}

function rightFor(body: Body): 'text messages' | 'photos' | 'documents' {
  if (body.kind === 'photo') return 'photos'
  return body.kind === 'document' ? 'documents' : 'text messages'
}

function readReply(chat: Chat, place: Place): number | null {
  const reply = place.reply_parameters
  const messageId = reply?.message_id ?? place.reply_to_message_id
  if (messageId === undefined) return null
  if (chat.messages.has(messageId)) return messageId
  if (reply?.allow_sending_without_reply) return null
  throw badRequest('message to be replied not found')
}

function readReceiver(chat: Chat, receiver: number | undefined): number {
  if (chat.kind !== 'group' && chat.kind !== 'supergroup') {
    throw badRequest('ephemeral messages can be sent only to groups and supergroups')
  }
  if (receiver === undefined || !isInside(memberOf(chat, receiver))) throw badRequest('USER_NOT_PARTICIPANT')
  return receiver
}

function forwardMessage(context: Context, params: Params<'forwardMessage'>): Message {
  const source = findSource(context.world, params, 'forward')
  const { world } = context
  const chat = findChat(world, params.chat_id)
  checkMayWrite(world, chat, rightFor(source.body))
  const threadId = params.message_thread_id ?? null
  checkThread(world, chat, threadId)
  const message = postMessage(world, chat, {
    sender: { kind: 'bot' },
    body: source.body,
    threadId,
    forwardedFrom: source.forwardedFrom ?? source,
  })
  return apiMessage(world, chat, message)
}

function copyMessage(context: Context, params: Params<'copyMessage'>): { readonly message_id: number } {
  const { body } = findSource(context.world, params, 'copy')
  const { caption, caption_entities: entities, parse_mode: parseMode } = params
  const captioned =
    caption !== undefined && (body.kind === 'photo' || body.kind === 'document')
      ? { ...body, ...readCaption({ text: caption, entities, parseMode }) }
      : body
  return { message_id: send(context, params, captioned).message_id }
}

type Source = { readonly from_chat_id: number | string; readonly message_id: number }

function findSource(world: World, source: Source, purpose: 'forward' | 'copy'): StoredMessage {
  const message = findChat(world, source.from_chat_id).messages.get(source.message_id)
  if (!message) throw badRequest(`message to ${purpose} not found`)
  if (message.body.kind === 'service')
    throw badRequest(`message can't be ${purpose === 'copy' ? 'copied' : 'forwarded'}`)
  return message
}

const TYPING_MS = 5000

function sendChatAction({ world }: Context, params: Params<'sendChatAction'>): true {
  const chat = findChat(world, params.chat_id)
  checkMayWrite(world, chat, 'text messages')
  checkThread(world, chat, params.message_thread_id ?? null)
  chat.typingUntil = world.elapsed() + TYPING_MS
  world.events.emit({ kind: 'chat', chatId: chat.id })
  return true
}
