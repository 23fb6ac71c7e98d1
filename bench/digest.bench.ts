import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import SqliteFile from 'better-sqlite3'
import { pino } from 'pino'
import type { EditionSource } from '../src/delivery/gather-edition.ts'
import { createDigestPlanner, type DigestPlanner } from '../src/delivery/plan-digests.ts'
import { NO_TERMS } from '../src/digest/article-terms.ts'
import type { ShelfArticle } from '../src/digest/plan-digests.ts'
import { openStore, type Store } from '../src/store/store.ts'
import type { Row } from './bench.ts'

const NOW = Date.UTC(2026, 5, 1, 8)
const DUE = 100_000
const ZONES = ['Africa/Cairo', 'Asia/Riyadh', 'Africa/Casablanca', 'Asia/Gaza', 'Europe/Berlin', 'America/New_York']

/** What a tick costs with nothing due, and with 100,000 due at once. */
export async function rows(): Promise<readonly Row[]> {
  return [...(await measure(10_000)), ...(await measure(100_000)), ...(await measure(1_000_000))]
}

async function measure(subscriptions: number): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  try {
    await (await openStore({ directory })).close()
    fill(join(directory, 'mujaz.db'), subscriptions)
    const store = await openStore({ directory })
    const idle = await idleTick(store)
    const of = `${subscriptions.toLocaleString('en')} subscriptions:`
    const due = Math.min(subscriptions, DUE)
    const planned = await planAll(store, of, due)
    await store.close()
    return [{ name: `${of} a tick with nothing due`, value: idle, unit: 'ms' }, ...planned]
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** The first 100,000 are due at NOW, the others at other times of the day to come. */
function fill(path: string, subscriptions: number): void {
  const file = new SqliteFile(path)
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${subscriptions})`
  file.exec(`
    begin;
    ${numbers} insert into chats (id, kind, title, language, state, created_at, updated_at)
      select i, 'private', null, null, 'active', 0, 0 from n;
    ${numbers} insert into subscriptions
      (id, chat_id, thread_id, times, days, zone, language, next_due, state, created_at, updated_at)
      select i, i, 0, iif(i % 3 = 0, '480', '480,' || (481 + i % 700)), iif(i % 5 = 0, '1,2,3,4,7', '1,2,3,4,5,6,7'),
        json_extract('${JSON.stringify(ZONES)}', '$[' || (i % ${ZONES.length}) || ']'), iif(i % 10 = 0, 'en', 'ar'),
        iif(i <= ${DUE}, ${NOW}, ${NOW} + 60000 * (1 + i % 1440)), 'active', 0, 0
      from n;
    ${numbers} insert into following (chat_id, thread_id, seen_through, updated_at) select i, 0, iif(i % 2 = 0, 3, 4), 0 from n;
    commit;`)
  file.close()
}

const ARTICLES: readonly ShelfArticle[] = [4, 3, 2, 1].map((number) => ({
  number,
  slug: `a-${number}` as never,
  chunks: 6,
  terms: () => NO_TERMS,
}))

/** Articles that nothing needs to stand behind. */
const ARCHIVE: EditionSource = {
  lastArrived: async () => ARTICLES,
  arrivedCount: async (after) => ARTICLES.filter(({ number }) => number > after).length,
  bySlugs: async () => [],
}

function tickerAt(store: Store, now: number): DigestPlanner {
  return createDigestPlanner({
    store,
    archive: ARCHIVE,
    render: ({ content }) => ({ text: JSON.stringify(content), entities: [], keyboard: [] }),
    now: () => now,
    log: pino({ level: 'silent' }),
    wake: () => {},
    isOnDuty: () => true,
  })
}

async function idleTick(store: Store): Promise<number> {
  const ticker = tickerAt(store, NOW - 1)
  for (let warm = 0; warm < 50; warm += 1) await ticker.tick()
  const times: number[] = []
  for (let round = 0; round < 200; round += 1) {
    const before = performance.now()
    await ticker.tick()
    times.push(performance.now() - before)
  }
  await ticker.stop()
  return times.toSorted((a, b) => a - b)[100] ?? 0
}

async function planAll(store: Store, of: string, due: number): Promise<readonly Row[]> {
  const ticker = tickerAt(store, NOW)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const before = performance.now()
  const report = await ticker.tick()
  const seconds = (performance.now() - before) / 1000
  delay.disable()
  await ticker.stop()
  if (report.planned !== due) throw new Error(`${report.planned} of ${due} were planned`)
  const name = `${of} ${due.toLocaleString('en')} due planned`
  return [
    { name, value: seconds, unit: 's' },
    { name: `${name}, the longest hold of the event loop`, value: delay.max / 1e6, unit: 'ms' },
  ]
}
