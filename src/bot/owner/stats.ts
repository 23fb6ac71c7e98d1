import { renderStats, type UsageStats, type UsageWeek } from '../../messages/views/stats.ts'
import type { Usage } from '../../store/readers/usage.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'

const MOST_REASONS = 5
const DAYS = 7
const DAY_MS = 24 * 60 * 60_000
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
    week: await weekOf(store.usage, span),
    weekBefore: await weekOf(store.usage, { ...span, now: span.now - DAYS * DAY_MS }),
    read: items.map(({ key, briefing }) => ({ title: briefing.article.title.text, count: countOf.get(key) ?? 0 })),
    searched: searched.flatMap(({ word, count }) => (word === null ? [] : [{ word, count }])),
  }
}

async function weekOf(usage: Usage, span: { readonly days: number; readonly now: number }): Promise<UsageWeek> {
  return {
    reads: await usage.total('read', span),
    searches: await usage.total('search', span),
    readers: await usage.peopleADay('read', span),
    searchers: await usage.peopleADay('search', span),
  }
}
