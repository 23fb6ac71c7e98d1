import { expect, test } from 'vitest'
import { readerOfUser } from '../../../src/store/readers/reading.ts'
import { aStore } from '../a-store.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const DAY_MS = 24 * 60 * 60_000
const WEEK = { days: 7, now: NOW }

const read = (key: string) => ({ what: 'read', key, word: null }) as const
const searched = (word: string) => ({ what: 'search', key: `k${word}`, word }) as const

test('what was read and searched is counted, the most used first, by people a day', async () => {
  const { usage } = await aStore()
  usage.count([read('a')], readerOfUser(1), NOW)
  usage.count([read('a')], readerOfUser(1), NOW)
  usage.count([read('b')], readerOfUser(2), NOW)
  usage.count([read('b')], readerOfUser(2), NOW - 8 * DAY_MS)
  expect(await usage.top('read', { ...WEEK, limit: 5 })).toEqual([
    { key: 'a', word: null, count: 2 },
    { key: 'b', word: null, count: 1 },
  ])
  expect(await usage.peopleADay('read', WEEK)).toBe(2)
  expect(await usage.peopleADay('search', WEEK)).toBe(0)
  const before = { days: 7, now: NOW - 7 * DAY_MS }
  expect([await usage.total('read', WEEK), await usage.total('read', before)]).toEqual([3, 1])
  expect([await usage.peopleADay('read', before), await usage.total('search', WEEK)]).toEqual([1, 0])
})

test('a word that was searched once is not kept', async () => {
  const { usage } = await aStore()
  usage.count([searched('الهدنة'), searched('سر')], readerOfUser(1), NOW)
  usage.count([searched('الهدنة')], readerOfUser(2), NOW)
  const top = await usage.top('search', { ...WEEK, limit: 5 })
  expect(top.map(({ word, count }) => [word, count])).toEqual([
    ['الهدنة', 2],
    [null, 1],
  ])
})

test('counts go after thirty days', async () => {
  const { usage } = await aStore()
  usage.count([read('old')], readerOfUser(1), NOW - 31 * DAY_MS)
  usage.count([read('new')], readerOfUser(1), NOW)
  const top = await usage.top('read', { days: 365, now: NOW, limit: 5 })
  expect(top.map(({ key }) => key)).toEqual(['new'])
})
