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
  if (isAdmin(bot) || world.privacyMode === 'off' || message.body.kind === 'service') return true
  return (
    message.inlineId !== null ||
    repliesToBot(chat, message) ||
    (message.body.kind === 'text' && addressesBot(world, message.body))
  )
}

function repliesToBot(chat: Chat, message: StoredMessage): boolean {
  return message.replyTo !== null && chat.messages.get(message.replyTo)?.sender.kind === 'bot'
}

type Marked = { readonly text: string; readonly entities: readonly MessageEntity[] }

function addressesBot(world: World, { text, entities }: Marked): boolean {
  const name = `@${world.bot.username.toLowerCase()}`
  return entities.some((entity) => {
    const shown = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    // A bare command is meant for any bot; the bot is the only one here, so it was the last bot to write.
    if (entity.type === 'bot_command') return !shown.includes('@') || shown.endsWith(name)
    return entity.type === 'mention' && shown === name
  })
}
