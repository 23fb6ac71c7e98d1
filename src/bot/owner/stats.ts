import { renderStats } from '../../messages/views/stats.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'

const MOST_REASONS = 5

/** `/stats`: chats, subscriptions, deliveries, and why some did not arrive. */
export async function stats(context: ChatContext): Promise<void> {
  const census = await context.store.tallies.census(MOST_REASONS)
  const articles = await context.library.archive.count()
  await answer(context, renderStats({ ...census, articles }, context.view))
}
