import { expect, test } from 'vitest'
import type { BroadcastAudience } from '../../../src/store/schema.ts'
import type { Store } from '../../../src/store/store.ts'
import { aMessage, aStore, aSubscribedChat } from '../a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)

async function aConfirmed(
  store: Store,
  chats: readonly number[],
  audience: BroadcastAudience = 'all',
): Promise<number> {
  for (const id of chats) {
    await store.chats.seen({ id, kind: id > 0 ? 'private' : 'group', title: null }, NOW)
  }
  const id = await store.broadcasts.draft({ ownerId: 1, language: 'ar', message: aMessage('x'), audience }, NOW)
  expect(await store.broadcasts.confirm(id, NOW)).toBe(true)
  return id
}

async function planAll(store: Store, id: number, limit = 2): Promise<void> {
  while (await store.broadcasts.plan({ id, limit }, NOW)) {
    // one step after the other
  }
}

async function sendAll(store: Store): Promise<readonly number[]> {
  const claimed = await store.deliveries.advance([], 100, { now: NOW, epoch: 0 })
  const sent = claimed.map(({ id, chatId }) => ({ kind: 'sent' as const, id, chatId, messageId: 1 }))
  await store.deliveries.advance(sent, 0, { now: NOW, epoch: 0 })
  return claimed.map(({ chatId }) => chatId)
}

test('every active chat that was there has it once, those that came later not', async () => {
  const store = await aStore()
  const id = await aConfirmed(store, [1, 2, 3, -4])
  await store.chats.gone(2, 'blocked', NOW)
  await store.broadcasts.plan({ id, limit: 2 }, NOW)
  await store.chats.seen({ id: 9, kind: 'private', title: null }, NOW + 1)
  await store.chats.seen({ id: -9, kind: 'group', title: null }, NOW + 1)
  await planAll(store, id)
  await planAll(store, id)
  expect(await sendAll(store)).toEqual([3, 1, -4])
  expect(await store.broadcasts.find(id)).toMatchObject({ planned: 3, sent: 3, gone: 0, refused: 0 })
  expect(await store.broadcasts.isOpen(id)).toBe(false)
})

test.each([0, 1, 2, 3])('a group that becomes a supergroup after %i steps has it once', async (steps) => {
  const store = await aStore()
  const id = await aConfirmed(store, [1, -5, -6])
  for (let step = 0; step < steps; step += 1) await store.broadcasts.plan({ id, limit: 1 }, NOW)
  await store.moveChat(-5, -1_000_000_000_005, NOW)
  await planAll(store, id)
  expect([...(await sendAll(store))].sort((a, b) => b - a)).toEqual([1, -6, -1_000_000_000_005])
})

test('a group known by both ids has it once', async () => {
  const store = await aStore()
  const id = await aConfirmed(store, [-5, -1_000_000_000_005])
  await planAll(store, id)
  await store.moveChat(-5, -1_000_000_000_005, NOW)
  expect(await sendAll(store)).toEqual([-1_000_000_000_005])
})

test('stopped, what waits is taken back, and goes out when it is tried again; what was refused too', async () => {
  const store = await aStore()
  const id = await aConfirmed(store, [1, 2, 3, 4])
  await planAll(store, id)
  const [first, second] = await store.deliveries.advance([], 2, { now: NOW, epoch: 0 })
  const refused = { kind: 'refused' as const, id: second?.id ?? 0, reason: 'no' }
  await store.deliveries.advance(
    [{ kind: 'sent', id: first?.id ?? 0, chatId: first?.chatId ?? 0, messageId: 1 }, refused],
    0,
    { now: NOW, epoch: 0 },
  )
  expect(await store.broadcasts.stop(id, NOW)).toBe(true)
  while (await store.broadcasts.withdraw(id, 1)) {
    // one at a time
  }
  expect(await store.broadcasts.finish(id, 'stopped', NOW)).toBe(true)
  expect(await store.broadcasts.find(id)).toMatchObject({ state: 'stopped', planned: 2, sent: 1, refused: 1 })
  expect(await store.broadcasts.retry(id, NOW)).toBe(true)
  expect(await store.broadcasts.retry(id, NOW)).toBe(false)
  await planAll(store, id)
  expect([...(await sendAll(store))].sort()).toEqual([1, 2, 3])
  expect(await store.broadcasts.find(id)).toMatchObject({ state: 'running', planned: 4, sent: 4, refused: 0 })
})

test('digests are claimed first, however long the announcement waits', async () => {
  const store = await aStore()
  const id = await aConfirmed(store, [1, 2, 3])
  await planAll(store, id)
  const { nextDue } = await aSubscribedChat(store, { chatId: 7, threadId: 0 }, NOW)
  const now = nextDue ?? 0
  await store.planning.step({
    ...{ now, limit: 9, newest: 0 },
    decide: (due) =>
      due.map((one) => {
        const times = { dueAt: one.dueAt, nextDue: now + 60_000, seenThrough: 1 }
        return { subscriptionId: one.id, ...times, read: null, digest: { message: aMessage('e') } }
      }),
  })
  expect((await store.deliveries.advance([], 2, { now, epoch: 0 })).map(({ chatId }) => chatId)).toEqual([7, 3])
  expect(await store.deliveries.nextAt()).toBe(NOW)
})

test('the running counts agree with what is there, whatever happened', async () => {
  const store = await aStore()
  for (const chatId of [1, 2, -3]) await aSubscribedChat(store, { chatId, threadId: 0 }, NOW)
  await store.chats.gone(1, 'blocked', NOW)
  await store.moveChat(-3, -1_000_000_000_003, NOW)
  await store.chats.seen({ id: 1, kind: 'private', title: null }, NOW)
  await store.chats.gone(2, 'deleted', NOW)
  await store.chats.seen({ id: 4, kind: 'channel', title: null }, NOW)
  await store.forgetChat(4)
  const { chats, subscriptions } = await store.tallies.census(5)
  expect([...chats].sort((a, b) => a.kind.localeCompare(b.kind) || a.state.localeCompare(b.state))).toEqual([
    { kind: 'private', state: 'active', count: 1 },
    { kind: 'private', state: 'deleted', count: 1 },
    { kind: 'supergroup', state: 'active', count: 1 },
  ])
  expect(subscriptions).toEqual({ active: 2, paused: 1 })
  expect(await store.broadcasts.audience('all')).toBe(2)
})

test.each([
  ['chats', [1, -3]],
  ['private', [1]],
  ['groups', [-3]],
  ['channels', [-4]],
  ['all', [1, -3, -4]],
] as const)('an announcement for %s reaches those alone', async (audience, expected) => {
  const store = await aStore()
  await store.chats.seen({ id: -4, kind: 'channel', title: null }, NOW)
  const id = await aConfirmed(store, [1, -3], audience)
  expect(await store.broadcasts.audience(audience)).toBe(expected.length)
  await planAll(store, id)
  expect((await store.broadcasts.find(id))?.planned).toBe(expected.length)
  expect(await store.broadcasts.setAudience(id, 'all', NOW)).toBe(false)
})
