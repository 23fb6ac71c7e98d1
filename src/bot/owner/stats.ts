import { renderStats } from '../../messages/views/stats.ts'
import { answer } from '../answer.ts'
import type { Asked } from '../chat-context.ts'

const MOST_REASONS = 5

/** `/stats`: chats, subscriptions, deliveries, and why some did not arrive. */
export async function stats(asked: Asked): Promise<void> {
  const census = await asked.store.tallies.census(MOST_REASONS)
  const articles = await asked.library.archive.count()
  await answer(asked, renderStats({ ...census, articles }, asked.view))
}
