import { expect, test } from 'vitest'
import { aStore } from '../a-store.ts'

const NOW = Date.UTC(2025, 7, 16)
const DAY_MS = 24 * 60 * 60_000

test('a search is kept for its buttons, for a month, and goes when its searcher is forgotten', async () => {
  const { searches, forgetReader } = await aStore()
  await searches.keep({ key: 'a', text: ' الجسر', by: 7 }, NOW)
  await searches.keep({ key: 'b', text: ' النهر', by: 8 }, NOW)
  expect(await searches.find('a')).toBe(' الجسر')
  await forgetReader(7)
  expect(await searches.find('a')).toBeNull()
  expect(await searches.find('b')).toBe(' النهر')
  await searches.keep({ key: 'c', text: ' المرفأ', by: 9 }, NOW + 31 * DAY_MS)
  expect(await searches.find('b')).toBeNull()
})

test('one person’s many searches evict only their own', async () => {
  const { searches } = await aStore()
  await searches.keep({ key: 'mine', text: ' الجسر', by: 7 }, NOW)
  await searches.keep({ key: 'common', text: ' النهر', by: 7 }, NOW)
  await searches.keep({ key: 'common', text: ' النهر', by: 8 }, NOW)
  for (let at = 0; at < 300; at += 1) await searches.keep({ key: `${at}`, text: ` ${at}`, by: 8 }, NOW + at)
  expect(await searches.find('mine')).toBe(' الجسر')
  expect(await searches.find('common')).toBe(' النهر')
  expect(await searches.find('99')).toBeNull()
  expect(await searches.find('100')).toBe(' 100')
})
