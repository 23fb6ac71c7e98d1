import type { Context, Transformer } from 'grammy'
import { isRefused, isRightMissing } from '../../telegram/errors.ts'
import { outcomeOf } from '../../telegram/outcome.ts'
import { type BotParts, threadOf } from '../chat-context.ts'

/**
 * After Telegram refused an answer: updates the stored chat when the refusal is about its place (chat, topic, rights).
 * `false`: the refusal has another reason.
 */
export async function followRefusal(ctx: Context, { store, now }: BotParts, error: unknown): Promise<boolean> {
  if (!isRefused(error) || ctx.chat === undefined) return false
  const { id: chatId, type } = ctx.chat
  const at = now().getTime()
  const outcome = outcomeOf(error)
  switch (outcome.kind) {
    case 'gone':
      // an update of its own brings the chat's new state
      return true
    case 'topic-gone':
      await store.pauses.pause({ chatId, threadId: threadOf(ctx) }, 'topic-gone', at)
      return true
    case 'refused':
      if (type === 'private' || !isRightMissing(outcome.description)) return false
      await store.pauses.pause({ chatId, threadId: null }, 'no-rights', at)
      return true
    default:
      return false
  }
}

/** Sends again to the chat that a group has become; moves its rows first. Message ids of the group are others there. */
export function followMigrations({ store, now }: Pick<BotParts, 'store' | 'now'>): Transformer {
  return async (call, method, payload, signal) => {
    const answer = await call(method, payload, signal)
    const to = answer.ok ? undefined : answer.parameters?.migrate_to_chat_id
    if (to === undefined || !('chat_id' in payload) || typeof payload.chat_id !== 'number') return answer
    await store.moveChat(payload.chat_id, to, now().getTime())
    return await call(method, { ...payload, chat_id: to, reply_parameters: undefined }, signal)
  }
}

/** After an answer arrived: resumes schedules paused for a missing right or topic, since both are there. */
export async function followAnswer(ctx: Context, { store, now }: BotParts): Promise<void> {
  if (ctx.chat === undefined || ctx.chat.type === 'private') return
  const at = now().getTime()
  await store.pauses.resume({ chatId: ctx.chat.id, threadId: null }, ['no-rights'], at)
  await store.pauses.resume({ chatId: ctx.chat.id, threadId: threadOf(ctx) }, ['topic-closed', 'topic-gone'], at)
  await store.drafts.showAgain(ctx.chat.id, at)
}
