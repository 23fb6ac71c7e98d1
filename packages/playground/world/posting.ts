import type { Message } from '@grammyjs/types'
import { isShownToBot } from './privacy.ts'
import { wireMessage } from './wire.ts'
import { type Body, type Chat, type NewUpdate, nextChange, type StoredMessage, unixNow, type World } from './world.ts'

/** A message about to be posted; what it leaves out is absent. */
export type Draft = Pick<StoredMessage, 'sender' | 'body'> &
  Partial<
    Pick<
      StoredMessage,
      'threadId' | 'keyboard' | 'replyTo' | 'forwardedFrom' | 'inlineId' | 'visibleTo' | 'askedToReply'
    >
  >

/** Puts a message into a chat; the bot gets an update unless it wrote it or privacy mode hides it. */
export function postMessage(world: World, chat: Chat, draft: Draft): StoredMessage {
  const message: StoredMessage = {
    threadId: null,
    keyboard: null,
    replyTo: null,
    forwardedFrom: null,
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
  tellOf(world, message)
  if (message.sender.kind !== 'bot') announce(world, chat, message)
  return message
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

/** Marks a message changed for everyone who watches. */
export function touch(world: World, message: StoredMessage): void {
  message.change = nextChange(world)
  tellOf(world, message)
}

function tellOf(world: World, message: StoredMessage): void {
  const { chatId, id: messageId, visibleTo } = message
  world.hub.tell({ kind: 'message', chatId, messageId, ephemeral: visibleTo !== null })
}

/** Takes messages away; those not there are passed over. */
export function removeMessages(world: World, chat: Chat, messageIds: readonly number[]): void {
  const gone = messageIds.filter((id) => chat.messages.delete(id))
  for (const id of gone) unpin(chat, id)
  if (gone.length > 0) world.hub.tell({ kind: 'deleted', chatId: chat.id, messageIds: gone, visibleTo: null })
}

/** Unpins one message; false where it was not pinned. */
export function unpin(chat: Chat, messageId: number): boolean {
  const place = chat.pinned.indexOf(messageId)
  if (place >= 0) chat.pinned.splice(place, 1)
  return place >= 0
}

/** Tells the bot of a person's message, or of its edit, unless privacy mode hides it. */
export function announce(world: World, chat: Chat, message: StoredMessage): void {
  if (!isShownToBot(world, chat, message)) return
  world.push(updateOf(wireMessage(world, chat, message)))
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
