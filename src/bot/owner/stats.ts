import { renderStats, type UsageStats } from '../../messages/views/stats.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'

const MOST_REASONS = 5
const DAYS = 7
const MOST_READ = 5
const MOST_SEARCHED = 10

/** `/stats`: chats, subscriptions, deliveries, why some did not arrive, and what was read and searched. */
export async function stats(context: ChatContext): Promise<void> {
  const census = await context.store.tallies.census(MOST_REASONS)
  const articles = await context.library.archive.count()
  await answer(context, renderStats({ ...census, articles, usage: await usageOf(context) }, context.view))
}

/** Articles that are gone, and words that were searched once, are left out. */
async function usageOf({ store, library, now }: ChatContext): Promise<UsageStats> {
  const span = { days: DAYS, now: now().getTime() }
  const read = await store.usage.top('read', { ...span, limit: MOST_READ })
  const searched = await store.usage.top('search', { ...span, limit: MOST_SEARCHED })
  const items = await library.archive.byKeys(read.map(({ key }) => key))
  const countOf = new Map(read.map(({ key, count }) => [key, count]))
  return {
    readers: await store.usage.peopleADay('read', span),
    searchers: await store.usage.peopleADay('search', span),
    read: items.map(({ key, briefing }) => ({ title: briefing.article.title.text, count: countOf.get(key) ?? 0 })),
    searched: searched.flatMap(({ word, count }) => (word === null ? [] : [{ word, count }])),
  }
}
