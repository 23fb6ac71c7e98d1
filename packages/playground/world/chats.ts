import { badRequest, forbidden, Refusal } from '../refusal.ts'
import type { Chat, Member, Person, World } from './world.ts'

/** The chat a test or the page names; a programming error where there is none. */
export function chatOrThrow(world: World, chatId: number): Chat {
  const chat = world.chats.get(chatId)
  if (!chat) throw new Error(`The playground has no chat ${chatId}`)
  return chat
}

/** The person a test or the page names. */
export function personOrThrow(world: World, userId: number): Person {
  const person = world.people.get(userId)
  if (!person) throw new Error(`The playground has no person ${userId}`)
  return person
}

/** Changes what a person has to do with the bot, and lets those who watch know. */
export function setStanding(world: World, person: Person, standing: Person['standing']): void {
  if (person.standing === standing) return
  person.standing = standing
  world.hub.tell({ kind: 'chat', chatId: person.id })
}

/** The chat a request names, as far as the bot knows it; Telegram's refusals otherwise. */
export function findChat(world: World, chatId: number | string): Chat {
  const chat = typeof chatId === 'number' ? world.chats.get(chatId) : findByName(world, chatId)
  if (!chat) throw badRequest('chat not found')
  if (chat.migratedTo !== null) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    })
  }
  if (chat.kind === 'private') return metChat(world, chat)
  if (!chat.members.has(world.bot.id) && chat.username === null) throw badRequest('chat not found')
  return chat
}

function findByName(world: World, name: string): Chat | undefined {
  if (/^-?[0-9]+$/.test(name)) return world.chats.get(Number(name))
  if (!name.startsWith('@')) return undefined
  const wanted = name.slice(1).toLowerCase()
  return world.chats.values().find((chat) => chat.kind !== 'private' && chat.username?.toLowerCase() === wanted)
}

/** A bot may not begin a conversation; whom it met in a group it knows, and is told so. */
function metChat(world: World, chat: Chat): Chat {
  if (world.people.get(chat.id)?.standing !== 'unmet') return chat
  const met = world.chats.values().some((other) => isInside(memberOf(other, chat.id)) && isInside(botIn(world, other)))
  throw met ? forbidden("bot can't initiate conversation with a user") : badRequest('chat not found')
}

/** The member's record, or one that says `left`. */
export function memberOf(chat: Chat, userId: number): Member {
  return chat.members.get(userId) ?? { status: 'left', anonymous: false, without: new Set() }
}

/** The bot's own record in a chat. */
export function botIn(world: World, chat: Chat): Member {
  return memberOf(chat, world.bot.id)
}

/** True for those who are in the chat now. */
export function isInside(member: Member): boolean {
  return member.status !== 'left' && member.status !== 'kicked'
}

/** True for creators and administrators. */
export function isAdmin(member: Member): boolean {
  return member.status === 'creator' || member.status === 'administrator'
}

/** True for an administrator who has the right. */
export function hasRight(member: Member, right: string): boolean {
  return isAdmin(member) && !member.without.has(right)
}

/** Refuses what the bot may not read or do because it is outside the chat, in Telegram's words. */
export function checkInside(world: World, chat: Chat): void {
  if (chat.kind === 'private') checkPrivate(world, chat)
  else checkMembership(world, chat)
}

function checkMembership(world: World, chat: Chat): void {
  const bot = botIn(world, chat)
  if (bot.status === 'kicked') throw forbidden(`bot was kicked from the ${chat.kind} chat`)
  if (bot.status === 'left') throw forbidden(`bot is not a member of the ${chat.kind} chat`)
}

function checkPrivate(world: World, chat: Chat): void {
  const standing = world.people.get(chat.id)?.standing
  if (standing === 'blocked') throw forbidden('bot was blocked by the user')
  if (standing === 'deleted') throw forbidden('user is deactivated')
}

/** Refuses a message of the bot where it may not write, or not this sort of message. */
export function checkMayWrite(world: World, chat: Chat, what: 'text messages' | 'photos' | 'documents'): void {
  checkInside(world, chat)
  if (chat.kind === 'private') return
  const bot = botIn(world, chat)
  if (chat.kind === 'channel') {
    if (!isAdmin(bot)) throw badRequest('need administrator rights in the channel chat')
    if (!hasRight(bot, 'can_post_messages')) throw badRequest(`not enough rights to send ${what} to the chat`)
  } else if (!isAdmin(bot) && (chat.muted || bot.without.has('can_send_messages'))) {
    throw badRequest(`not enough rights to send ${what} to the chat`)
  }
}

/** Refuses a topic that is not there, or that is closed to the bot. */
export function checkThread(world: World, chat: Chat, threadId: number | null): void {
  if (threadId === null) return
  const topic = chat.topics.get(threadId)
  if (!topic) throw badRequest('message thread not found')
  if (topic.closed && !hasRight(botIn(world, chat), 'can_manage_topics')) throw badRequest('TOPIC_CLOSED')
}
