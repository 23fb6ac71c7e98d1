import { expect, test } from 'vitest'
import { createDigestPlanner, type DigestAudience, type DigestPlanner } from '../../src/delivery/plan-digests.ts'
import type { DigestContent } from '../../src/digest/plan-digests.ts'
import { USUAL_WISHES } from '../../src/digest/wishes.ts'
import { readerOfPlace } from '../../src/store/readers/reading.ts'
import type { Store } from '../../src/store/store.ts'
import { anArchive } from '../an-archive.ts'
import { aSchedule, aSlug, aStore } from '../store/a-store.ts'
import { QUIET } from './sender/a-fan-out.ts'

const HOUR = 3_600_000
const DUE = Date.UTC(2026, 5, 1, 8)

type Setting = { readonly store: Store; readonly articles: number; readonly now: number }

function aTicker({ store, articles, now }: Setting) {
  const rendered: DigestContent[] = []
  const wakes: number[] = []
  const ticker: DigestPlanner = createDigestPlanner({
    ...{ store, now: () => now, log: QUIET, wake: () => wakes.push(now), isOnDuty: () => true },
    archive: anArchive(articles),
    render: ({ content }) => {
      rendered.push(content)
      return { text: JSON.stringify(content), entities: [], keyboard: [] }
    },
  })
  return { ticker, rendered, wakes }
}

async function subscribe(store: Store, ...chatIds: readonly number[]): Promise<void> {
  for (const id of chatIds) {
    await store.chats.seen({ id, kind: 'private', title: null }, DUE - HOUR)
    const schedule = aSchedule({ times: [480], zone: 'UTC' })
    await store.subscriptions.save({ chatId: id, threadId: 0, schedule, language: 'ar' }, DUE - HOUR)
  }
}

async function tickAt(setting: Setting) {
  const { ticker, ...seen } = aTicker(setting)
  const report = await ticker.tick()
  await ticker.stop()
  return { report, ...seen }
}

test('plans all due subscriptions, renders once for equal audiences, and wakes', async () => {
  const store = await aStore()
  await subscribe(store, ...Array.from({ length: 600 }, (_, at) => at + 1))
  const { report, rendered, wakes } = await tickAt({ store, articles: 2, now: DUE })
  expect(report).toEqual({ due: 600, planned: 600, silent: 0, skipped: 0 })
  expect(rendered).toMatchObject([{ kind: 'new', slugs: ['a-2', 'a-1'], total: 2 }])
  expect(wakes.length).toBeGreaterThan(0)
  expect(await store.deliveries.counts()).toMatchObject({ pending: 600 })
})

test('a planned minute is not planned again', async () => {
  const store = await aStore()
  await subscribe(store, 7)
  await tickAt({ store, articles: 2, now: DUE })
  const { report, wakes } = await tickAt({ store, articles: 2, now: DUE + 60_000 })
  expect(report.due).toBe(0)
  expect(wakes).toEqual([])
})

test('new articles first, then chunk by chunk, then silence, then new articles again', async () => {
  const store = await aStore()
  await subscribe(store, 7)
  const contents: DigestContent[] = []
  for (const [day, articles] of [1, 1, 1, 1, 2, 2].entries()) {
    contents.push(...(await tickAt({ store, articles, now: DUE + day * 24 * HOUR })).rendered)
  }
  expect(contents).toMatchObject([
    { kind: 'new', slugs: ['a-1'], total: 1 },
    { kind: 'chunk', slug: 'a-1', chunk: 0 },
    { kind: 'chunk', slug: 'a-1', chunk: 1 },
    { kind: 'new', slugs: ['a-2'], total: 1 },
    { kind: 'chunk', slug: 'a-2', chunk: 0 },
  ])
})

test('chunks read with /read in private are not sent again', async () => {
  const store = await aStore()
  await subscribe(store, 7)
  await tickAt({ store, articles: 1, now: DUE })
  await store.reading.mark(readerOfPlace({ chatId: 7, threadId: 0 }), { slug: aSlug('a-1'), chunk: 0 }, DUE + 1)
  const { rendered } = await tickAt({ store, articles: 1, now: DUE + 24 * HOUR })
  expect(rendered).toEqual([{ kind: 'chunk', slug: 'a-1', chunk: 1 }])
})

test('after a downtime: late within three hours, else skipped and counted', async () => {
  const store = await aStore()
  await subscribe(store, 7)
  expect((await tickAt({ store, articles: 1, now: DUE + 4 * HOUR })).report).toMatchObject({ planned: 0, skipped: 1 })
  const late = await tickAt({ store, articles: 1, now: DUE + 26 * HOUR })
  expect(late.report).toMatchObject({ planned: 1, skipped: 0 })
})

test('a chat that is gone is not due', async () => {
  const store = await aStore()
  await subscribe(store, 7, 8)
  await store.chats.gone(7, 'blocked', DUE - 1)
  expect((await tickAt({ store, articles: 1, now: DUE })).report.due).toBe(1)
})

test('a minute of its own clock is kept, whatever the machine’s clock says', async () => {
  const store = await aStore()
  await subscribe(store, 7)
  const began = performance.now()
  const now = () => DUE - 400 + Math.floor(performance.now() - began)
  const waked = Promise.withResolvers<number>()
  const ticker = createDigestPlanner({
    ...{ store, now, log: QUIET, wake: () => waked.resolve(now()), isOnDuty: () => true },
    archive: anArchive(1),
    render: () => ({ text: 'x', entities: [], keyboard: [] }),
  })
  ticker.start()
  expect(await waked.promise).toBeGreaterThanOrEqual(DUE)
  expect(now()).toBeLessThan(DUE + 1000)
  await ticker.stop()
})

test.each([
  ['an hour', HOUR],
  ['a day', 24 * HOUR],
])('a clock that is set back by %s: what is due then is planned by the next tick', async (_, step) => {
  const store = await aStore()
  await subscribe(store, 7)
  let clock = DUE
  const ticker = createDigestPlanner({
    ...{ store, now: () => clock, log: QUIET, wake: () => {}, isOnDuty: () => true, everyMs: 20 },
    archive: anArchive(1),
    render: () => ({ text: 'x', entities: [], keyboard: [] }),
  })
  const planned = () => expect.poll(async () => (await store.deliveries.counts()).pending)
  ticker.start()
  await planned().toBe(1)
  clock = DUE - step
  await store.chats.seen({ id: 8, kind: 'private', title: null }, clock - 1)
  const schedule = aSchedule({ times: [(clock / 60_000) % 1440], zone: 'UTC' })
  await store.subscriptions.save({ chatId: 8, threadId: 0, schedule, language: 'ar' }, clock - 1)
  await planned().toBe(2)
  await ticker.stop()
})

test('ticks wait for one another', async () => {
  const store = await aStore()
  await subscribe(store, ...Array.from({ length: 300 }, (_, at) => at + 1))
  const { ticker } = aTicker({ store, articles: 1, now: DUE })
  const reports = await Promise.all([ticker.tick(), ticker.tick()])
  await ticker.stop()
  expect(reports.map((report) => report.due)).toEqual([300, 0])
})

test('renders for each form and digits once', async () => {
  const store = await aStore()
  await subscribe(store, 1, 2, 3, 4)
  await store.chats.setDigits(2, 'arab', DUE - HOUR)
  const schedule = aSchedule({ times: [480], zone: 'UTC' })
  const wishes = { ...USUAL_WISHES, length: 'short' as const, sections: ['quote' as const] }
  await store.subscriptions.save({ chatId: 3, threadId: 0, schedule, language: 'ar', wishes }, DUE - HOUR)
  const audiences: DigestAudience[] = []
  const ticker = createDigestPlanner({
    ...{ store, now: () => DUE, log: QUIET, wake: () => {}, isOnDuty: () => true, archive: anArchive(1) },
    render: (_, audience) => {
      audiences.push(audience)
      return { text: JSON.stringify(audience), entities: [], keyboard: [] }
    },
  })
  await ticker.tick()
  await ticker.stop()
  expect(audiences).toMatchObject([
    { digits: null, form: { length: 'normal', sections: ['line'] } },
    { digits: 'arab', form: { length: 'normal' } },
    { digits: null, form: { length: 'short', sections: ['quote'] } },
  ])
})

test('a part that comes with the news counts as read', async () => {
  const store = await aStore()
  await subscribe(store, 7)
  const schedule = aSchedule({ times: [480], zone: 'UTC' })
  const wishes = { ...USUAL_WISHES, sections: ['line', 'chunk'] as const }
  await store.subscriptions.save({ chatId: 7, threadId: 0, schedule, language: 'ar', wishes }, DUE - HOUR)
  await tickAt({ store, articles: 1, now: DUE })
  const { rendered } = await tickAt({ store, articles: 1, now: DUE + 24 * HOUR })
  expect(rendered).toEqual([{ kind: 'chunk', slug: 'a-1', chunk: 1 }])
})

test('reports when no due chat had new articles, and not when no chat was due', async () => {
  const store = await aStore()
  await subscribe(store, 7, 8)
  const told: number[] = []
  const tick = async (articles: number, now: number) => {
    const ticker = createDigestPlanner({
      ...{ store, now: () => now, log: QUIET, wake: () => {}, isOnDuty: () => true, archive: anArchive(articles) },
      render: () => ({ text: 'x', entities: [], keyboard: [] }),
      emptyForAll: async (newest) => void told.push(newest),
    })
    await ticker.tick()
    await ticker.stop()
  }
  await tick(1, DUE)
  await tick(1, DUE + HOUR)
  expect(told).toEqual([])
  await tick(1, DUE + 24 * HOUR)
  expect(told).toEqual([1])
})

test('in a large archive all new articles are counted, and an old begun article continues, planned once', async () => {
  const store = await aStore()
  const articles = 1500
  await subscribe(store, 1, 2, 3, 4)
  const seen = [0, 200, 1499, articles]
  for (const [at, number] of seen.entries()) {
    await store.subscriptions.sawThrough({ chatId: at + 1, threadId: 0 }, number, DUE - HOUR)
  }
  await store.reading.mark(readerOfPlace({ chatId: 4, threadId: 0 }), { slug: aSlug('a-3'), chunk: 0 }, DUE - HOUR)
  const setting = { store, articles, now: DUE }
  const { report, rendered } = await tickAt(setting)
  expect(report).toEqual({ due: 4, planned: 4, silent: 0, skipped: 0 })
  expect(rendered).toMatchObject([
    { kind: 'new', total: 1500 },
    { kind: 'new', total: 1300 },
    { kind: 'new', total: 1, slugs: ['a-1500'] },
    { kind: 'chunk', slug: 'a-3', chunk: 1 },
  ])
  expect(await store.deliveries.counts()).toMatchObject({ pending: 4 })
  expect((await tickAt(setting)).report.due).toBe(0)
})

test('an article that goes while a digest of it is planned is left out', async () => {
  const store = await aStore()
  await subscribe(store, 7)
  const archive = { ...anArchive(2), bySlugs: async () => [] }
  const shown: number[] = []
  const ticker = createDigestPlanner({
    ...{ store, archive, now: () => DUE, log: QUIET, wake: () => {}, isOnDuty: () => true },
    render: ({ items }) => {
      shown.push(items.length)
      return null
    },
  })
  expect(await ticker.tick()).toMatchObject({ due: 1, silent: 1 })
  await ticker.stop()
  expect(shown).toEqual([0])
})
