import type { Context } from 'grammy'
import { type AfterDeliveryOptions, notifyOfTopic } from '../after-delivery.ts'
import { threadOf } from '../chat-context.ts'

/** Pauses a closed topic's schedule, and notifies the chat once. */
export async function followTopicClosed(ctx: Context, options: AfterDeliveryOptions): Promise<void> {
  if (ctx.chat === undefined) return
  const place = { chatId: ctx.chat.id, threadId: threadOf(ctx) }
  if ((await options.store.pauses.pause(place, 'topic-closed', options.now())) > 0) await notifyOfTopic(options, place)
}

/** Resumes the schedule of a reopened topic. */
export async function followTopicReopened(ctx: Context, { store, now }: AfterDeliveryOptions): Promise<void> {
  if (ctx.chat === undefined) return
  const place = { chatId: ctx.chat.id, threadId: threadOf(ctx) }
  await store.pauses.resume(place, ['topic-closed', 'topic-gone'], now())
  await store.notices.clear({ ...place, what: 'topic-closed' })
  await store.drafts.showAgain(place.chatId, now())
}
