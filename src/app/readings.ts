import type { TroubleWatch } from '../bot/owner/trouble-watch.ts'
import { TROUBLE_KINDS } from '../messages/views/trouble.ts'
import type { Store } from '../store/store.ts'
import type { Readings } from '../web/metrics.ts'

/** What `/metrics` asks at each scrape: running counts and index look-ups only, a few milliseconds with a million chats. */
export function readingsOf({ archive, files, tallies }: Store, watch: TroubleWatch): Readings {
  const census = () => tallies.census(0)
  return {
    articles: archive.count,
    files_unusable: async () => (await files.problems()).length,
    chats: async () =>
      (await census()).chats.map(({ kind, state, count }) => ({ labels: { kind, state }, value: count })),
    subscriptions: async () => {
      const { active, paused } = (await census()).subscriptions
      return [
        { labels: { state: 'active' }, value: active },
        { labels: { state: 'paused' }, value: paused },
      ]
    },
    deliveries_waiting: async () => (await census()).waiting,
    deliveries_overdue_seconds: async () => (await watch.overdueMs()) / 1000,
    disk_free_bytes: watch.freeBytes,
    trouble: async () => {
      const kinds = new Set((await watch.current()).map(({ kind }) => kind))
      return TROUBLE_KINDS.map((kind) => ({ labels: { kind }, value: kinds.has(kind) ? 1 : 0 }))
    },
  }
}
