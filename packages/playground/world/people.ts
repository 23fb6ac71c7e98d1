import type { Control, NewChat, NewPerson } from '../control.ts'
import { type Chat, type Member, nextId, type World } from './world.ts'

/** Adds people and chats without updates to the bot. */
export function createPeople(world: World): Pick<Control, 'addPerson' | 'addGroup' | 'addSupergroup' | 'addChannel'> {
  return {
    addPerson: (person) => addPerson(world, person),
    addGroup: (group) => addChat(world, group, { kind: 'group', forum: false }),
    addSupergroup: (group) => addChat(world, group, { kind: 'supergroup', forum: group.forum ?? false }),
    addChannel: (channel) => addChat(world, { bot: 'administrator', ...channel }, { kind: 'channel', forum: false }),
  }
}

function addPerson(world: World, person: NewPerson): number {
  const id = person.id ?? 10_000_000 + nextId(world)
  if (world.people.has(id)) throw new Error(`The playground already has a person ${id}`)
  world.people.set(id, {
    id,
    firstName: person.firstName,
    lastName: person.lastName ?? null,
    username: person.username ?? null,
    languageCode: person.languageCode ?? null,
    standing: person.started ? 'started' : 'unmet',
  })
  putChat(world, { id, kind: 'private', forum: false, title: person.firstName, username: person.username ?? null })
  return id
}

type Shape = { readonly kind: 'group' | 'supergroup' | 'channel'; readonly forum: boolean }

function addChat(world: World, chat: NewChat, { kind, forum }: Shape): number {
  const id = chat.id ?? newChatId(world, kind)
  if (world.chats.has(id)) throw new Error(`The playground already has a chat ${id}`)
  const { members } = putChat(world, { id, kind, forum, title: chat.title, username: chat.username ?? null })
  for (const userId of chat.members ?? []) members.set(userId, memberAs('member'))
  for (const userId of chat.admins ?? []) members.set(userId, memberAs('administrator'))
  members.set(chat.creator, memberAs('creator'))
  const bot = chat.bot ?? 'member'
  if (bot !== 'absent') members.set(world.bot.id, memberAs(bot))
  return id
}

/** Groups are small negative numbers, supergroups and channels begin with -100. */
export function newChatId(world: World, kind: Shape['kind']): number {
  return kind === 'group' ? -(4_000_000 + nextId(world)) : -(1_001_000_000_000 + nextId(world))
}

function memberAs(status: Member['status']): Member {
  return { status, anonymous: false, without: new Set() }
}

type Plain = Pick<Chat, 'id' | 'kind' | 'forum' | 'title' | 'username'>

/** Puts an empty chat into the world. */
export function putChat(world: World, plain: Plain): Chat {
  const chat: Chat = {
    ...plain,
    members: new Map(),
    messages: new Map(),
    ephemeral: new Map(),
    topics: new Map(),
    pinned: [],
    lastMessageId: 0,
    lastAct: 0,
    migratedTo: null,
    linkedTo: null,
    muted: false,
    typingUntil: 0,
  }
  world.chats.set(chat.id, chat)
  world.events.emit({ kind: 'chat', chatId: chat.id })
  return chat
}
