import { badRequest, forbidden, Refusal } from '../refusal.ts'
import type { Chat, Member, Person, World } from './world.ts'

/** The chat with this id; throws a plain Error, as only a test or the page asks for it. */
export function chatOrThrow(world: World, chatId: number): Chat {
  const chat = world.chats.get(chatId)
  if (!chat) throw new Error(`The playground has no chat ${chatId}`)
  return chat
}

/** The person with this id; throws a plain Error. */
export function personOrThrow(world: World, userId: number): Person {
  const person = world.people.get(userId)
  if (!person) throw new Error(`The playground has no person ${userId}`)
  return person
}

/** Changes whether a person has started or blocked the bot. */
export function setStanding(world: World, person: Person, standing: Person['standing']): void {
  if (person.standing === standing) return
  person.standing = standing
  world.events.emit({ kind: 'chat', chatId: person.id })
}

/** The chat of a request; throws Telegram's refusal for one the bot may not know. */
export function findChat(world: World, chatId: number | string): Chat {
  if (chatId === '') throw badRequest('chat_id is empty')
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

/** The private chat of someone who pressed Start; the refusal for others says whether a group is shared. */
function metChat(world: World, chat: Chat): Chat {
  if (world.people.get(chat.id)?.standing !== 'unmet') return chat
  const met = world.chats.values().some((other) => isInside(memberOf(other, chat.id)) && isInside(botIn(world, other)))
  throw met ? forbidden("bot can't initiate conversation with a user") : badRequest('chat not found')
}

/** The creator's id; in a private chat the person's. */
export function creatorOf(chat: Chat): number {
  const creator = chat.members.entries().find(([, { status }]) => status === 'creator')
  return creator?.[0] ?? chat.id
}

/** The member's record; `left` for someone who never was in the chat. */
export function memberOf(chat: Chat, userId: number): Member {
  return chat.members.get(userId) ?? { status: 'left', anonymous: false, without: new Set() }
}

/** The bot's own record in a chat. */
export function botIn(world: World, chat: Chat): Member {
  return memberOf(chat, world.bot.id)
}

/** True unless left or kicked. */
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

/** Throws Telegram's refusal where the bot is outside the chat, or blocked. */
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

/** Throws Telegram's refusal where the bot may not send this sort of message. */
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

/** Throws Telegram's refusal for a missing topic, or one that is closed to the bot. */
export function checkThread(world: World, chat: Chat, threadId: number | null): void {
  if (threadId === null) return
  const topic = chat.topics.get(threadId)
  if (!topic) throw badRequest('message thread not found')
  if (topic.closed && !hasRight(botIn(world, chat), 'can_manage_topics')) throw badRequest('TOPIC_CLOSED')
}
