import type { ChatContext } from '../chat-context.ts'

/**
 * Whether the sender may change the chat's settings: in private everybody, in a channel whoever can post there, in a group
 * its admins, including those who write in the name of the group or of its linked channel.
 */
export async function mayChangeSettings({ ctx, chatId, view, rights }: ChatContext): Promise<boolean> {
  if (view.audience.kind === 'private') return true
  const pressed = ctx.callbackQuery
  if (pressed !== undefined) return rights.isAdmin(chatId, pressed.from.id)
  if (view.audience.kind === 'channel') return true
  const speaker = ctx.msg?.sender_chat?.id
  if (speaker !== undefined) return speaker === chatId || speaker === (await rights.linkedChannel(chatId))
  return ctx.from !== undefined && (await rights.isAdmin(chatId, ctx.from.id))
}
