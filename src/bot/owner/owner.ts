import type { Context } from 'grammy'
import { decodeOwnerPress } from '../../messages/owner-press.ts'
import { type OwnerCommandName, readOwnerRequest } from '../../requests/owner-commands.ts'
import { type Asked, type BotParts, gatherAsked } from '../chat-context.ts'
import { answerBroadcastPress, broadcast } from './broadcast.ts'
import { stats } from './stats.ts'

const RUN: Readonly<Record<OwnerCommandName, (asked: Asked, start: number) => Promise<void>>> = { stats, broadcast }

/**
 * Answers what only an owner may ask, in the owner's private chat. `false`: it is no such request, or not by an owner, so
 * that it is answered as if there were none.
 */
export async function handleOwner(ctx: Context, parts: BotParts): Promise<boolean> {
  if (!isOwner(ctx, parts)) return false
  const request = readOwnerRequest(ctx.msg?.text ?? '', ctx.me.username)
  if (request === null) return false
  await RUN[request.name](await gatherAsked(ctx, parts), request.start)
  return true
}

/** As `handleOwner`, for a pressed button. */
export async function handleOwnerPress(ctx: Context, parts: BotParts): Promise<boolean> {
  const press = isOwner(ctx, parts) ? decodeOwnerPress(ctx.callbackQuery?.data ?? '') : null
  if (press === null) return false
  await answerBroadcastPress(await gatherAsked(ctx, parts), press)
  return true
}

function isOwner(ctx: Context, { owner }: BotParts): boolean {
  return ctx.chat?.type === 'private' && owner.ids.includes(ctx.chat.id)
}
