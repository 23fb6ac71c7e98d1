import { badRequest } from '../../refusal.ts'
import { apiChat } from '../../world/bot-api-objects.ts'
import { botIn, checkInside, findChat, hasRight, isAdmin, isInside } from '../../world/chats.ts'
import { apiMember, changeStanding } from '../../world/membership.ts'
import { postMessage, unpin } from '../../world/posting.ts'
import type { Chat, World } from '../../world/world.ts'
import { type Context, type Method, type Params, serve } from '../method.ts'

/** Methods that look at chats and members, pin, and leave. */
export const chatMethods: readonly Method[] = [
  serve('getChat', getChat),
  serve('getChatMember', getChatMember),
  serve('getChatAdministrators', getChatAdministrators),
  serve('getChatMemberCount', ({ world }, params) => {
    const chat = findChat(world, params.chat_id)
    checkInside(world, chat)
    return chat.kind === 'private' ? 2 : [...chat.members.values()].filter(isInside).length
  }),
  serve('pinChatMessage', pinChatMessage),
  serve('unpinChatMessage', unpinChatMessage),
  serve('unpinAllChatMessages', ({ world }, params) => {
    const chat = findPinnable(world, params.chat_id)
    chat.pinned.length = 0
    world.events.emit({ kind: 'chat', chatId: chat.id })
    return true
  }),
  serve('leaveChat', leaveChat),
]

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
}
const ACCENT = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS }

function getChat({ world }: Context, params: Params<'getChat'>): unknown {
  const chat = findChat(world, params.chat_id)
  if (chat.kind !== 'private') checkInside(world, chat)
  const permissions = chat.kind === 'group' || chat.kind === 'supergroup' ? { can_send_messages: !chat.muted } : null
  const linked = chat.linkedTo === null ? {} : { linked_chat_id: chat.linkedTo }
  return { ...apiChat(world, chat), ...ACCENT, ...(permissions ? { permissions } : {}), ...linked }
}

function getChatMember({ world }: Context, params: Params<'getChatMember'>): unknown {
  const chat = findChat(world, params.chat_id)
  checkInside(world, chat)
  if (params.user_id !== world.bot.id && !world.people.has(params.user_id)) {
    throw badRequest('invalid user_id specified')
  }
  return apiMember(world, chat, params.user_id)
}

function getChatAdministrators({ world }: Context, params: Params<'getChatAdministrators'>): unknown {
  const chat = findChat(world, params.chat_id)
  checkInside(world, chat)
  if (chat.kind === 'private') throw badRequest('there are no administrators in the private chat')
  const admins = [...chat.members].filter(([, member]) => isAdmin(member))
  return admins.map(([userId]) => apiMember(world, chat, userId))
}

function findPinnable(world: World, chatId: number | string): Chat {
  const chat = findChat(world, chatId)
  checkInside(world, chat)
  const right = chat.kind === 'channel' ? 'can_edit_messages' : 'can_pin_messages'
  if (chat.kind !== 'private' && !hasRight(botIn(world, chat), right)) {
    throw badRequest('not enough rights to manage pinned messages in the chat')
  }
  return chat
}

function pinChatMessage({ world }: Context, params: Params<'pinChatMessage'>): true {
  const chat = findPinnable(world, params.chat_id)
  const message = chat.messages.get(params.message_id)
  if (!message) throw badRequest('message to pin not found')
  unpin(chat, message.id)
  chat.pinned.push(message.id)
  postMessage(world, chat, {
    sender: { kind: 'bot' },
    body: { kind: 'service', event: { kind: 'pinned_message', messageId: message.id } },
    threadId: message.threadId,
    replyTo: message.id,
  })
  world.events.emit({ kind: 'chat', chatId: chat.id })
  return true
}

function unpinChatMessage({ world }: Context, params: Params<'unpinChatMessage'>): true {
  const chat = findPinnable(world, params.chat_id)
  const messageId = params.message_id ?? chat.pinned.at(-1)
  if (messageId === undefined || !unpin(chat, messageId)) throw badRequest('message to unpin not found')
  world.events.emit({ kind: 'chat', chatId: chat.id })
  return true
}

function leaveChat({ world }: Context, params: Params<'leaveChat'>): true {
  const chat = findChat(world, params.chat_id)
  if (chat.kind === 'private') throw badRequest("chat member status can't be changed in private chats")
  checkInside(world, chat)
  changeStanding(world, chat, { userId: world.bot.id, status: 'left', by: world.bot.id })
  return true
}
