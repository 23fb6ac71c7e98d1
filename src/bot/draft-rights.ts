import type { Draft } from '../store/draft-acts.ts'
import type { Asked } from './asked.ts'

/** Whether whoever pressed or wrote may decide on a draft: an admin of its channel, or of the group that reviews it. */
export async function mayDecide({ ctx, rights }: Asked, draft: Draft): Promise<boolean> {
  // who presses is always named; who writes may speak in the name of the group or of the channel itself
  const speaker = ctx.callbackQuery === undefined ? ctx.msg?.sender_chat?.id : undefined
  if (speaker !== undefined) return speaker === draft.chat_id || speaker === draft.editors_chat_id
  const person = ctx.from?.id
  if (person === undefined) return false
  if (await rights.isAdmin(draft.chat_id, person)) return true
  return draft.editors_chat_id < 0 && (await rights.isAdmin(draft.editors_chat_id, person))
}
