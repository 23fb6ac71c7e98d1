import type { Draft } from '../../store/drafts/decide.ts'
import type { ChatContext } from '../chat-context.ts'

/** Whether whoever pressed or wrote may decide on a draft: an admin of its channel, or of the group that reviews it now. */
export async function mayDecide(
  { ctx, rights, store }: ChatContext,
  { chat_id, editors_chat_id }: Pick<Draft, 'chat_id' | 'editors_chat_id'>,
): Promise<boolean> {
  const place = await store.editors.find(chat_id)
  const group = editors_chat_id < 0 && place?.chatId === editors_chat_id ? editors_chat_id : null
  // a press always names a person; a message may come in the name of the group or of the channel
  const speaker = ctx.callbackQuery === undefined ? ctx.msg?.sender_chat?.id : undefined
  if (speaker !== undefined) return speaker === chat_id || speaker === group
  const person = ctx.from?.id
  if (person === undefined) return false
  return (await rights.isAdmin(chat_id, person)) || (group !== null && (await rights.isAdmin(group, person)))
}
