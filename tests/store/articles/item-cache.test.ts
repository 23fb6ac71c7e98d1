import { expect, test } from 'vitest'
import type { ShelfItem } from '../../../src/shelf/shelf.ts'
import { createItemCache } from '../../../src/store/articles/item-cache.ts'

test('an item that was read before the archive changed is not kept', () => {
  let version = 1
  const cache = createItemCache()
  const reading = cache.at(version, () => version)
  const item = { number: 7 } as ShelfItem
  version = 2
  cache.drop([7])
  reading.put(item, { weight: 1, followsOthers: false })
  expect(cache.at(version, () => version).get(7)).toBeNull()
  cache.at(version, () => version).put(item, { weight: 1, followsOthers: false })
  expect(cache.at(version, () => version).get(7)).toBe(item)
})
