import type { Context } from 'grammy'
import { type OwnerCommandName, readOwnerRequest } from '../../requests/owner-commands.ts'
import { type BotParts, type ChatContext, gatherContext } from '../chat-context.ts'
import { broadcast } from './broadcast.ts'
import { desk, withdrawNamed } from './desk.ts'
import { feeds } from './feeds.ts'
import { importAsked } from './import.ts'
import { stats } from './stats.ts'

const RUN: Readonly<Record<OwnerCommandName, (context: ChatContext, start: number) => Promise<void>>> = {
  stats,
  broadcast,
  desk,
  withdraw: withdrawNamed,
  import: importAsked,
  feeds,
}

/**
 * Answers an owner's command in the owner's private chat. `false`: it is no such command, or not by an owner: to others
 * these commands do not exist.
 */
export async function handleOwner(ctx: Context, parts: BotParts): Promise<boolean> {
  if (!isOwner(ctx, parts)) return false
  const request = readOwnerRequest(ctx.msg?.text ?? '', ctx.me.username)
  if (request === null) return false
  await RUN[request.name](await gatherContext(ctx, parts), request.start)
  return true
}

/** Whether a chat is an owner's private chat. */
export function isOwner({ chat }: Context, { owner }: BotParts): boolean {
  return chat?.type === 'private' && owner.ids.includes(chat.id)
}
