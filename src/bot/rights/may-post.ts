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

/** Whether a bot with this membership may pin a message: https://core.telegram.org/bots/api#pinchatmessage */
function mayPin(kind: ChatKind, member: ChatMember): boolean {
  if (member.status === 'creator') return true
  if (member.status !== 'administrator') return false
  return kind === 'channel' ? member.can_edit_messages === true : member.can_pin_messages === true
}

type KnownChat = { readonly id: number; readonly kind: ChatKind }

/** Asks Telegram; `false` too when it refuses to say. */
export function mayBotPost(api: Api, chat: KnownChat, me: number): Promise<boolean> {
  return mayBot(mayPost, { api, chat, me })
}

/** Asks Telegram; `false` too when it refuses to say. */
export function mayBotPin(api: Api, chat: KnownChat, me: number): Promise<boolean> {
  return mayBot(mayPin, { api, chat, me })
}

type Membership = { readonly api: Api; readonly chat: KnownChat; readonly me: number }

async function mayBot(may: typeof mayPost, { api, chat, me }: Membership): Promise<boolean> {
  try {
    return may(chat.kind, await api.getChatMember(chat.id, me))
  } catch (error) {
    if (isRefused(error, 400, 403)) return false
    throw error
  }
}
