import type { Api } from 'grammy'
import type { ChatMember } from 'grammy/types'
import type { ChatKind } from '../../store/schema.ts'
import { isRefused } from '../../telegram/errors.ts'

/** Whether a bot with this membership may post in a chat of this kind. */
export function mayPost(kind: ChatKind, member: ChatMember): boolean {
  switch (member.status) {
    case 'creator':
      return true
    case 'administrator':
      return kind !== 'channel' || member.can_post_messages === true
    case 'member':
      return kind !== 'channel'
    case 'restricted':
      return member.is_member && member.can_send_messages
    default:
      return false
  }
}

/** Asks Telegram; `false` too when it refuses to say. */
export async function mayBotPost(api: Api, chat: { readonly id: number; readonly kind: ChatKind }, me: number) {
  try {
    return mayPost(chat.kind, await api.getChatMember(chat.id, me))
  } catch (error) {
    if (isRefused(error, 400, 403)) return false
    throw error
  }
}
