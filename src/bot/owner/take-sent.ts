import type { Context } from 'grammy'
import { type BotParts, gatherContext } from '../chat-context.ts'
import { importMessage, isLong, isReadable, onlyLink, type Sent } from './import.ts'
import { isOwner } from './owner.ts'

/**
 * Imports what an owner sends in private that is plainly an article: a document, a link alone, a long text, a forward that
 * is one of these. `false`: it is something else.
 */
export async function takeSent(ctx: Context, parts: BotParts): Promise<boolean> {
  const { msg } = ctx
  if (msg === undefined || ctx.editedMessage !== undefined || !isOwner(ctx, parts) || !isArticle(msg)) return false
  await importMessage(await gatherContext(ctx, parts), msg)
  return true
}

/** A typed text is a search or an answer to the bot unless it is longer than either. */
const LONG_TYPED = 400

function isArticle({ text = '', caption = '', document, forward_origin }: Sent): boolean {
  if (document !== undefined && isReadable(document)) return true
  if (text.startsWith('/')) return false
  if (forward_origin !== undefined) return isLong(text + caption) || onlyLink(text + caption) !== null
  return /^\s*https?:\/\/\S+\s*$/i.test(text) || text.length >= LONG_TYPED
}
