import { setTimeout as sleep } from 'node:timers/promises'
import { type ListeningPlayground, type PlaygroundOptions, startPlayground } from '@mujaz/playground'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createLease } from '../../../src/delivery/lease.ts'
import { createDigestPlanner } from '../../../src/delivery/plan-digests.ts'
import { createSender, type Sender } from '../../../src/delivery/sender/sender.ts'
import { EVERY_DAY } from '../../../src/digest/schedule.ts'
import type { Place } from '../../../src/store/place.ts'
import type { Store } from '../../../src/store/store.ts'
import { createTelegram } from '../../../src/telegram/api.ts'
import { createSend, type Send } from '../../../src/telegram/send.ts'
import { createTransport } from '../../../src/telegram/transport.ts'
import { anArchive } from '../../an-archive.ts'
import { aStore } from '../../store/a-store.ts'

export const QUIET = pino({ level: 'silent' })

/** A local Telegram that is closed after the test. */
export async function aPlayground(options: PlaygroundOptions = {}): Promise<ListeningPlayground> {
  const playground = await startPlayground(options)
  onTestFinished(() => playground.close())
  return playground
}

/** The real way to it. */
export function aSend({ url, token }: { readonly url: string; readonly token: string }): Send {
  const transport = createTransport(url)
  onTestFinished(() => transport.close())
  return createSend(createTelegram({ token, apiRoot: url, transport }))
}

export function somePeople(playground: ListeningPlayground, count: number): readonly Place[] {
  return Array.from({ length: count }, (_, at) => {
    return { chatId: playground.addPerson({ firstName: `Reader ${at}`, started: true }), threadId: 0 }
  })
}

/** Puts one digest for each place in the ledger, due now. */
export async function planFor(store: Store, places: readonly Place[]): Promise<void> {
  const now = Date.now()
  const dueAt = now - (now % 60_000)
  const schedule = { times: [(dueAt / 60_000) % 1440], days: EVERY_DAY, zone: 'UTC' }
  for (const place of places) {
    const kind = place.chatId > 0 ? 'private' : 'group'
    await store.chats.seen({ id: place.chatId, kind, title: null }, dueAt - 1)
    await store.subscriptions.save({ ...place, schedule, language: 'ar' }, dueAt - 1)
  }
  const ticker = createDigestPlanner({
    ...{ store, now: () => dueAt, log: QUIET, wake: () => {}, isOnDuty: () => true },
    archive: anArchive(1),
    render: () => ({ text: 'نشرة', entities: [], keyboard: [] }),
  })
  await ticker.tick()
  await ticker.stop()
}

export function aSender(store: Store, send: Send, rate: number, now = Date.now): Pick<Sender, 'wake' | 'stop'> {
  const lease = createLease({ store, log: QUIET, taken: () => sender.wake() })
  const sender = createSender({ store, send, rate, now, log: QUIET, lease })
  void lease.start().then(sender.start)
  return { wake: sender.wake, stop: () => sender.stop().then(lease.stop) }
}

/** Waits until nothing in the ledger waits or flies. */
export async function drained(store: Store, timeoutMs = 60_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(20)) {
    const { pending, later, sending } = await store.deliveries.counts()
    if (pending + later + sending === 0) return
  }
  throw new Error(`still open after ${timeoutMs} ms: ${JSON.stringify(await store.deliveries.counts())}`)
}

/** Everything a delivery test needs, for so many readers in private. */
export async function aFanOut(readers: number, options: PlaygroundOptions = {}) {
  const playground = await aPlayground(options)
  const store = await aStore()
  const places = somePeople(playground, readers)
  await planFor(store, places)
  return { playground, store, chats: places.map((place) => place.chatId), send: aSend(playground) }
}

/** When each message was sent, in milliseconds, those that were refused too. */
export function sendTimes(playground: ListeningPlayground, chatId?: number): readonly number[] {
  const sends = playground.requests.filter((request) => request.method === 'sendMessage')
  return sends.filter(({ params }) => chatId === undefined || params.chat_id === chatId).map((request) => request.at)
}

export function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((time, at) => at + 1 - times.findIndex((other) => other > time - 1000)))
}
