import type { Context } from 'grammy'
import { renderLine } from '../../messages/render.ts'
import { renderMissed } from '../../messages/views/channels.ts'
import type { Chat } from '../../store/chats/chats.ts'
import { quietly } from '../../telegram/errors.ts'
import { optionsFor } from '../../telegram/options.ts'
import type { Message } from '../../text/message.ts'
import { type BotParts, type ChatContext, gatherContext, languageForChat } from '../chat-context.ts'

/**
 * Asks, after an absence, whether the next digest shall bring the missed articles; for a channel, asks in private whoever let
 * the bot in again, not the readers. Without an answer, the next digest brings them.
 */
export async function offerCatchUp(ctx: Context, parts: BotParts, chat: Chat): Promise<void> {
  const count = await countMissed(parts, chat.id)
  if (count === 0 || ctx.from === undefined) return
  const { view } = await gatherContext(ctx, parts)
  const own = chat.kind === 'channel' ? parts.wordings(languageForChat(ctx) ?? parts.defaultLanguage) : view.wording
  const message = renderMissed({ chat, count }, { ...view, wording: own })
  const to = chat.kind === 'channel' ? ctx.from.id : chat.id
  const options = { ...optionsFor(message), disable_notification: true }
  // a bot may not begin a conversation; the next digest then brings the missed articles
  await quietly(() => ctx.api.sendMessage(to, message.text, options), 400, 403)
}

/** Marks all that is on hand as seen in every place of a chat that has a schedule. */
export async function skipMissed({ store, library, view, now }: ChatContext, chatId: number): Promise<Message> {
  const newest = await library.archive.newestNumber()
  for (const place of await store.subscriptions.ofChat(chatId)) {
    await store.subscriptions.sawThrough(place, newest, now().getTime())
  }
  return renderLine('missed-skipped', {}, view)
}

async function countMissed({ store, library }: BotParts, chatId: number): Promise<number> {
  const counts: number[] = [0]
  for (const place of await store.subscriptions.ofChat(chatId)) {
    if (place.nextDue === null) continue
    const seen = await store.subscriptions.seenThrough(place)
    // a place that never got a digest has missed none
    if (seen > 0) counts.push(await library.archive.arrivedCount(seen))
  }
  return Math.max(...counts)
}
