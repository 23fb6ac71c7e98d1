import { describe, expect, test } from 'vitest'
import { aStore, aSubscribedChat } from './a-store.ts'

const NOW = Date.UTC(2025, 7, 15, 3)
const GROUP = -10
const SUPERGROUP = -1001

describe('what groups choose', () => {
  test('is kept, changed, moved and forgotten', async () => {
    const { choices, managers, forgetChat, moveChat, ...store } = await aStore()
    await store.chats.seen({ id: GROUP, kind: 'group', title: 'قراء' }, NOW)
    await choices.set({ chatId: GROUP, name: 'pin', value: 'on' })
    await choices.set({ chatId: GROUP, name: 'tidy', value: '5' })
    await choices.set({ chatId: GROUP, name: 'tidy', value: '30' })
    await managers.add(GROUP, [7, 8])
    await moveChat(GROUP, SUPERGROUP, NOW)
    expect(await choices.ofChat(SUPERGROUP)).toEqual(
      new Map([
        ['pin', 'on'],
        ['tidy', '30'],
      ]),
    )
    expect(await managers.ofUser(7)).toEqual([{ id: SUPERGROUP, kind: 'supergroup', title: 'قراء' }])
    expect(await choices.get(GROUP, 'pin')).toBeNull()
    await forgetChat(SUPERGROUP)
    expect(await choices.get(SUPERGROUP, 'pin')).toBeNull()
    expect(await managers.ofUser(7)).toEqual([])
  })

  test('a person’s chats are those where the bot is in', async () => {
    const { chats, managers, forgetReader } = await aStore()
    await chats.seen({ id: GROUP, kind: 'group', title: 'قراء' }, NOW)
    await managers.add(GROUP, [7])
    expect(await managers.ofUser(7)).toHaveLength(1)
    await chats.gone(GROUP, 'kicked', NOW)
    expect(await managers.ofUser(7)).toEqual([])
    await chats.seen({ id: GROUP, kind: 'group', title: 'قراء' }, NOW)
    await forgetReader(7)
    expect(await managers.ofUser(7)).toEqual([])
  })
})

describe('a schedule that rests', () => {
  test('is due no more, and runs again from now when its reason ends', async () => {
    const store = await aStore()
    const place = { chatId: GROUP, threadId: 4 }
    await aSubscribedChat(store, place, NOW)
    await aSubscribedChat(store, { chatId: GROUP, threadId: 0 }, NOW)
    expect(await store.pauses.pause(place, 'topic-closed', NOW)).toBe(1)
    expect((await store.subscriptions.find(place))?.nextDue).toBeNull()
    expect((await store.subscriptions.find({ chatId: GROUP, threadId: 0 }))?.nextDue).not.toBeNull()
    expect(await store.pauses.resume(place, ['no-rights'], NOW)).toBe(0)
    expect(await store.pauses.resume(place, ['topic-closed', 'topic-gone'], NOW)).toBe(1)
    expect((await store.subscriptions.find(place))?.nextDue).toBeGreaterThan(NOW)
  })

  test('rests too in a chat that is back, until its own reason ends', async () => {
    const store = await aStore()
    const place = { chatId: GROUP, threadId: 0 }
    await aSubscribedChat(store, place, NOW)
    await store.pauses.pause({ chatId: GROUP, threadId: null }, 'no-rights', NOW)
    await store.chats.gone(GROUP, 'kicked', NOW)
    expect(await store.pauses.resume({ chatId: GROUP, threadId: null }, ['no-rights'], NOW)).toBe(1)
    expect((await store.subscriptions.find(place))?.nextDue).toBeNull()
    await store.chats.seen({ id: GROUP, kind: 'group', title: null }, NOW)
    expect((await store.subscriptions.find(place))?.nextDue).toBeGreaterThan(NOW)
  })
})

describe('a schedule with two reasons to rest', () => {
  const place = { chatId: GROUP, threadId: 4 }
  const everywhere = { chatId: GROUP, threadId: null }

  test('rests until both have ended, in either order', async () => {
    for (const first of ['topic', 'right'] as const) {
      const store = await aStore()
      await aSubscribedChat(store, place, NOW)
      await store.pauses.pause(everywhere, 'no-rights', NOW)
      await store.pauses.pause(place, 'topic-closed', NOW)
      const endTopic = () => store.pauses.resume(place, ['topic-closed', 'topic-gone'], NOW)
      const endRight = () => store.pauses.resume(everywhere, ['no-rights'], NOW)
      expect(await (first === 'topic' ? endTopic() : endRight())).toBe(0)
      expect((await store.subscriptions.find(place))?.nextDue).toBeNull()
      expect(await (first === 'topic' ? endRight() : endTopic())).toBe(1)
      expect((await store.subscriptions.find(place))?.nextDue).toBeGreaterThan(NOW)
    }
  })

  test('that an admin paused stays so whatever else ends', async () => {
    const store = await aStore()
    await aSubscribedChat(store, place, NOW)
    await store.pauses.pause(place, 'topic-closed', NOW)
    await store.pauses.pause(everywhere, 'paused', NOW)
    expect(await store.pauses.resume(place, ['topic-closed'], NOW)).toBe(0)
    expect((await store.subscriptions.find(place))?.state).toBe('paused')
    expect(await store.pauses.resume(everywhere, ['paused'], NOW)).toBe(1)
  })
})

test('a notice is told once until it is cleared', async () => {
  const { notices } = await aStore()
  const notice = { chatId: GROUP, threadId: 4, what: 'topic-closed' } as const
  expect([await notices.first(notice, NOW), await notices.first(notice, NOW)]).toEqual([true, false])
  await notices.clear(notice)
  expect(await notices.first(notice, NOW)).toBe(true)
})

test('messages are tidied away once, the longest due first', async () => {
  const { autoDeletes } = await aStore()
  await autoDeletes.add([
    { chatId: GROUP, messageId: 2, deleteAt: NOW + 2 },
    { chatId: GROUP, messageId: 1, deleteAt: NOW + 1 },
    { chatId: GROUP, messageId: 3, deleteAt: NOW + 3 },
  ])
  expect((await autoDeletes.take(NOW + 2, 10)).map(({ messageId }) => messageId)).toEqual([1, 2])
  expect(await autoDeletes.take(NOW + 2, 10)).toEqual([])
})

test('one digest is known as pinned in each place', async () => {
  const { pins } = await aStore()
  const place = { chatId: GROUP, threadId: 0 }
  await pins.keep(place, 5)
  await pins.keep(place, 6)
  expect(await pins.find(place)).toBe(6)
  expect(await pins.find({ ...place, threadId: 1 })).toBeNull()
})
