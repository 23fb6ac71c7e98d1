import type { Context } from 'grammy'
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
    case 'moved':
      await store.moveChat(chatId, outcome.to, at)
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

/** After an answer arrived: resumes schedules paused for a missing right or topic, since both are there. */
export async function followAnswer(ctx: Context, { store, now }: BotParts): Promise<void> {
  if (ctx.chat === undefined || ctx.chat.type === 'private') return
  const at = now().getTime()
  await store.pauses.resume({ chatId: ctx.chat.id, threadId: null }, ['no-rights'], at)
  await store.pauses.resume({ chatId: ctx.chat.id, threadId: threadOf(ctx) }, ['topic-closed', 'topic-gone'], at)
  await store.drafts.showAgain(ctx.chat.id, at)
}
