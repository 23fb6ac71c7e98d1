import type { MessageEntity } from '@grammyjs/types'
import { botIn, isAdmin, isInside } from './chats.ts'
import type { Chat, StoredMessage, World } from './world.ts'

/**
 * Whether the bot gets a message. Outside groups: all. In groups with privacy mode
 * (https://core.telegram.org/bots/features#privacy-mode): service messages, commands meant for it, replies to it, what was sent through it and,
 * as Telegram's servers do though the page does not say so, mentions of it. Administrators get everything.
 */
export function isShownToBot(world: World, chat: Chat, message: StoredMessage): boolean {
  if (chat.kind === 'private') return true
  const bot = botIn(world, chat)
  if (!isInside(bot)) return false
  if (chat.kind === 'channel') return true
  if (isAdmin(bot) || world.settings.can_read_all_group_messages || message.body.kind === 'service') return true
  return (
    message.inlineId !== null ||
    repliesToBot(chat, message) ||
    (message.body.kind === 'text' && addressesBot(world, message.body))
  )
}

/** Whether a message calls the bot as a guest: it names the bot or replies to it, in a group that the bot isn't in. */
export function callsGuest(world: World, chat: Chat, message: StoredMessage): boolean {
  if (!world.settings.supports_guest_queries || chat.kind === 'private' || chat.kind === 'channel') return false
  if (isInside(botIn(world, chat)) || message.editDate !== null || message.body.kind !== 'text') return false
  return repliesToBot(chat, message) || mentionsBot(world, message.body)
}

function repliesToBot(chat: Chat, message: StoredMessage): boolean {
  return message.replyTo !== null && chat.messages.get(message.replyTo)?.sender.kind === 'bot'
}

type Marked = { readonly text: string; readonly entities: readonly MessageEntity[] }

function addressesBot(world: World, marked: Marked): boolean {
  const commands = shownAs(marked, 'bot_command')
  // A bare command is meant for any bot; the bot is the only one here, so it was the last bot to write.
  return commands.some((shown) => !shown.includes('@') || shown.endsWith(nameOf(world))) || mentionsBot(world, marked)
}

function mentionsBot(world: World, marked: Marked): boolean {
  return shownAs(marked, 'mention').includes(nameOf(world))
}

function nameOf({ bot }: World): string {
  return `@${bot.username.toLowerCase()}`
}

function shownAs({ text, entities }: Marked, type: MessageEntity['type']): readonly string[] {
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length).toLowerCase())
}
