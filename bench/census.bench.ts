import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { openStore } from '../src/store/store.ts'
import type { Row } from './bench.ts'

/** What `/stats` costs, and an announcement's planning: the longest step holds the event loop. */
export async function rows(): Promise<readonly Row[]> {
  return [...(await measure(10_000)), ...(await measure(1_000_000))]
}

async function measure(chats: number): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  try {
    await (await openStore({ directory })).close()
    fill(join(directory, 'mujaz.db'), chats)
    const store = await openStore({ directory })
    const of = `${chats.toLocaleString('en')} chats, subscriptions, deliveries:`
    await store.tallies.census(5)
    const began = performance.now()
    await store.tallies.census(5)
    const counted = performance.now() - began
    const draft = {
      ownerId: 1,
      language: 'ar',
      message: { text: 'x', entities: [], keyboard: [] },
      audience: 'all',
    } as const
    const id = await store.broadcasts.draft(draft, 1)
    await store.broadcasts.confirm(id, 1)
    const planning = performance.now()
    let longest = 0
    for (let more = true, time = planning; more; time = performance.now()) {
      more = await store.broadcasts.plan({ id, limit: 200 }, 1)
      longest = Math.max(longest, performance.now() - time)
    }
    const planned = performance.now() - planning
    await store.close()
    return [
      { name: `${of} /stats`, value: counted, unit: 'ms' },
      { name: `${of} an announcement planned`, value: planned, unit: 'ms' },
      { name: `${of} its longest step`, value: longest, unit: 'ms' },
    ]
  } finally {
    await rm(directory, { recursive: true })
  }
}

function fill(path: string, rows: number): void {
  const file = new SqliteFile(path)
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})`
  file.exec(`
    begin;
    ${numbers} insert into chats (id, kind, title, language, state, created_at, updated_at)
      select i, iif(i % 9 = 0, 'group', 'private'), null, null, iif(i % 20 = 0, 'blocked', 'active'), 0, 0 from n;
    ${numbers} insert into subscriptions
      (id, chat_id, thread_id, times, days, zone, language, next_due, state, created_at, updated_at)
      select i, i, 0, '480', '1', 'UTC', 'ar', iif(i % 20 = 0, null, i), 'active', 0, 0 from n;
    insert into digests values ('d', '{}', 0);
    ${numbers} insert into deliveries
      (chat_id, thread_id, subscription_id, due_at, digest_id, state, not_before, attempts, created_at, updated_at)
      select i, 0, i, i, 'd', iif(i % 2 = 0, 'sent', 'pending'), 1, 0, 0, 0 from n;
    commit;`)
  file.close()
}
