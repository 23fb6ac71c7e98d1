import { storeFile } from '../api/files.ts'
import type { Control, Utterance } from '../control.ts'
import { readTyped } from '../text/message-text.ts'
import { chatOrThrow, isAdmin, isInside, memberOf, personOrThrow, setStanding } from '../world/chats.ts'
import { announce, type Draft, editMessage, postMessage, removeMessages } from '../world/posting.ts'
import type { Chat, Sender, World } from '../world/world.ts'

type Speaking = Pick<Control, 'say' | 'sendFile' | 'forward' | 'editOwn' | 'shareLocation' | 'deleteMessage'>

/** People write, edit and delete messages; throws where a real client would not allow it. */
export function createSpeaking(world: World): Speaking {
  return {
    say(utterance) {
      const chat = enter(world, utterance.chatId, utterance.from)
      const shown = readTyped(utterance.text)
      if (shown.text === '') throw new Error('A client sends no empty message')
      return postMessage(world, chat, { ...draftOf(world, chat, utterance), body: { kind: 'text', ...shown } }).id
    },
    sendFile({ chatId, from, kind, name, bytes, mimeType = 'application/octet-stream', caption = '', album = null }) {
      const chat = enter(world, chatId, from)
      const file = storeFile(world, { name, mimeType, bytes })
      const body = { kind, file, ...readTyped(caption) } as const
      return postMessage(world, chat, { sender: senderIn(chat, { from }), body, album }).id
    },
    forward({ chatId, from, of }) {
      const chat = enter(world, chatId, from)
      const source = chatOrThrow(world, of.chatId).messages.get(of.messageId)
      if (!source) throw new Error(`Chat ${of.chatId} has no message ${of.messageId} to forward`)
      const { body, forwardedFrom } = source
      return postMessage(world, chat, {
        sender: senderIn(chat, { from }),
        body,
        forwardedFrom: forwardedFrom ?? source,
      }).id
    },
    editOwn({ chatId, messageId, text }) {
      const chat = chatOrThrow(world, chatId)
      const message = chat.messages.get(messageId)
      if (!message || message.sender.kind === 'bot') throw new Error(`Message ${messageId} is not a person's own`)
      const { body } = message
      const isFile = body.kind === 'document' || body.kind === 'photo'
      editMessage(world, message, { ...(isFile ? body : { kind: 'text' }), ...readTyped(text) })
      announce(world, chat, message)
    },
    shareLocation({ chatId, from, latitude, longitude }) {
      const chat = enter(world, chatId, from)
      const body = { kind: 'location', location: { latitude, longitude } } as const
      return postMessage(world, chat, { sender: senderIn(chat, { from }), body }).id
    },
    deleteMessage({ chatId, messageId }) {
      removeMessages(world, chatOrThrow(world, chatId), [messageId])
    },
  }
}

/** The chat, if the person may write there, else throws; writing to the bot in private is also pressing Start. */
export function enter(world: World, chatId: number, userId: number): Chat {
  const chat = chatOrThrow(world, chatId)
  const person = personOrThrow(world, userId)
  if (chat.migratedTo !== null) throw new Error(`Group ${chatId} is now ${chat.migratedTo}`)
  if (chat.kind !== 'private') {
    checkVoice(chat, userId)
  } else if (chatId !== userId) {
    throw new Error(`The private chat ${chatId} is not person ${userId}'s`)
  } else if (person.standing === 'blocked' || person.standing === 'deleted') {
    throw new Error(`Person ${userId} cannot write: ${person.standing}`)
  } else {
    setStanding(world, person, 'started')
  }
  return chat
}

function checkVoice(chat: Chat, userId: number): void {
  const member = memberOf(chat, userId)
  if (!isInside(member)) throw new Error(`Person ${userId} is not in chat ${chat.id}`)
  if (isAdmin(member)) return
  if (chat.kind === 'channel') throw new Error(`Person ${userId} cannot post to channel ${chat.id}`)
  if (chat.muted || member.without.has('can_send_messages')) throw new Error(`Person ${userId} may not write here`)
}

function draftOf(world: World, chat: Chat, utterance: Utterance): Omit<Draft, 'body'> {
  const replyTo = utterance.replyTo ?? null
  const repliedTo = replyTo === null ? undefined : chat.messages.get(replyTo)
  if (replyTo !== null && !repliedTo) throw new Error(`Chat ${chat.id} has no message ${replyTo} to reply to`)
  const threadId = utterance.threadId ?? repliedTo?.threadId ?? null
  if (threadId !== null && !chat.topics.has(threadId)) throw new Error(`Chat ${chat.id} has no topic ${threadId}`)
  return { sender: voiceOf(world, chat, utterance), replyTo, threadId }
}

function voiceOf(world: World, chat: Chat, { from, as }: Utterance): Sender {
  if (typeof as !== 'number') return senderIn(chat, { from, as })
  if (!isAdmin(memberOf(chatOrThrow(world, as), from))) throw new Error(`Person ${from} does not administer ${as}`)
  return { kind: 'chat', id: as }
}

/** The sender of a person's message: the chat itself for anonymous administrators and channel posts. */
export function senderIn(
  chat: Chat,
  { from, as }: Pick<Utterance, 'from'> & { readonly as?: 'self' | 'chat' | undefined },
): Sender {
  const member = memberOf(chat, from)
  const asChat = chat.kind === 'channel' || as === 'chat' || (as === undefined && member.anonymous)
  if (!asChat) return { kind: 'person', id: from }
  if (!isAdmin(member)) throw new Error(`Person ${from} is no administrator of chat ${chat.id}`)
  return { kind: 'chat', id: chat.id }
}
