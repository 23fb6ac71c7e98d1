import type { Message } from '@grammyjs/types'
import { apiMessage } from './bot-api-objects.ts'
import { callsGuest, isShownToBot } from './privacy.ts'
import {
  type Body,
  type Chat,
  type NewUpdate,
  nextChange,
  nextId,
  type ServiceEvent,
  type StoredMessage,
  unixNow,
  type World,
} from './world.ts'

/** A message to post; omitted fields are `null`. */
export type Draft = Pick<StoredMessage, 'sender' | 'body'> &
  Partial<
    Pick<
      StoredMessage,
      'threadId' | 'keyboard' | 'replyTo' | 'forwardedFrom' | 'album' | 'inlineId' | 'visibleTo' | 'askedToReply'
    >
  >

/** Adds a message to a chat; the bot gets an update unless it wrote the message or privacy mode hides it. */
export function postMessage(world: World, chat: Chat, draft: Draft): StoredMessage {
  const message: StoredMessage = {
    threadId: null,
    keyboard: null,
    replyTo: null,
    forwardedFrom: null,
    album: null,
    inlineId: null,
    visibleTo: null,
    askedToReply: null,
    ...draft,
    id: nextMessageId(chat, draft.visibleTo ?? null),
    chatId: chat.id,
    date: unixNow(world),
    editDate: null,
    reactions: [],
    change: nextChange(world),
  }
  const shelf = message.visibleTo === null ? chat.messages : chat.ephemeral
  shelf.set(message.id, message)
  if (message.sender.kind === 'bot') chat.typingUntil = 0
  else chat.lastAct = message.change
  emitMessage(world, message)
  if (message.sender.kind !== 'bot') announce(world, chat, message)
  return message
}

type Service = { readonly by: number; readonly event: ServiceEvent; readonly threadId?: number }

/** Adds a service message in the name of a person or the bot. */
export function postService(world: World, chat: Chat, { by, event, threadId }: Service): void {
  const sender = by === world.bot.id ? ({ kind: 'bot' } as const) : ({ kind: 'person', id: by } as const)
  postMessage(world, chat, { sender, body: { kind: 'service', event }, threadId: threadId ?? null })
}

function nextMessageId(chat: Chat, visibleTo: number | null): number {
  if (visibleTo !== null) return Math.max(0, ...chat.ephemeral.keys()) + 1
  chat.lastMessageId += 1
  return chat.lastMessageId
}

/** Changes a message's body and marks it edited. */
export function editMessage(world: World, message: StoredMessage, body: Body): void {
  message.body = body
  message.editDate = unixNow(world)
  touch(world, message)
}

/** Numbers a message as the newest change and emits it. */
export function touch(world: World, message: StoredMessage): void {
  message.change = nextChange(world)
  emitMessage(world, message)
}

function emitMessage(world: World, message: StoredMessage): void {
  const { chatId, id: messageId, visibleTo } = message
  world.events.emit({ kind: 'message', chatId, messageId, ephemeral: visibleTo !== null })
}

/** Deletes messages; ids of missing ones are ignored. */
export function removeMessages(world: World, chat: Chat, messageIds: readonly number[]): void {
  const gone = messageIds.filter((id) => chat.messages.delete(id))
  for (const id of gone) unpin(chat, id)
  if (gone.length > 0) world.events.emit({ kind: 'deleted', chatId: chat.id, messageIds: gone, visibleTo: null })
}

/** Unpins one message; false where it was not pinned. */
export function unpin(chat: Chat, messageId: number): boolean {
  const place = chat.pinned.indexOf(messageId)
  if (place >= 0) chat.pinned.splice(place, 1)
  return place >= 0
}

/** Sends the bot an update for a person's message or its edit, unless privacy mode hides it; or calls it as a guest. */
export function announce(world: World, chat: Chat, message: StoredMessage): void {
  if (callsGuest(world, chat, message)) callGuest(world, chat, message)
  else if (isShownToBot(world, chat, message)) world.push(updateOf(apiMessage(world, chat, message)))
}

function callGuest(world: World, chat: Chat, message: StoredMessage): void {
  const guest_query_id = `guest-${nextId(world)}`
  world.guestQueries.set(guest_query_id, { at: world.now().getTime(), message })
  const update = updateOf(apiMessage(world, chat, message))
  if ('message' in update && update.message) world.push({ guest_message: { ...update.message, guest_query_id } })
}

/** The update that carries a message: `message`, `edited_message`, `channel_post` or `edited_channel_post`. */
function updateOf(message: Message): NewUpdate {
  const { chat, from, edit_date } = message
  if (chat.type === 'channel') {
    if (edit_date === undefined) return { channel_post: { ...message, chat } }
    return { edited_channel_post: { ...message, chat, edit_date } }
  }
  if (!from) throw new Error(`Message ${message.message_id} of chat ${chat.id} has no sender`)
  if (edit_date === undefined) return { message: { ...message, chat, from } }
  return { edited_message: { ...message, chat, from, edit_date } }
}
