import { isDeepStrictEqual } from 'node:util'
import type { InlineKeyboardMarkup, InputRichMessage, MessageEntity } from '@grammyjs/types'
import { badRequest } from '../../refusal.ts'
import { readKeyboard } from '../../text/keyboard.ts'
import { readCaption, readMessageText } from '../../text/message-text.ts'
import { readRichMessage } from '../../text/rich-message.ts'
import { apiMessage } from '../../world/bot-api-objects.ts'
import { botIn, checkInside, findChat, hasRight } from '../../world/chats.ts'
import { editMessage, removeMessages, touch } from '../../world/posting.ts'
import { type Body, type Chat, type StoredMessage, unixNow, type World } from '../../world/world.ts'
import { readFile } from '../files.ts'
import { type Context, type Method, type Params, serve } from '../method.ts'

/** Methods that change or delete what is in a chat. */
export const editingMethods: readonly Method[] = [
  serve('editMessageText', ({ world }, params) => edit(world, params, (message) => newText(message, params))),
  serve('editMessageCaption', ({ world }, params) => edit(world, params, (message) => newCaption(message, params))),
  serve('editMessageMedia', (context, params) => edit(context.world, params, () => newMedia(context, params))),
  serve('editMessageReplyMarkup', ({ world }, params) => edit(world, params, (message) => message.body)),
  serve('editEphemeralMessageText', ({ world }, params) => {
    return editEphemeral(world, params, (message) => newText(message, params))
  }),
  serve('editEphemeralMessageReplyMarkup', ({ world }, params) =>
    editEphemeral(world, params, (message) => message.body),
  ),
  serve('deleteEphemeralMessage', deleteEphemeralMessage),
  serve('deleteMessage', deleteMessage),
  serve('deleteMessages', deleteMessages),
  serve('setMessageReaction', setMessageReaction),
]

type Target = {
  readonly chat_id?: number | string
  readonly message_id?: number
  readonly inline_message_id?: string
  readonly reply_markup?: InlineKeyboardMarkup
}

function edit(world: World, target: Target, bodyOf: (message: StoredMessage) => Body): unknown {
  if (target.inline_message_id !== undefined) return editInline(world, target, bodyOf)
  if (target.chat_id === undefined) throw badRequest('chat_id is empty')
  const chat = findChat(world, target.chat_id)
  checkInside(world, chat)
  const message = chat.messages.get(target.message_id ?? 0)
  if (!message) throw badRequest('message to edit not found')
  if (message.sender.kind !== 'bot' || message.body.kind === 'service' || message.forwardedFrom !== null) {
    throw badRequest("message can't be edited")
  }
  change(world, { chat, message, body: bodyOf(message), markup: target.reply_markup })
  return apiMessage(world, chat, message)
}

function editInline(world: World, target: Target, bodyOf: (message: StoredMessage) => Body): true {
  const message = world.inlineMessages.get(target.inline_message_id ?? '')
  const chat = message && world.chats.get(message.chatId)
  if (!message || !chat?.messages.has(message.id)) throw badRequest('MESSAGE_ID_INVALID')
  change(world, { chat, message, body: bodyOf(message), markup: target.reply_markup })
  return true
}

type Change = {
  readonly chat: Chat
  readonly message: StoredMessage
  readonly body: Body
  readonly markup: InlineKeyboardMarkup | undefined
}

function change(world: World, { chat, message, body, markup }: Change): void {
  const keyboard = readKeyboard(markup, chat)
  if (isDeepStrictEqual(message.body, body) && isDeepStrictEqual(message.keyboard, keyboard)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  message.keyboard = keyboard
  editMessage(world, message, body)
}

type NewText = {
  readonly text?: string
  readonly parse_mode?: string
  readonly entities?: MessageEntity[]
  readonly rich_message?: InputRichMessage<string>
}

/** A text message may become a rich one and a rich one a text: https://core.telegram.org/bots/api#editmessagetext */
function newText({ body }: StoredMessage, { text, parse_mode: parseMode, entities, rich_message }: NewText): Body {
  if (text !== undefined && rich_message !== undefined) {
    throw badRequest('only one of the parameters text and rich_message can be used')
  }
  const shown: Body = rich_message
    ? readRichMessage(rich_message)
    : { kind: 'text', ...readMessageText({ text: text ?? '', entities, parseMode }) }
  if (body.kind !== 'text' && body.kind !== 'rich') throw badRequest('there is no text in the message to edit')
  return shown
}

type NewCaption = {
  readonly caption?: string
  readonly parse_mode?: string
  readonly caption_entities?: MessageEntity[]
}

function newCaption(
  { body }: StoredMessage,
  { caption = '', parse_mode: parseMode, caption_entities }: NewCaption,
): Body {
  if (body.kind !== 'photo' && body.kind !== 'document') throw badRequest('there is no caption in the message to edit')
  return { ...body, ...readCaption({ text: caption, entities: caption_entities, parseMode }) }
}

function newMedia(context: Context, { media }: Params<'editMessageMedia'>): Body {
  if (media.type !== 'photo' && media.type !== 'document') {
    throw badRequest(`this playground shows no media of type ${media.type}`)
  }
  const { caption = '', caption_entities: entities, parse_mode: parseMode } = media
  const file = readFile(context, media.type, media.media)
  return { kind: media.type, file, ...readCaption({ text: caption, entities, parseMode }) }
}

type EphemeralTarget = {
  readonly chat_id: number | string
  readonly receiver_user_id: number
  readonly ephemeral_message_id: number
  readonly reply_markup?: InlineKeyboardMarkup
}

function findEphemeral(
  world: World,
  target: EphemeralTarget,
): { readonly chat: Chat; readonly message: StoredMessage } {
  const chat = findChat(world, target.chat_id)
  checkInside(world, chat)
  const message = chat.ephemeral.get(target.ephemeral_message_id)
  if (!message || message.visibleTo !== target.receiver_user_id) throw badRequest('message to edit not found')
  return { chat, message }
}

function editEphemeral(world: World, target: EphemeralTarget, bodyOf: (message: StoredMessage) => Body): true {
  const { chat, message } = findEphemeral(world, target)
  change(world, { chat, message, body: bodyOf(message), markup: target.reply_markup })
  return true
}

function deleteEphemeralMessage({ world }: Context, params: Params<'deleteEphemeralMessage'>): true {
  const { chat, message } = findEphemeral(world, params)
  chat.ephemeral.delete(message.id)
  world.events.emit({ kind: 'deleted', chatId: chat.id, messageIds: [message.id], visibleTo: message.visibleTo })
  return true
}

function deleteMessage({ world }: Context, params: Params<'deleteMessage'>): true {
  const chat = findChat(world, params.chat_id)
  checkInside(world, chat)
  const message = chat.messages.get(params.message_id)
  if (!message) throw badRequest('message to delete not found')
  checkDeletable(world, chat, message)
  removeMessages(world, chat, [message.id])
  return true
}

function deleteMessages({ world }: Context, params: Params<'deleteMessages'>): true {
  const chat = findChat(world, params.chat_id)
  checkInside(world, chat)
  if (params.message_ids.length === 0) throw badRequest('message identifiers are not specified')
  if (params.message_ids.length > 100) throw badRequest('too many message identifiers specified')
  const present = params.message_ids.flatMap((id) => chat.messages.get(id) ?? [])
  for (const message of present) checkDeletable(world, chat, message)
  removeMessages(world, chat, params.message_ids)
  return true
}

const DELETABLE_SECONDS = 48 * 60 * 60

function checkDeletable(world: World, chat: Chat, message: StoredMessage): void {
  const own = message.sender.kind === 'bot'
  if (chat.kind !== 'private' && !own && !hasRight(botIn(world, chat), 'can_delete_messages')) {
    throw badRequest("message can't be deleted")
  }
  if (unixNow(world) - message.date > DELETABLE_SECONDS) throw badRequest("message can't be deleted for everyone")
}

function setMessageReaction({ world }: Context, params: Params<'setMessageReaction'>): true {
  const chat = findChat(world, params.chat_id)
  checkInside(world, chat)
  const message = chat.messages.get(params.message_id)
  if (!message) throw badRequest('message to react not found')
  const reactions = params.reaction ?? []
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  if (reactions.some((reaction) => reaction.type !== 'emoji')) throw badRequest('REACTION_INVALID')
  message.reactions = reactions.flatMap((reaction) => (reaction.type === 'emoji' ? [reaction.emoji] : []))
  touch(world, message)
  return true
}
