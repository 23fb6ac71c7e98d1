import type { Context, Filter } from 'grammy'
import { renderScreen } from '../messages/render.ts'
import { answer } from './answer.ts'
import { type BotParts, gatherAsked } from './asked.ts'

/**
 * The bot's own coming and going: blocked or removed, a chat gets nothing more and keeps its settings; back again, its
 * schedules go on. A group it is added to gets a welcome.
 */
export async function followMembership(ctx: Filter<Context, 'my_chat_member'>, parts: BotParts): Promise<void> {
  const { chat, old_chat_member: before, new_chat_member: after } = ctx.myChatMember
  const at = parts.now().getTime()
  parts.rights.forgetChat(chat.id)
  if (isIn(after.status)) {
    await parts.store.chats.seen({ id: chat.id, kind: chat.type, title: chat.title ?? null }, at)
    const isNew = !isIn(before.status) && (chat.type === 'group' || chat.type === 'supergroup')
    if (isNew) {
      const asked = await gatherAsked(ctx, parts)
      await answer(asked, renderScreen({ view: 'help' }, asked.view))
    }
    return
  }
  await parts.store.chats.gone(chat.id, chat.type === 'private' ? 'blocked' : 'kicked', at)
}

function isIn(status: string): boolean {
  return status === 'member' || status === 'administrator' || status === 'creator' || status === 'restricted'
}
