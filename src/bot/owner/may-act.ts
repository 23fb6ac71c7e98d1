import type { ChatContext } from '../chat-context.ts'
import { mayDecide } from '../drafts/may-decide.ts'

/** Whether whoever pressed or wrote may act on articles: an owner, or in a group that an owner chose as editors, one who may decide on drafts there. */
export async function mayAct(context: ChatContext): Promise<boolean> {
  const { ctx, chatId, owner, store } = context
  if (ctx.from !== undefined && owner.ids.includes(ctx.from.id)) return true
  if (chatId > 0) return false
  for (const editors of await store.editors.chosenBy(owner.ids)) {
    if (editors.chatId !== chatId) continue
    if (await mayDecide(context, { chat_id: editors.channelId, editors_chat_id: chatId })) return true
  }
  return false
}
