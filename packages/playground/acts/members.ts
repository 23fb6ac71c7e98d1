import type { Control } from '../control.ts'
import { botIn, chatOrThrow, creatorOf, isInside, personOrThrow, setStanding } from '../world/chats.ts'
import { announceBlock, changeStanding } from '../world/membership.ts'
import { newChatId, putChat } from '../world/people.ts'
import { postService } from '../world/posting.ts'
import type { Chat, World } from '../world/world.ts'

type Members = Pick<
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
>

/** People and the bot come, go and change rights; groups are upgraded. */
export function createMembers(world: World): Members {
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
      postService(world, chat, { by: actor, event: { kind: 'new_chat_members', userIds: [world.bot.id] } })
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
  }
}

/** The old group keeps its messages; members move to the new one, and each side gets its service message. */
function upgradeGroup(world: World, group: Chat): number {
  if (group.kind !== 'group') throw new Error(`Chat ${group.id} is no basic group`)
  const { title, muted } = group
  const id = newChatId(world, 'supergroup')
  const supergroup = putChat(world, { id, kind: 'supergroup', forum: false, title, username: null })
  for (const [userId, member] of group.members) supergroup.members.set(userId, { ...member })
  supergroup.muted = muted
  const by = creatorOf(group)
  postService(world, group, { by, event: { kind: 'migrate_to_chat_id', chatId: id } })
  group.migratedTo = id
  postService(world, supergroup, { by, event: { kind: 'migrate_from_chat_id', chatId: group.id } })
  world.events.emit({ kind: 'chat', chatId: group.id })
  return id
}
