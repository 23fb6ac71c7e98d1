import { describe, expect, test } from 'vitest'
import type { DueRecap } from '../../../src/store/ledger/weekly-recaps.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Message } from '../../../src/text/message.ts'
import { aMessage, aStore } from '../a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)
const DAY_MS = 24 * 60 * 60_000
const GROUP = -10
const SUPERGROUP = -1001

async function aGroup(store: Store, id = GROUP) {
  await store.chats.seen({ id, kind: 'group', title: null }, NOW)
  await store.weeklyRecaps.begin(id, NOW)
}

const word = (text: string) => ({ what: 'word' as const, key: `key of ${text}`, word: text })
const article = (key: string) => ({ what: 'article' as const, key, word: null })

async function dueAt(store: Store, now: number, message: Message | null = null) {
  const seen: DueRecap[] = []
  const decide = (due: DueRecap) => {
    seen.push(due)
    return { message, nextAt: now }
  }
  await store.weeklyRecaps.step({ now, limit: 10, decide })
  return seen
}

describe('weeks', () => {
  test('tell what was read, and words of two requests, of the week, once', async () => {
    const store = await aStore()
    await aGroup(store)
    await store.weeklyRecaps.count(GROUP, [word('once'), word('old'), article('a')], NOW)
    await store.weeklyRecaps.count(GROUP, [word('old')], NOW)
    const later = NOW + 6 * DAY_MS
    await store.weeklyRecaps.count(GROUP, [word('twice'), article('b')], later)
    await store.weeklyRecaps.count(GROUP, [word('twice'), article('b')], later)
    const [due] = await dueAt(store, NOW + 7 * DAY_MS)
    expect(due?.asking).toMatchObject({ read: [{ key: 'b' }, { key: 'a' }], searched: ['old', 'twice'] })
    const [next] = await dueAt(store, NOW + 7 * DAY_MS)
    expect(next?.asking).toEqual({ read: [], searched: [] })
  })

  test('leave out what is older than a week', async () => {
    const store = await aStore()
    await aGroup(store)
    await store.weeklyRecaps.count(GROUP, [word('old'), article('a')], NOW)
    await store.weeklyRecaps.count(GROUP, [word('old'), article('b')], NOW + 8 * DAY_MS)
    const [due] = await dueAt(store, NOW + 8 * DAY_MS)
    expect(due?.asking).toMatchObject({ read: [{ key: 'b' }], searched: [] })
  })

  test('count nothing where nobody wants it, and at most fifty different ones a day', async () => {
    const store = await aStore()
    await store.weeklyRecaps.count(GROUP, [article('a')], NOW)
    await aGroup(store)
    expect((await dueAt(store, NOW))[0]?.asking.read).toEqual([])
    const many = Array.from({ length: 60 }, (_, index) => word(`w${index}`))
    for (const one of many) await store.weeklyRecaps.count(GROUP, [one, one], NOW)
    await store.weeklyRecaps.count(GROUP, [word('w55'), word('w55')], NOW)
    await store.weeklyRecaps.count(GROUP, [word('w1')], NOW)
    const searched = (await dueAt(store, NOW))[0]?.asking.searched
    expect(searched).toHaveLength(10)
    expect(searched?.[0]).toBe('w1')
    expect(searched).not.toContain('w55')
  })

  test.each([
    ['a group that is gone', (store: Store) => store.chats.gone(GROUP, 'kicked', NOW)],
    ['where the bot may not post', (store: Store) => pause(store)],
  ])('plan nothing in %s', async (_, hinder) => {
    const store = await aStore()
    await aGroup(store)
    await dueAt(store, NOW, aMessage('d'))
    expect(await store.deliveries.advance([], 5, { now: NOW, epoch: 0 })).toMatchObject([
      { chatId: GROUP, subscriptionId: null },
    ])
    await hinder(store)
    await dueAt(store, NOW, aMessage('d'))
    expect(await store.deliveries.advance([], 5, { now: NOW, epoch: 0 })).toEqual([])
  })

  test('move with their group, and end with it', async () => {
    const store = await aStore()
    await aGroup(store)
    await aGroup(store, SUPERGROUP)
    for (const chatId of [GROUP, SUPERGROUP]) await store.weeklyRecaps.count(chatId, [article('a')], NOW)
    await store.moveChat(GROUP, SUPERGROUP, NOW)
    expect(await dueAt(store, NOW)).toMatchObject([
      { chat: { id: SUPERGROUP }, asking: { read: [{ key: 'a', count: 2 }] } },
    ])
    await store.forgetChat(SUPERGROUP)
    expect(await dueAt(store, NOW)).toEqual([])
    await aGroup(store, SUPERGROUP)
    expect((await dueAt(store, NOW))[0]?.asking.read).toEqual([])
  })

  test('stay given up where the new chat gave them up', async () => {
    const store = await aStore()
    await aGroup(store)
    await store.weeklyRecaps.end(SUPERGROUP)
    await store.moveChat(GROUP, SUPERGROUP, NOW)
    expect(await dueAt(store, NOW)).toEqual([])
  })
})

async function pause(store: Store) {
  await store.pauses.pause({ chatId: GROUP, threadId: null }, 'no-rights', NOW)
}
