import { describe, expect, test } from 'vitest'
import { readerOfPlace, readerOfUser } from '../../src/store/readers/reading.ts'
import { openStore } from '../../src/store/store.ts'
import { anEmptyStore, aSchedule, aSlug, aStore, aSubscribedChat } from './a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)

describe('openStore', () => {
  test('keeps what was written for the next start', async () => {
    const options = await anEmptyStore()
    const first = await openStore(options)
    await first.meta.set('pause', '17')
    await first.close()
    const second = await openStore(options)
    expect(await second.meta.get('pause')).toBe('17')
    await second.close()
  })

  test('syncs each commit and keeps foreign keys', async () => {
    const store = await aStore()
    const orphan = store.subscriptions.save({ chatId: 5, threadId: 0, schedule: aSchedule(), language: 'ar' }, NOW)
    await expect(orphan).rejects.toThrow(/foreign key/i)
  })
})

describe('chats', () => {
  test('one that is gone keeps its settings, and comes back with its schedules', async () => {
    const store = await aStore()
    const place = { chatId: 7, threadId: 0 }
    await aSubscribedChat(store, place, NOW)
    await store.chats.setLanguage(7, 'en', NOW)
    await store.chats.gone(7, 'blocked', NOW)
    expect(await store.subscriptions.find(place)).toMatchObject({ nextDue: null, state: 'active', language: 'en' })
    const back = await store.chats.seen({ id: 7, kind: 'private', title: null }, NOW + 1)
    expect(back).toMatchObject({ state: 'active', language: 'en' })
    expect((await store.subscriptions.find(place))?.nextDue).toBeGreaterThan(NOW)
  })
})

describe('subscriptions', () => {
  test('are one a place; saving again changes the plan', async () => {
    const store = await aStore()
    const first = await aSubscribedChat(store, { chatId: -9, threadId: 4 }, NOW)
    const schedule = aSchedule({ times: [60, 1320], days: [5], zone: 'Asia/Riyadh' })
    const second = await store.subscriptions.save({ chatId: -9, threadId: 4, schedule, language: 'en' }, NOW)
    expect(second).toMatchObject({ id: first.id, schedule, language: 'en' })
    expect(await store.subscriptions.ofChat(-9)).toEqual([second])
  })

  test('what was seen never goes back', async () => {
    const store = await aStore()
    const place = { chatId: 3, threadId: 0 }
    await store.subscriptions.sawThrough(place, 12, NOW)
    await store.subscriptions.sawThrough(place, 5, NOW)
    expect(await store.subscriptions.seenThrough(place)).toBe(12)
    expect(await store.subscriptions.seenThrough({ chatId: 3, threadId: 1 })).toBe(0)
  })

  test('removing takes the unsent with it', async () => {
    const store = await aStore()
    await aSubscribedChat(store, { chatId: 3, threadId: 0 }, NOW)
    expect(await store.subscriptions.remove({ chatId: 3, threadId: 0 }, NOW)).toBe(true)
    expect(await store.subscriptions.remove({ chatId: 3, threadId: 0 }, NOW)).toBe(false)
  })
})

describe('reading', () => {
  test('keeps the furthest chunk and the last one shown', async () => {
    const store = await aStore()
    const reader = readerOfUser(7)
    for (const chunk of [0, 3, 1]) await store.reading.mark(reader, { slug: aSlug('one'), chunk }, NOW + chunk)
    expect(await store.reading.place(reader, aSlug('one'))).toEqual({ furthest: 3, lastShown: 1, startedAt: NOW })
  })

  test('a private chat and its user are one reader', () => {
    expect(readerOfPlace({ chatId: 7, threadId: 0 })).toBe(readerOfUser(7))
    expect(readerOfPlace({ chatId: -7, threadId: 2 })).not.toBe(readerOfPlace({ chatId: -7, threadId: 0 }))
  })
})
