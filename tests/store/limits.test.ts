import { expect, test } from 'vitest'
import { aSchedule, aStore, aSubscribedChat } from './a-store.ts'

const NOW = Date.UTC(2026, 7, 16)
const numbers = (from: number, until: number) => Array.from({ length: until - from }, (_, at) => from + at)

test('a person has 500 bookmarks at most; one that goes makes room', async () => {
  const { bookmarks } = await aStore()
  const add = (at: number) => bookmarks.add(7, { place: `${at}`, kept: null }, NOW + at)
  for (const at of numbers(0, 500)) expect(await add(at)).toBe('added')
  expect(await add(500)).toBe('full')
  expect(await add(3)).toBe('known')
  expect(await bookmarks.add(8, { place: '1', kept: null }, NOW)).toBe('added')
  await bookmarks.remove(7, '0')
  expect(await add(500)).toBe('added')
  expect(await bookmarks.ofUser(7)).toHaveLength(500)
})

test('a chat has 50 subscriptions at most, of two at once and of those brought back too', async () => {
  const store = await aStore()
  const { subscriptions } = store
  const save = (threadId: number) =>
    subscriptions.save({ chatId: -9, threadId, schedule: aSchedule(), language: 'ar' }, NOW)
  for (const threadId of numbers(1, 50)) await aSubscribedChat(store, { chatId: -9, threadId }, NOW)
  const saved = await Promise.all([save(50), save(51)])
  expect(saved.filter((subscription) => subscription === null)).toHaveLength(1)
  expect(await subscriptions.ofChat(-9)).toHaveLength(50)
  expect(await save(1)).toMatchObject({ threadId: 1 })
  await subscriptions.remove({ chatId: -9, threadId: 1 }, NOW)
  expect(await save(52)).toMatchObject({ threadId: 52 })
  expect(await subscriptions.restore({ chatId: -9, threadId: 1 }, NOW)).toBeNull()
  await subscriptions.remove({ chatId: -9, threadId: 52 }, NOW)
  expect(await subscriptions.restore({ chatId: -9, threadId: 1 }, NOW)).toMatchObject({ threadId: 1 })
})

test('there are 100 sources at most, and a feed’s 2,000 newest items are remembered', async () => {
  const { sources, feedItems } = await aStore()
  const add = (at: number) => sources.add({ kind: 'feed', key: `https://example.org/${at}`, title: 'خبر', site: null })
  for (const at of numbers(0, 100)) expect((await add(at))?.isNew).toBe(true)
  expect(await add(100)).toBeNull()
  expect((await add(3))?.isNew).toBe(false)
  const [first] = await sources.all()
  const items = (from: number) => numbers(from, from + 500).map((at) => ({ item: `${at}`, content: 'x' }))
  for (const from of [0, 500, 1000, 1500, 2000]) await feedItems.done(first?.id ?? 0, items(from), NOW + from)
  const known = await feedItems.known(
    first?.id ?? 0,
    numbers(0, 2500).map((at) => `${at}`),
  )
  expect([known.size, known.has('499'), known.has('500')]).toEqual([2000, false, true])
})
