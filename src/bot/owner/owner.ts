import type { Context } from 'grammy'
import { type OwnerCommandName, readOwnerRequest } from '../../requests/owner-commands.ts'
import { type BotParts, type ChatContext, gatherContext } from '../chat-context.ts'
import { broadcast } from './broadcast.ts'
import { stats } from './stats.ts'

const RUN: Readonly<Record<OwnerCommandName, (context: ChatContext, start: number) => Promise<void>>> = {
  stats,
  broadcast,
}

/**
 * Answers what only an owner may ask, in the owner's private chat. `false`: it is no such request, or not by an owner, so
 * that it is answered as if there were none.
 */
export async function handleOwner(ctx: Context, parts: BotParts): Promise<boolean> {
  if (!isOwner(ctx, parts)) return false
  const request = readOwnerRequest(ctx.msg?.text ?? '', ctx.me.username)
  if (request === null) return false
  await RUN[request.name](await gatherContext(ctx, parts), request.start)
  return true
}

/** Whether a chat is an owner's own. */
export function isOwner({ chat }: Context, { owner }: BotParts): boolean {
  return chat?.type === 'private' && owner.ids.includes(chat.id)
}
