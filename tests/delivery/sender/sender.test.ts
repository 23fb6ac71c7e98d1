import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore, type Store } from '../../../src/store/store.ts'
import { anEmptyStore, aStore } from '../../store/a-store.ts'
import { aFanOut, aPlayground, aSend, aSender, drained, mostInASecond, planFor, sendTimes } from './a-fan-out.ts'

test('every chat has its digest once, at an even pace', async () => {
  const { playground, store, chats, send } = await aFanOut(60)
  const sender = aSender(store, send, 50)
  await drained(store)
  await sender.stop()
  expect(chats.map((chat) => playground.messages(chat).length)).toEqual(chats.map(() => 1))
  const times = sendTimes(playground)
  // a busy receiver notes late what was sent in time: the exact figure is the bench's
  expect(mostInASecond(times)).toBeLessThanOrEqual(55)
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1100)
})

test('a user who blocked the bot is gone, keeps the settings, and delays no other chat', async () => {
  const { playground, store, chats, send } = await aFanOut(3)
  const [blocker = 0] = chats
  playground.blockBot(blocker)
  const sender = aSender(store, send, 100)
  await drained(store)
  await sender.stop()
  expect(await store.deliveries.counts()).toMatchObject({ sent: 2, gone: 1 })
  expect(await store.chats.find(blocker)).toMatchObject({ state: 'blocked' })
  expect(await store.subscriptions.find({ chatId: blocker, threadId: 0 })).toMatchObject({ nextDue: null })
})

test('a group that became a supergroup gets its digest there, and its next ones too', async () => {
  const playground = await aPlayground()
  const store = await aStore()
  const group = playground.addGroup({ title: 'Readers', creator: playground.addPerson({ firstName: 'Huda' }) })
  await planFor(store, [{ chatId: group, threadId: 0 }])
  const supergroup = playground.upgradeGroup(group)
  const sender = aSender(store, aSend(playground), 100)
  await drained(store)
  await sender.stop()
  expect(playground.messages(supergroup).filter((message) => message.text === 'نشرة').length).toBe(1)
  expect(await store.chats.find(group)).toBeNull()
  expect((await store.subscriptions.find({ chatId: supergroup, threadId: 0 }))?.nextDue).toBeGreaterThan(Date.now())
})

test('a topic that is gone pauses its subscription, not its chat', async () => {
  const playground = await aPlayground()
  const store = await aStore()
  const creator = playground.addPerson({ firstName: 'Huda' })
  const chatId = playground.addSupergroup({ title: 'Readers', creator, forum: true })
  const topic = { chatId, threadId: playground.addTopic({ chatId, name: 'News' }) }
  await planFor(store, [topic])
  playground.deleteTopic(topic)
  const sender = aSender(store, aSend(playground), 100)
  await drained(store)
  await sender.stop()
  expect(await store.subscriptions.find(topic)).toMatchObject({ state: 'topic-gone', nextDue: null })
  expect(await store.chats.find(chatId)).toMatchObject({ state: 'active' })
})

test('two topics of one group are a second apart', async () => {
  const playground = await aPlayground({ rates: 'telegram' })
  const store = await aStore()
  const creator = playground.addPerson({ firstName: 'Huda' })
  const chatId = playground.addSupergroup({ title: 'Readers', creator, forum: true })
  const topics = ['News', 'Sport', 'Weather'].map((name) => ({
    chatId,
    threadId: playground.addTopic({ chatId, name }),
  }))
  await planFor(store, topics)
  const sender = aSender(store, aSend(playground), 25)
  await drained(store)
  await sender.stop()
  expect(await store.deliveries.counts()).toMatchObject({ sent: 3 })
  expect(playground.requests.filter(({ answer }) => answer.kind === 'error')).toEqual([])
})

test.each([
  ['back', -3_600_000],
  ['forward', 3_600_000],
])('a clock that is set %s an hour: what waits goes out, and a flooded chat waits its time', async (_, step) => {
  const { playground, store, chats, send } = await aFanOut(20)
  const [flooded = 0] = chats
  playground.faults.plan({ chatId: flooded, times: 1, strike: { kind: 'flood', retryAfterSeconds: 3, scope: 'chat' } })
  let ahead = 0
  const sender = aSender(store, send, 25, () => Date.now() + ahead)
  await playground.waitForRequest({ where: () => sendTimes(playground).length >= 5, timeoutMs: 10_000 })
  ahead = step
  await drained(store)
  await sender.stop()
  expect(chats.map((chat) => playground.messages(chat).length)).toEqual(chats.map(() => 1))
  expect(playground.requests.filter(({ answer }) => answer.kind === 'error')).toHaveLength(1)
})

test('one flooded chat waits all its time; the others go on', async () => {
  const { playground, store, chats, send } = await aFanOut(10)
  const [flooded = 0] = chats
  playground.faults.plan({ chatId: flooded, times: 1, strike: { kind: 'flood', retryAfterSeconds: 2, scope: 'chat' } })
  const sender = aSender(store, send, 100)
  await drained(store)
  await sender.stop()
  const [first = 0, second = 0, ...more] = sendTimes(playground, flooded)
  expect(more).toEqual([])
  expect(second - first).toBeGreaterThanOrEqual(2000)
  expect(second - first).toBeLessThan(2600)
  expect(sendTimes(playground).filter((time) => time < first + 1000).length).toBe(10)
})

test('a flood over all chats: one probe finds it, then nothing is sent for exactly its time', async () => {
  const { playground, store, send } = await aFanOut(6)
  playground.faults.plan({ times: 1, skip: 2, strike: { kind: 'flood', retryAfterSeconds: 2, scope: 'all' } })
  const sender = aSender(store, send, 25)
  await drained(store)
  await sender.stop()
  const times = sendTimes(playground)
  const start = times[2] ?? 0
  expect(times.filter((time) => time > start && time < start + 2000).length).toBe(1)
  expect(times.filter((time) => time >= start + 2000).length).toBe(4)
  expect(times.find((time) => time >= start + 2000) ?? 0).toBeLessThan(start + 2600)
  expect(await store.deliveries.counts()).toMatchObject({ sent: 6 })
})

test('a flood over all outlives the process', async () => {
  const { playground, store, send } = await aFanOut(4)
  playground.faults.plan({ times: 1, strike: { kind: 'flood', retryAfterSeconds: 2, scope: 'all' } })
  const first = aSender(store, send, 25)
  await playground.waitForRequest({ where: () => sendTimes(playground).length === 2 })
  await sleep(100)
  await first.stop()
  const second = aSender(store, send, 25)
  await drained(store)
  await second.stop()
  const [start = 0, , third = 0] = sendTimes(playground)
  expect(third - start).toBeGreaterThanOrEqual(2000)
  expect(await store.deliveries.counts()).toMatchObject({ sent: 4 })
})

test('an unsendable message is refused with its reason, and delays no other chat', async () => {
  const { playground, store, chats, send } = await aFanOut(4)
  const description = 'Bad Request: MESSAGE_POISONED'
  playground.faults.plan({ chatId: chats[0] ?? 0, strike: { kind: 'refuse', code: 400, description } })
  const sender = aSender(store, send, 100)
  await drained(store)
  await sender.stop()
  expect(await store.deliveries.counts()).toMatchObject({ sent: 3, refused: 1 })
})

test.each([
  { kind: 'refuse', code: 502, description: 'Bad Gateway' },
  { kind: 'gateway', status: 504 },
  { kind: 'drop', when: 'before' },
] as const)('a server that fails ($kind) is tried again', async (strike) => {
  const { playground, store, chats, send } = await aFanOut(4)
  playground.faults.plan({ times: 2, strike })
  const sender = aSender(store, send, 100)
  await drained(store)
  await sender.stop()
  expect(chats.map((chat) => playground.messages(chat).length)).toEqual([1, 1, 1, 1])
})

test('during an outage one delivery at a time probes the server', async () => {
  const { playground, store, send } = await aFanOut(40)
  const outage = playground.faults.plan({ strike: { kind: 'gateway', status: 502 } })
  const sender = aSender(store, send, 100)
  await sleep(1500)
  expect(outage.hits).toBeLessThan(12)
  outage.cancel()
  await drained(store)
  await sender.stop()
  expect(await store.deliveries.counts()).toMatchObject({ sent: 40 })
})

test('a refused token loses nothing', async () => {
  const { playground, store, send } = await aFanOut(3)
  const refused = playground.faults.plan({ strike: { kind: 'refuse', code: 401, description: 'Unauthorized' } })
  const first = aSender(store, send, 100)
  await playground.waitForRequest({ where: ({ method }) => method === 'sendMessage' })
  await sleep(100)
  await first.stop()
  expect(refused.hits).toBeLessThanOrEqual(3)
  refused.cancel()
  const second = aSender(store, send, 100)
  await drained(store)
  await second.stop()
  expect(await store.deliveries.counts()).toMatchObject({ sent: 3 })
})

test('a ledger that can’t be written halts sending, and nothing is sent twice', async () => {
  const { playground, store, chats, send } = await aFanOut(20)
  const full = { since: Number.POSITIVE_INFINITY, until: 0 }
  const advance: Store['deliveries']['advance'] = async (...step) => {
    const now = performance.now()
    if (now >= full.since && now < full.until) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
    return await store.deliveries.advance(...step)
  }
  const sender = aSender({ ...store, deliveries: { ...store.deliveries, advance } }, send, 50)
  await playground.waitForRequest({ where: () => sendTimes(playground).length === 5 })
  full.since = performance.now()
  full.until = full.since + 1200
  await sleep(1100)
  const during = sendTimes(playground).filter((time) => time > full.since + 50)
  expect(during).toEqual([])
  await drained(store)
  await sender.stop()
  expect(chats.map((chat) => playground.messages(chat).length)).toEqual(chats.map(() => 1))
})

test('stopping waits for deliveries in flight and records them', async () => {
  const { playground, store, send } = await aFanOut(5)
  playground.faults.plan({ strike: { kind: 'slow', milliseconds: 300 } })
  const sender = aSender(store, send, 25)
  await playground.waitForRequest({ where: ({ method }) => method === 'sendMessage' })
  await sender.stop()
  const { sending, sent, pending } = await store.deliveries.counts()
  expect({ sending, all: sent + pending }).toEqual({ sending: 0, all: 5 })
  expect(sent).toBe(sendTimes(playground).length)
})

test('a second process waits for its turn, and takes over', async () => {
  const playground = await aPlayground()
  const options = await anEmptyStore()
  const [first, second] = [await openStore(options), await openStore(options)]
  const active = aSender(first, aSend(playground), 100)
  await expect.poll(async () => (await first.leases.look()).holder).not.toBeNull()
  const standby = aSender(second, aSend(playground), 100)
  const [one, other] = [first, second].map((_, at) => playground.addPerson({ firstName: `${at}`, started: true }))
  await planFor(first, [{ chatId: one ?? 0, threadId: 0 }])
  for (const sender of [active, standby]) sender.wake()
  await drained(first)
  await active.stop()
  await planFor(second, [{ chatId: other ?? 0, threadId: 0 }])
  standby.wake()
  await drained(second)
  await standby.stop()
  expect(sendTimes(playground).length).toBe(2)
  for (const store of [first, second]) await store.close()
})

test('a sender that had nothing to do is woken', async () => {
  const playground = await aPlayground()
  const store = await aStore()
  const sender = aSender(store, aSend(playground), 25)
  await sleep(100)
  const chatId = playground.addPerson({ firstName: 'Huda', started: true })
  await planFor(store, [{ chatId, threadId: 0 }])
  sender.wake()
  await playground.waitForMessage({ chatId, timeoutMs: 1000 })
  await sender.stop()
  expect(await store.deliveries.counts()).toMatchObject({ sent: 1 })
})
