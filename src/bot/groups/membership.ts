import type { Context, Filter } from 'grammy'
import { renderWelcome } from '../../messages/views/help.ts'
import { answer } from '../answer.ts'
import { type BotParts, gatherContext } from '../chat-context.ts'
import { learnManagers } from '../rights/managers.ts'
import { mayPost } from '../rights/may-post.ts'
import { offerCatchUp } from './catch-up.ts'
import { recordWelcome } from './throttle.ts'

/**
 * Follows the bot's own membership: a chat that blocks or removes it gets nothing more and keeps its settings; without the
 * right to post its schedules are paused, with it resumed. A group that adds the bot gets a welcome.
 */
export async function followMembership(ctx: Filter<Context, 'my_chat_member'>, parts: BotParts): Promise<void> {
  const { chat, old_chat_member: before, new_chat_member: after } = ctx.myChatMember
  const { store } = parts
  const at = parts.now().getTime()
  await parts.rights.changed({ chatId: chat.id, userId: null })
  if (!isIn(after.status)) {
    await store.chats.gone(chat.id, chat.type === 'private' ? 'blocked' : 'kicked', at)
    return
  }
  const everywhere = { chatId: chat.id, threadId: null }
  const may = mayPost(chat.type, after)
  if (!may) await store.pauses.pause(everywhere, 'no-rights', at)
  const known = await store.chats.find(chat.id)
  const chatNow = await store.chats.seen({ id: chat.id, kind: chat.type, title: chat.title ?? null }, at)
  if (chat.type !== 'private') await learnManagers(ctx.api, store, chat.id)
  if (!may) return
  await store.drafts.showAgain(chat.id, at)
  const resumed = await store.pauses.resume(everywhere, ['no-rights'], at)
  const isNew = !isIn(before.status) && (chat.type === 'group' || chat.type === 'supergroup')
  if (isNew) {
    const context = await gatherContext(ctx, parts)
    await answer(context, renderWelcome(context.view))
    recordWelcome(context)
  }
  if (resumed > 0 || (known !== null && known.state !== 'active')) await offerCatchUp(ctx, parts, chatNow)
}

function isIn(status: string): boolean {
  return status === 'member' || status === 'administrator' || status === 'creator' || status === 'restricted'
}
