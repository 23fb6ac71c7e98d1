import { expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { aMessage, aStore, aSubscribedChat } from '../a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)

/** A ledger with one delivery for each chat, due at `dueAt`. */
async function aLedger(chats: number): Promise<{ store: Store; dueAt: number }> {
  const store = await aStore()
  let dueAt = 0
  for (let chatId = 1; chatId <= chats; chatId += 1) {
    dueAt = (await aSubscribedChat(store, { chatId, threadId: 0 }, NOW)).nextDue ?? 0
  }
  await plan(store, dueAt)
  return { store, dueAt }
}

async function plan(store: Store, now: number): Promise<number> {
  return await store.planning.step({
    ...{ now, limit: 100, newest: 0 },
    decide: (due) =>
      due.map(({ id, dueAt }) => ({
        ...{ subscriptionId: id, dueAt, nextDue: dueAt + 60_000, seenThrough: 1, read: null },
        digest: { message: aMessage('x') },
      })),
  })
}

test('claims what is due, each once, the longest waiting first', async () => {
  const { store, dueAt } = await aLedger(3)
  expect(await store.deliveries.advance([], 5, { now: dueAt - 1, epoch: 0 })).toEqual([])
  const first = await store.deliveries.advance([], 2, { now: dueAt, epoch: 0 })
  const second = await store.deliveries.advance([], 2, { now: dueAt, epoch: 0 })
  expect([...first, ...second].map((delivery) => delivery.chatId)).toEqual([1, 2, 3])
  expect(await store.deliveries.nextAt()).toBeNull()
})

test('one rendering is kept once for all', async () => {
  const { store, dueAt } = await aLedger(3)
  const claimed = await store.deliveries.advance([], 3, { now: dueAt, epoch: 0 })
  expect(new Set(claimed.map((delivery) => delivery.digestId)).size).toBe(1)
  expect(await store.deliveries.message(claimed[0]?.digestId ?? '')).toEqual(aMessage('x'))
})

test('writes down what became of each', async () => {
  const { store, dueAt } = await aLedger(4)
  const claimed = await store.deliveries.advance([], 4, { now: dueAt, epoch: 0 })
  const [sent = 0, later = 0, refused = 0, postponed = 0] = claimed.map(({ id }) => id)
  const chatId = claimed[0]?.chatId ?? 0
  await store.deliveries.advance(
    [
      { kind: 'sent', id: sent, chatId, messageId: 99 },
      { kind: 'later', id: later, notBefore: dueAt + 1000, reason: '502' },
      { kind: 'refused', id: refused, reason: 'too long' },
      { kind: 'postponed', id: postponed, notBefore: dueAt + 500 },
    ],
    0,
    { now: dueAt, epoch: 0 },
  )
  const counts = { sent: 1, later: 1, refused: 1, pending: 1, gone: 0, sending: 0 }
  expect(await store.deliveries.counts()).toEqual(counts)
  expect(await store.deliveries.nextAt()).toBe(dueAt + 500)
  const again = await store.deliveries.advance([], 5, { now: dueAt + 1000, epoch: 0 })
  expect(again.map(({ id, attempts }) => [id, attempts])).toEqual([
    [postponed, 0],
    [later, 1],
  ])
})

test('what a dead sender held is taken back by whoever takes over, and it may claim nothing any more', async () => {
  const { store, dueAt } = await aLedger(3)
  await store.deliveries.advance([], 2, { now: dueAt, epoch: 0 })
  expect(await store.leases.take(await store.leases.look(), 'next', dueAt)).toEqual({ epoch: 1, takenBack: 2 })
  expect(await store.deliveries.advance([], 5, { now: dueAt, epoch: 0 })).toEqual([])
  expect((await store.deliveries.advance([], 5, { now: dueAt, epoch: 1 })).length).toBe(3)
})

test('an answer that comes after a take-over keeps its message from going out again, and changes nothing else', async () => {
  const { store, dueAt } = await aLedger(3)
  const ids = (await store.deliveries.advance([], 3, { now: dueAt, epoch: 0 })).map(({ id }) => id)
  const [arrived = 0, failed = 0, again = 0] = ids
  await store.leases.take(await store.leases.look(), 'next', dueAt)
  const settled = [
    { kind: 'sent' as const, id: arrived, chatId: 1, messageId: 7 },
    { kind: 'refused' as const, id: failed, reason: 'late' },
  ]
  await store.deliveries.advance(settled, 0, { now: dueAt, epoch: 0 })
  const claimed = await store.deliveries.advance([], 5, { now: dueAt, epoch: 1 })
  expect(claimed.map(({ id }) => id)).toEqual([failed, again])
  await store.deliveries.advance([{ kind: 'sent', id: again, chatId: 3, messageId: 8 }], 0, { now: dueAt, epoch: 0 })
  expect(await store.deliveries.counts()).toMatchObject({ sent: 1, sending: 2 })
})

test('a chat can be held', async () => {
  const { store, dueAt } = await aLedger(2)
  await store.deliveries.holdChat(1, dueAt + 5000, dueAt)
  expect((await store.deliveries.advance([], 5, { now: dueAt, epoch: 0 })).map(({ chatId }) => chatId)).toEqual([2])
  expect(await store.deliveries.nextAt()).toBe(dueAt + 5000)
})

test('one due time of a subscription is delivered once, however often it is planned', async () => {
  const { store, dueAt } = await aLedger(1)
  await store.planning.step({
    ...{ now: dueAt + 60_000, limit: 9, newest: 0 },
    decide: (due) =>
      due.map(({ id }) => ({
        ...{ subscriptionId: id, dueAt, nextDue: dueAt + 120_000, seenThrough: 1, read: null },
        digest: { message: aMessage('other') },
      })),
  })
  expect(await store.deliveries.counts()).toMatchObject({ pending: 1 })
})

test('a decision that throws leaves nothing half written', async () => {
  const { store, dueAt } = await aLedger(2)
  const step = store.planning.step({
    ...{ now: dueAt + 60_000, limit: 9, newest: 0 },
    decide: () => {
      throw new RangeError('a bug')
    },
  })
  await expect(step).rejects.toThrow(RangeError)
  expect(await plan(store, dueAt + 60_000)).toBe(2)
})

test('old endings are pruned with the renderings that nothing needs', async () => {
  const { store, dueAt } = await aLedger(2)
  const [first] = await store.deliveries.advance([], 1, { now: dueAt, epoch: 0 })
  await store.deliveries.advance([{ kind: 'sent', id: first?.id ?? 0, chatId: first?.chatId ?? 0, messageId: 1 }], 0, {
    now: dueAt,
    epoch: 0,
  })
  await store.deliveries.prune(dueAt + 1)
  expect(await store.deliveries.counts()).toMatchObject({ sent: 0, pending: 1 })
  expect(await store.deliveries.message(first?.digestId ?? '')).not.toBeNull()
  await store.chats.gone(2, 'blocked', dueAt)
  await store.deliveries.prune(dueAt + 1)
  expect(await store.deliveries.message(first?.digestId ?? '')).toBeNull()
})

test('nobody is due where nobody subscribed', async () => {
  const store = await aStore()
  expect(await store.planning.nextDue()).toBeNull()
  expect(await plan(store, NOW)).toBe(0)
})
