import { describe, expect, test } from 'vitest'
import { USUAL_WISHES } from '../../src/digest/wishes.ts'
import { readerOfPlace } from '../../src/store/readers/reading.ts'
import type { Store } from '../../src/store/store.ts'
import { aMessage, aSchedule, aSlug, aStore, aSubscribedChat } from './a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)
const OLD = -77
const NEW = -100_077

async function aGroup(store: Store, chatId: number, now: number) {
  const place = { chatId, threadId: 0 }
  const subscription = await aSubscribedChat(store, place, now)
  await store.subscriptions.sawThrough(place, 4, now)
  await store.reading.mark(readerOfPlace(place), { slug: aSlug('one'), chunk: 2 }, now)
  return subscription
}

async function planDue(store: Store, now: number): Promise<void> {
  await store.planning.step({
    ...{ now, limit: 100, newest: 0 },
    decide: (due) =>
      due.map(({ id, dueAt }) => ({
        ...{ subscriptionId: id, dueAt, nextDue: dueAt + 1, seenThrough: 4, read: null },
        digest: { message: aMessage('d') },
      })),
  })
}

describe('moveChat', () => {
  test('takes everything along', async () => {
    const store = await aStore()
    const before = await aGroup(store, OLD, NOW)
    await store.chats.setLanguage(OLD, 'en', NOW)
    await planDue(store, before.nextDue ?? 0)
    await store.moveChat(OLD, NEW, NOW)
    const place = { chatId: NEW, threadId: 0 }
    expect(await store.chats.find(OLD)).toBeNull()
    expect(await store.chats.find(NEW)).toMatchObject({ kind: 'supergroup', language: 'en', state: 'active' })
    expect(await store.subscriptions.find(place)).toMatchObject({ id: before.id, schedule: before.schedule })
    expect(await store.subscriptions.seenThrough(place)).toBe(4)
    expect(await store.reading.place(readerOfPlace(place), aSlug('one'))).toMatchObject({ furthest: 2 })
    const [claimed] = await store.deliveries.advance([], 5, { now: (before.nextDue ?? 0) + 1, epoch: 0 })
    expect(claimed).toMatchObject({ chatId: NEW, subscriptionId: before.id })
  })

  test('a second call changes nothing', async () => {
    const store = await aStore()
    await aGroup(store, OLD, NOW)
    await store.moveChat(OLD, NEW, NOW)
    const once = [await store.subscriptions.ofChat(NEW), await store.chats.find(NEW)]
    await store.moveChat(OLD, NEW, NOW + 5)
    expect([await store.subscriptions.ofChat(NEW), await store.chats.find(NEW)]).toEqual(once)
  })

  test('where the new id is known already, both become one', async () => {
    const store = await aStore()
    await aGroup(store, OLD, NOW)
    await store.chats.seen({ id: NEW, kind: 'supergroup', title: 'Readers' }, NOW)
    const place = { chatId: NEW, threadId: 0 }
    const schedule = aSchedule({ times: [60] })
    const there = await store.subscriptions.save({ ...place, schedule, language: 'en' }, NOW + 1)
    await store.subscriptions.sawThrough(place, 9, NOW)
    await store.reading.mark(readerOfPlace(place), { slug: aSlug('one'), chunk: 1 }, NOW - 9)
    await store.moveChat(OLD, NEW, NOW + 2)
    expect(await store.subscriptions.ofChat(NEW)).toMatchObject([{ id: there?.id, schedule, language: 'en' }])
    expect(await store.subscriptions.seenThrough(place)).toBe(9)
    const reading = await store.reading.place(readerOfPlace(place), aSlug('one'))
    expect(reading).toMatchObject({ furthest: 2, startedAt: NOW - 9 })
  })

  test('quiet hours, a season and wishes go along; where both have some, the last change wins', async () => {
    const store = await aStore()
    const exceptions = { quiet: { from: 1320, to: 420 }, season: { from: 9, to: 19, times: [60] }, resumes: 20_600 }
    const schedule = aSchedule({ exceptions })
    const wishes = { ...USUAL_WISHES, keywords: ['جسر'], whenEmpty: 'line' as const }
    await aGroup(store, NEW, NOW)
    await aGroup(store, OLD, NOW)
    await store.subscriptions.save({ chatId: OLD, threadId: 0, schedule, language: 'ar', wishes }, NOW + 1)
    await store.moveChat(OLD, NEW, NOW + 2)
    expect(await store.subscriptions.ofChat(NEW)).toMatchObject([{ schedule, wishes }])
    await store.subscriptions.save({ chatId: NEW, threadId: 0, schedule: aSchedule(), language: 'ar' }, NOW + 3)
    const [kept] = await store.subscriptions.ofChat(NEW)
    expect(kept).toMatchObject({ wishes })
    expect(kept?.schedule).toEqual(aSchedule())
  })

  test('a digest planned for both goes out once', async () => {
    const store = await aStore()
    const { nextDue } = await aGroup(store, OLD, NOW)
    await aGroup(store, NEW, NOW)
    await planDue(store, nextDue ?? 0)
    expect(await store.deliveries.counts()).toMatchObject({ pending: 2 })
    await store.moveChat(OLD, NEW, NOW)
    expect(await store.deliveries.counts()).toMatchObject({ pending: 1 })
  })

  test('a message that was sent before, or as it moved, is not known by its number in the new chat', async () => {
    const store = await aStore()
    const { nextDue } = await aGroup(store, OLD, NOW)
    const now = nextDue ?? 0
    await planDue(store, now)
    const [flying] = await store.deliveries.advance([], 1, { now, epoch: 0 })
    await store.moveChat(OLD, NEW, now)
    const landed = { kind: 'sent' as const, id: flying?.id ?? 0, chatId: OLD, messageId: 5 }
    await store.deliveries.advance([landed], 0, { now, epoch: 0 })
    expect(await store.deliveries.counts()).toMatchObject({ sent: 1 })
    const id = flying?.digestId ?? ''
    const correction = { id: 1, change_id: 'c', digest_id: id, corrected_id: id, marked_id: id, notice_id: null }
    expect(await store.corrections.advance({ ...correction, created_at: now }, 5, now)).toBe(true)
    expect(await store.deliveries.counts()).toMatchObject({ sent: 1, pending: 0 })
  })

  test('one that was marked as left is alive again under its new id', async () => {
    const store = await aStore()
    await aGroup(store, OLD, NOW)
    await store.chats.gone(OLD, 'kicked', NOW)
    await store.moveChat(OLD, NEW, NOW)
    const [subscription] = await store.subscriptions.ofChat(NEW)
    expect(subscription?.nextDue).toBeGreaterThan(NOW)
  })

  test('an unknown chat is no trouble', async () => {
    const store = await aStore()
    await store.moveChat(OLD, NEW, NOW)
    expect(await store.chats.find(NEW)).toBeNull()
  })
})

describe('forgetting', () => {
  test('a chat leaves nothing behind, and its neighbours everything', async () => {
    const store = await aStore()
    const { nextDue } = await aGroup(store, -7, NOW)
    await aGroup(store, -77, NOW)
    await planDue(store, nextDue ?? 0)
    await store.forgetChat(-7)
    const place = { chatId: -7, threadId: 0 }
    expect(await store.chats.find(-7)).toBeNull()
    expect(await store.subscriptions.find(place)).toBeNull()
    expect(await store.subscriptions.seenThrough(place)).toBe(0)
    expect(await store.reading.ofReader(readerOfPlace(place))).toEqual([])
    expect(await store.deliveries.counts()).toMatchObject({ pending: 1 })
    expect(await store.reading.ofReader(readerOfPlace({ chatId: -77, threadId: 0 }))).toHaveLength(1)
  })

  test('a reader leaves nothing behind', async () => {
    const store = await aStore()
    await aGroup(store, 7, NOW)
    await aGroup(store, 77, NOW)
    await store.forgetReader(7)
    expect(await store.reading.ofReader(readerOfPlace({ chatId: 7, threadId: 0 }))).toEqual([])
    expect(await store.reading.ofReader(readerOfPlace({ chatId: 77, threadId: 0 }))).toHaveLength(1)
  })
})
