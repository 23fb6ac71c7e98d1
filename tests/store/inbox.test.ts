import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { aDirectory } from './a-store.ts'

test('an update is taken once and waits until it is handled, which counts as no write', async () => {
  let writes = 0
  const store = await openStore({ directory: await aDirectory(), onWrite: () => (writes += 1) })
  const { inbox } = store
  writes = 0
  expect([await inbox.take({ id: 1, text: '{}' }, 1), await inbox.take({ id: 1, text: '{}' }, 1)]).toEqual([
    true,
    false,
  ])
  expect(await inbox.waiting()).toEqual(['{}'])
  await inbox.handled(1)
  expect(await inbox.waiting()).toEqual([])
  expect(writes).toBe(0)
  await store.meta.set('stored', 'yes')
  expect(writes).toBe(1)
  await store.close()
})
