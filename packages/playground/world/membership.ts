import type { ChatAdministratorRights, ChatMember } from '@grammyjs/types'
import type { MemberStatus } from '../control.ts'
import { apiChat, apiUser } from './bot-api-objects.ts'
import { memberOf } from './chats.ts'
import { type Chat, type Member, unixNow, type World } from './world.ts'

/** A member as `getChatMember` and updates about members return it. */
export function apiMember(world: World, chat: Chat, userId: number): ChatMember {
  return apiStanding(world, memberOf(chat, userId), userId)
}

function apiStanding(world: World, member: Member, userId: number): ChatMember {
  const user = apiUser(world, userId)
  switch (member.status) {
    case 'creator':
      return { status: 'creator', user, is_anonymous: member.anonymous }
    case 'administrator':
      return { status: 'administrator', user, can_be_edited: false, ...rightsOf(member) }
    case 'member':
      return { status: 'member', user }
    case 'left':
      return { status: 'left', user }
    case 'kicked':
      return { status: 'kicked', user, until_date: 0 }
    case 'restricted':
      return { status: 'restricted', user, is_member: true, until_date: 0, ...permissionsOf(member) }
    default:
      return member.status satisfies never
  }
}

function rightsOf(member: Member): ChatAdministratorRights {
  const has = (right: keyof ChatAdministratorRights): boolean => !member.without.has(right)
  return {
    is_anonymous: member.anonymous,
    can_manage_chat: has('can_manage_chat'),
    can_delete_messages: has('can_delete_messages'),
    can_manage_video_chats: has('can_manage_video_chats'),
    can_restrict_members: has('can_restrict_members'),
    can_promote_members: has('can_promote_members'),
    can_change_info: has('can_change_info'),
    can_invite_users: has('can_invite_users'),
    can_post_stories: has('can_post_stories'),
    can_edit_stories: has('can_edit_stories'),
    can_delete_stories: has('can_delete_stories'),
    can_pin_messages: has('can_pin_messages'),
    can_manage_topics: has('can_manage_topics'),
    can_send_welcome_messages: has('can_send_welcome_messages'),
    can_post_messages: has('can_post_messages'),
    can_edit_messages: has('can_edit_messages'),
  }
}

function permissionsOf(member: Member) {
  const may = (right: string): boolean => !member.without.has(right)
  return {
    can_send_messages: may('can_send_messages'),
    can_send_audios: may('can_send_messages'),
    can_send_documents: may('can_send_messages'),
    can_send_photos: may('can_send_messages'),
    can_send_videos: may('can_send_messages'),
    can_send_video_notes: may('can_send_messages'),
    can_send_voice_notes: may('can_send_messages'),
    can_send_polls: may('can_send_messages'),
    can_send_other_messages: may('can_send_messages'),
    can_add_web_page_previews: may('can_send_messages'),
    can_react_to_messages: true,
    can_edit_tag: false,
    can_change_info: false,
    can_invite_users: true,
    can_pin_messages: false,
    can_manage_topics: false,
  }
}

/** A member's new status in a chat. */
export type Standing = {
  readonly userId: number
  readonly status: MemberStatus
  readonly anonymous?: boolean
  readonly without?: readonly string[]
  /** The person who changed it. */
  readonly by: number
}

/** Changes a member's status and sends an update: `my_chat_member` about itself, `chat_member` about others. */
export function changeStanding(world: World, chat: Chat, standing: Standing): void {
  const { userId, status, anonymous = false, without = [], by } = standing
  const before = apiMember(world, chat, userId)
  chat.members.set(userId, { status, anonymous, without: new Set(without) })
  world.events.emit({ kind: 'chat', chatId: chat.id })
  const change = {
    chat: apiChat(world, chat),
    from: apiUser(world, by),
    date: unixNow(world),
    old_chat_member: before,
    new_chat_member: apiMember(world, chat, userId),
  }
  world.push(userId === world.bot.id ? { my_chat_member: change } : { chat_member: change })
}

/** Sends the update for a blocked or unblocked bot: `my_chat_member` with `kicked` or `member` in the private chat. */
export function announceBlock(world: World, chat: Chat, blocked: boolean): void {
  const user = apiUser(world, world.bot.id)
  const member: ChatMember = { status: 'member', user }
  const kicked: ChatMember = { status: 'kicked', user, until_date: 0 }
  world.push({
    my_chat_member: {
      chat: apiChat(world, chat),
      from: apiUser(world, chat.id),
      date: unixNow(world),
      old_chat_member: blocked ? member : kicked,
      new_chat_member: blocked ? kicked : member,
    },
  })
}
