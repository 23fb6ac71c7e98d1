import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { createLease } from '../src/delivery/lease.ts'
import { createDigestPlanner } from '../src/delivery/plan-digests.ts'
import { createSender, type SenderOptions } from '../src/delivery/sender/sender.ts'
import { NO_TERMS } from '../src/digest/article-terms.ts'
import { EVERY_DAY } from '../src/digest/schedule.ts'
import type { Store } from '../src/store/store.ts'
import type { Message } from '../src/text/message.ts'

/** Sends what the ledger has, as the only process; resolves when nothing waits. */
export async function sendAll(store: Store, options: Pick<SenderOptions, 'send' | 'rate' | 'now'>): Promise<void> {
  const lease = createLease({ store, log: QUIET, taken: () => {} })
  await lease.start()
  const sender = createSender({ ...options, store, log: QUIET, lease })
  sender.start()
  while ((await store.deliveries.nextAt()) !== null) await sleep(500)
  await sender.stop()
  await lease.stop()
}

const QUIET = pino({ level: 'silent' })
export const DIGEST: Message = {
  text: 'نشرة '.repeat(60),
  entities: [],
  keyboard: [[{ text: 'افتح', callback_data: 'o:1' }]],
}

const AT_ONCE = 100

/** Subscribes chats and puts a digest for each in the ledger, due in the minute of `now`. */
export async function planFanOut(store: Store, chats: readonly number[], now: number): Promise<void> {
  const dueAt = now - (now % 60_000)
  const schedule = { times: [(dueAt / 60_000) % 1440], days: EVERY_DAY, zone: 'UTC' }
  const subscribe = async (id: number) => {
    await store.chats.seen({ id, kind: id > 0 ? 'private' : 'group', title: null }, dueAt - 1)
    await store.subscriptions.save({ chatId: id, threadId: 0, schedule, language: 'ar' }, dueAt - 1)
  }
  for (let from = 0; from < chats.length; from += AT_ONCE)
    await Promise.all(chats.slice(from, from + AT_ONCE).map(subscribe))
  const ticker = createDigestPlanner({
    store,
    // a slug that no article needs to stand behind
    archive: {
      lastArrived: async () => [{ number: 1, slug: 'one' as never, chunks: 2, terms: () => NO_TERMS }],
      arrivedCount: async () => 1,
      bySlugs: async () => [],
    },
    render: () => DIGEST,
    now: () => dueAt,
    log: QUIET,
    wake: () => {},
    isOnDuty: () => true,
  })
  await ticker.tick()
  await ticker.stop()
}
