import type { Control } from '../control.ts'
import { botIn, chatOrThrow, isInside, personOrThrow, setStanding } from '../world/chats.ts'
import { announceBlock, changeStanding } from '../world/membership.ts'
import { newChatId, putChat } from '../world/people.ts'
import { postMessage, removeMessages } from '../world/posting.ts'
import type { Chat, ServiceEvent, World } from '../world/world.ts'

type Moving = Pick<
  Control,
  | 'blockBot'
  | 'unblockBot'
  | 'deletePerson'
  | 'addBot'
  | 'kickBot'
  | 'setMember'
  | 'muteMembers'
  | 'linkChannel'
  | 'upgradeGroup'
  | 'addTopic'
  | 'closeTopic'
  | 'reopenTopic'
  | 'deleteTopic'
>

/** Who comes and goes, what chats turn into, and their topics. */
export function createMoving(world: World): Moving {
  return {
    blockBot(personId) {
      setStanding(world, personOrThrow(world, personId), 'blocked')
      announceBlock(world, chatOrThrow(world, personId), true)
    },
    unblockBot(personId) {
      setStanding(world, personOrThrow(world, personId), 'started')
      announceBlock(world, chatOrThrow(world, personId), false)
    },
    deletePerson(personId) {
      setStanding(world, personOrThrow(world, personId), 'deleted')
    },
    addBot({ chatId, by, as = 'member' }) {
      const chat = chatOrThrow(world, chatId)
      const wasInside = isInside(botIn(world, chat))
      const actor = by ?? creatorOf(chat)
      changeStanding(world, chat, { userId: world.bot.id, status: as, by: actor })
      if (wasInside || chat.kind === 'channel') return
      record(world, chat, { by: actor, event: { kind: 'new_chat_members', userIds: [world.bot.id] } })
    },
    kickBot({ chatId, by }) {
      const chat = chatOrThrow(world, chatId)
      changeStanding(world, chat, { userId: world.bot.id, status: 'kicked', by: by ?? creatorOf(chat) })
    },
    setMember({ chatId, ...standing }) {
      const chat = chatOrThrow(world, chatId)
      changeStanding(world, chat, { ...standing, by: creatorOf(chat) })
    },
    muteMembers(chatId) {
      chatOrThrow(world, chatId).muted = true
    },
    linkChannel({ channelId, groupId }) {
      chatOrThrow(world, channelId).linkedTo = groupId
      chatOrThrow(world, groupId).linkedTo = channelId
    },
    upgradeGroup: (chatId) => upgradeGroup(world, chatOrThrow(world, chatId)),
    addTopic({ chatId, name }) {
      const chat = chatOrThrow(world, chatId)
      if (!chat.forum) throw new Error(`Chat ${chatId} is no forum`)
      const threadId = chat.lastMessageId + 1
      chat.topics.set(threadId, { threadId, name, closed: false })
      record(world, chat, { by: creatorOf(chat), event: { kind: 'forum_topic_created', name }, threadId })
      world.hub.tell({ kind: 'chat', chatId })
      return threadId
    },
    closeTopic: (topic) => setClosed(world, topic, true),
    reopenTopic: (topic) => setClosed(world, topic, false),
    deleteTopic({ chatId, threadId }) {
      const chat = chatOrThrow(world, chatId)
      chat.topics.delete(threadId)
      const inside = chat.messages.values().filter((message) => message.threadId === threadId)
      removeMessages(world, chat, [...inside.map(({ id }) => id)])
      world.hub.tell({ kind: 'chat', chatId })
    },
  }
}

function creatorOf(chat: Chat): number {
  const creator = chat.members.entries().find(([, { status }]) => status === 'creator')
  return creator?.[0] ?? chat.id
}

type Event = { readonly by: number; readonly event: ServiceEvent; readonly threadId?: number }

function record(world: World, chat: Chat, { by, event, threadId }: Event): void {
  const sender = by === world.bot.id ? ({ kind: 'bot' } as const) : ({ kind: 'person', id: by } as const)
  postMessage(world, chat, { sender, body: { kind: 'service', event }, threadId: threadId ?? null })
}

type Place = { readonly chatId: number; readonly threadId: number }

function setClosed(world: World, { chatId, threadId }: Place, closed: boolean): void {
  const chat = chatOrThrow(world, chatId)
  const topic = chat.topics.get(threadId)
  if (!topic) throw new Error(`Chat ${chatId} has no topic ${threadId}`)
  topic.closed = closed
  const kind = closed ? 'forum_topic_closed' : 'forum_topic_reopened'
  record(world, chat, { by: creatorOf(chat), event: { kind }, threadId })
}

/** The old group stays behind with its messages; members go over, and each side gets its service message. */
function upgradeGroup(world: World, group: Chat): number {
  if (group.kind !== 'group') throw new Error(`Chat ${group.id} is no basic group`)
  const { title, muted } = group
  const id = newChatId(world, 'supergroup')
  const supergroup = putChat(world, { id, kind: 'supergroup', forum: false, title, username: null })
  for (const [userId, member] of group.members) supergroup.members.set(userId, { ...member })
  supergroup.muted = muted
  const by = creatorOf(group)
  record(world, group, { by, event: { kind: 'migrate_to_chat_id', chatId: id } })
  group.migratedTo = id
  record(world, supergroup, { by, event: { kind: 'migrate_from_chat_id', chatId: group.id } })
  world.hub.tell({ kind: 'chat', chatId: group.id })
  return id
}
