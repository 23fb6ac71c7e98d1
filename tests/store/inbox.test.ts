import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import type { InboxBatch, StoredUpdate } from '../../src/store/inbox.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { anEmptyStore, aStore } from './a-store.ts'

const NOW = Date.UTC(2026, 10, 29)
const NOTHING: InboxBatch = { posted: [], handled: [], isRecovering: false, isAdopting: false, now: NOW }

const posted = (id: number, lane = 'chat 1') => ({ id, text: `{"update_id":${id}}`, lane, receivedAt: NOW })
const idsOf = ({ updates }: { readonly updates: readonly StoredUpdate[] }) => updates.map(({ id }) => id)
const post = async ({ inbox }: Store, taker: string, ...updates: ReturnType<typeof posted>[]) =>
  idsOf(await inbox.exchange(taker, { ...NOTHING, posted: updates }))
const look = async ({ inbox }: Store, taker: string, batch: Partial<InboxBatch> = {}) =>
  idsOf(await inbox.exchange(taker, { ...NOTHING, ...batch }))

test('an update is stored once, and that counts as no write', async () => {
  let writes = 0
  const store = await openStore({ ...(await anEmptyStore()), onWrite: () => (writes += 1) })
  writes = 0
  expect(await post(store, 'a', posted(1), posted(1))).toEqual([1])
  expect(await post(store, 'b', posted(1))).toEqual([])
  expect(await store.inbox.hasWaiting()).toBe(true)
  await look(store, 'a', { handled: [1] })
  expect(await store.inbox.hasWaiting()).toBe(false)
  expect(await post(store, 'a', posted(1))).toEqual([])
  expect(writes).toBe(0)
  await store.meta.set('stored', 'yes')
  expect(writes).toBe(1)
  await store.close()
})

test('an update goes to the process that has others of its lane in hand', async () => {
  const store = await aStore()
  expect(await post(store, 'a', posted(1))).toEqual([1])
  expect(await post(store, 'b', posted(2), posted(3, 'chat 2'))).toEqual([3])
  expect(await post(store, 'a', posted(4))).toEqual([2, 4])
  expect(await look(store, 'a')).toEqual([])
  await look(store, 'a', { handled: [1, 2, 4] })
  expect(await post(store, 'b', posted(5))).toEqual([5])
})

test('what a process left is adopted, in order, before anything else of its lanes', async () => {
  const store = await aStore()
  await post(store, 'a', posted(1), posted(2))
  expect(await store.inbox.hasOrphans(NOW)).toBe(false)
  await store.inbox.leave('a')
  expect(await store.inbox.hasOrphans(NOW)).toBe(true)
  expect(await post(store, 'b', posted(3))).toEqual([])
  expect(await look(store, 'b', { isAdopting: true })).toEqual([1, 2, 3])
  // it woke, and is told what is still its own
  expect(await store.inbox.exchange('a', NOTHING)).toMatchObject({ isAnew: true, updates: [] })
})

test('a process is buried only while it shows no sign of life', async () => {
  const store = await aStore()
  await look(store, 'a')
  const [seen] = await store.inbox.takers()
  if (seen === undefined) throw new Error('no taker')
  await look(store, 'a')
  await store.inbox.bury(seen)
  expect(await store.inbox.takers()).toEqual([{ name: 'a', beat: 2 }])
  await store.inbox.bury({ name: 'a', beat: 2 })
  expect(await store.inbox.takers()).toEqual([])
})

test('what a version without takers stored is adopted once that had time to handle it', async () => {
  const options = await anEmptyStore()
  const store = await openStore(options)
  await post(store, 'a', posted(1))
  await store.close()
  await asFormerVersion(options)
  const again = await openStore(options)
  expect(await again.inbox.hasOrphans(NOW + 30_000)).toBe(false)
  expect(await look(again, 'b', { isAdopting: true, now: NOW + 30_001 })).toEqual([1])
  await again.close()
})

async function asFormerVersion(options: Awaited<ReturnType<typeof anEmptyStore>>): Promise<void> {
  const { openDatabase } = await import('../../src/store/open-database.ts')
  const db = await openDatabase(options)
  await db.updateTable('updates').set({ taker: null, lane: null }).execute()
  await db.destroy()
}

const TAKERS = ['a', 'b', 'c'] as const
const taker = fc.constantFrom(...TAKERS)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('post' as const), taker, lane: fc.integer({ min: 0, max: 2 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('handle' as const), taker, lane: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), taker }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), taker }) },
)

test('over random histories each update is handled once, and a lane in its order', async () => {
  const store = await aStore()
  let last = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const memory = new Map<string, { readonly id: number; readonly lane: string }[]>()
      const lanes = new Map<number, string>()
      const done: number[] = []
      const first = last
      const exchange = async (name: string, batch: Partial<InboxBatch>) => {
        const known = memory.get(name) ?? []
        memory.set(name, known)
        for (const id of await look(store, name, batch)) known.push({ id, lane: lanes.get(id) ?? '' })
      }
      const handle = async (name: string, lane: string) => {
        const known = memory.get(name) ?? []
        const at = known.findIndex((update) => update.lane === lane)
        if (at === -1) return
        const [{ id } = { id: 0 }] = known.splice(at, 1)
        done.push(id)
        await exchange(name, { handled: [id] })
      }
      for (const one of steps) {
        if (one.kind === 'post') {
          last += 1
          lanes.set(last, `lane ${one.lane}`)
          await exchange(one.taker, { posted: [posted(last, `lane ${one.lane}`)] })
        } else if (one.kind === 'handle') await handle(one.taker, `lane ${one.lane}`)
        else if (one.kind === 'look') await exchange(one.taker, { isAdopting: await store.inbox.hasOrphans(NOW) })
        else {
          memory.delete(one.taker)
          await store.inbox.leave(one.taker)
        }
      }
      while (await store.inbox.hasWaiting()) {
        for (const name of TAKERS) {
          await exchange(name, { isAdopting: true })
          for (const lane of new Set(lanes.values())) await handle(name, lane)
        }
      }
      expect(done.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: last - first }, (_, at) => first + at + 1),
      )
      for (const lane of new Set(lanes.values())) {
        const ids = done.filter((id) => lanes.get(id) === lane)
        expect(ids).toEqual(ids.toSorted((one, other) => one - other))
      }
    }),
    { numRuns: inject('postgres') === null ? 60 : 15 },
  )
})
