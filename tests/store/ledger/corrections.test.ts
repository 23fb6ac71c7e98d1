import { expect, test } from 'vitest'
import type { CorrectionJob } from '../../../src/store/ledger/corrections.ts'
import type { Store } from '../../../src/store/store.ts'
import { aMessage, aSlug, aStore, aSubscribedChat, textOf } from '../a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)
const DIGEST = { message: aMessage('old'), shows: { slugs: [aSlug('a')], language: 'ar' as const } }

const WRONG = { kind: 'sentence' as const, text: 'قتل خمسة.', speaker: null }
const RIGHT = { ...WRONG, text: 'قتل ستة.' }

/** Chats that are due together each have the digest; the first `sent` of them have got it. */
async function posted(chats: number, sent: number): Promise<{ store: Store; now: number }> {
  const store = await aStore()
  let now = 0
  for (let chatId = 1; chatId <= chats; chatId += 1) {
    now = (await aSubscribedChat(store, { chatId, threadId: 0 }, NOW)).nextDue ?? 0
  }
  await plan(store, now)
  const claimed = await store.deliveries.advance([], sent, { now, epoch: 0 })
  await land(store, claimed, now)
  return { store, now }
}

async function plan(store: Store, now: number): Promise<void> {
  await store.planning.step({
    ...{ now, limit: 100, newest: 0 },
    decide: (due) =>
      due.map(({ id, dueAt }) => {
        const times = { dueAt, nextDue: dueAt + 60_000, seenThrough: 1 }
        return { subscriptionId: id, ...times, read: null, digest: DIGEST }
      }),
  })
}

type Claimed = Awaited<ReturnType<Store['deliveries']['advance']>>

async function land(store: Store, claimed: Claimed, now: number): Promise<void> {
  const sent = claimed.map(({ id, chatId, edits }) => ({
    kind: 'sent' as const,
    id,
    chatId,
    messageId: edits ?? id * 10,
  }))
  await store.deliveries.advance(sent, 0, { now, epoch: 0 })
}

/** What the ledger sends until nothing waits. */
async function drain(store: Store, now: number): Promise<Claimed> {
  const all: Claimed[number][] = []
  for (;;) {
    const claimed = await store.deliveries.advance([], 10, { now, epoch: 0 })
    if (claimed.length === 0) return all
    await land(store, claimed, now)
    all.push(...claimed)
  }
}

async function correct(store: Store, now: number): Promise<CorrectionJob> {
  const [digest] = await store.corrections.digestsShowing('a')
  if (digest === undefined) throw new Error('no digest shows the article')
  const parts = { corrected: aMessage('corrected'), marked: aMessage('marked'), notice: aMessage('notice') }
  const text = { slug: 'a', fileHash: 'f', units: [RIGHT] }
  const article = { text, changeId: 'a:f', title: 'ا', language: 'ar', changes: [{ was: WRONG, now: RIGHT }] }
  const digests = [{ digestId: digest.id, ...parts }]
  await store.corrections.record({ ...article, digests, looked: [digest.id], withdrawn: [], shrunk: null }, now)
  const [job] = await store.corrections.jobs()
  if (job === undefined) throw new Error('no job')
  return job
}

test('edits sent digests and notifies their chats, and replaces waiting digests', async () => {
  const { store, now } = await posted(4, 2)
  const job = await correct(store, now)
  while (await store.corrections.advance(job, 1, now)) {
    // step by step, as after a crash at each of them
  }
  const done = await drain(store, now)
  const sent = done.map(async (delivery) => [delivery.chatId, await textOf(store, delivery), delivery.edits])
  expect(await Promise.all(sent)).toEqual([
    [3, 'corrected', null],
    [4, 'corrected', null],
    [1, 'marked', 10],
    [1, 'notice', null],
    [2, 'marked', 20],
    [2, 'notice', null],
  ])
  expect(await store.corrections.advance(job, 9, now)).toBe(false)
})

test('edits both digests of a chat and notifies it once', async () => {
  const { store, now } = await posted(1, 1)
  await plan(store, now + 60_000)
  await drain(store, now + 60_000)
  const job = await correct(store, now + 60_000)
  expect(await store.corrections.advance(job, 9, now + 60_000)).toBe(true)
  const done = await drain(store, now + 60_000)
  const sent = await Promise.all(done.map((delivery) => textOf(store, delivery)))
  expect(sent.sort()).toEqual(['marked', 'marked', 'notice'])
})

test('a job waits for deliveries that are being sent', async () => {
  const { store, now } = await posted(1, 0)
  const claimed = await store.deliveries.advance([], 1, { now, epoch: 0 })
  const job = await correct(store, now)
  expect(await store.corrections.advance(job, 9, now)).toBe(false)
  await store.corrections.finish(job)
  expect(await store.corrections.jobs()).toHaveLength(1)
  await land(store, claimed, now)
  expect(await store.corrections.advance(job, 9, now)).toBe(true)
  await store.corrections.finish(job)
  expect(await store.corrections.jobs()).toEqual([])
})

test('records the same correction once', async () => {
  const { store, now } = await posted(1, 1)
  await correct(store, now)
  await correct(store, now)
  expect(await store.corrections.jobs()).toHaveLength(1)
  expect(await store.corrections.latest(9)).toEqual([{ was: WRONG, now: RIGHT, title: 'ا', language: 'ar', at: now }])
})

test('a replacing message shows the same articles', async () => {
  const { store, now } = await posted(1, 1)
  await correct(store, now)
  const showing = (await store.corrections.digestsShowing('a')).map(({ message }) => message.text)
  expect(showing.sort()).toEqual(['corrected', 'marked', 'notice', 'old'])
})
