import type { Asked } from './asked.ts'

/**
 * Whether the person may change the chat's settings: in private everybody, in a channel whoever can post there, in a group
 * its admins, those too who write in the group's own name.
 */
export async function mayChangeSettings({ ctx, chatId, view }: Asked): Promise<boolean> {
  if (view.audience.kind !== 'group') return ctx.callbackQuery === undefined || view.audience.kind === 'private'
  const isPress = ctx.callbackQuery !== undefined
  if (!isPress && ctx.msg?.sender_chat !== undefined) return ctx.msg.sender_chat.id === chatId
  if (ctx.from === undefined) return false
  const { status } = await ctx.api.getChatMember(chatId, ctx.from.id)
  return status === 'creator' || status === 'administrator'
}
