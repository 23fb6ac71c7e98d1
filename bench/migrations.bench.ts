import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { MIGRATIONS } from '../src/store/migrations/all.ts'
import { openDatabase } from '../src/store/open-database.ts'
import type { Row } from './bench.ts'

const KILLS = 40
const CHATS = 2_000
const SCRIPT = join(import.meta.dirname, '../tests/store/engines/sqlite/opening-process.ts')

/** The long form of the test: databases that an opening killed at a random moment leaves unusable, or with rows lost. */
export async function rows(): Promise<readonly Row[]> {
  let [unusable, lost] = [0, 0]
  const began = performance.now()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
    const chats = kill % 2 === 0 ? CHATS : 0
    try {
      if (chats > 0) await makeOldest(directory, chats)
      await killWhileOpening(directory)
      const left = await countChats(directory)
      if (left === null) unusable += 1
      else if (left !== chats) lost += 1
    } finally {
      await rm(directory, { recursive: true })
    }
  }
  const of = `${KILLS} × kill -9 while a database is made or brought up to date:`
  return [
    { name: `${of} unusable`, value: unusable, unit: 'databases' },
    { name: `${of} rows lost`, value: lost, unit: 'databases' },
    { name: 'one of them', value: (performance.now() - began) / KILLS, unit: 'ms' },
  ]
}

async function makeOldest(directory: string, chats: number): Promise<void> {
  const db = await openDatabase({ directory }, Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 1)))
  await sql`with recursive n(id) as (select 1 union all select id + 1 from n limit ${chats})
    insert into chats (id, kind, state, created_at, updated_at) select id, 'private', 'active', 1, 1 from n`.execute(db)
  await db.destroy()
}

async function killWhileOpening(directory: string): Promise<void> {
  const opening = spawn(process.execPath, [SCRIPT, directory], { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(opening, 'exit')
  await once(opening.stdout, 'data')
  await sleep(Math.random() * 80)
  opening.kill('SIGKILL')
  await exited
}

/** `null`: it can't be opened. */
async function countChats(directory: string): Promise<number | null> {
  try {
    const db = await openDatabase({ directory })
    const { count } = await db
      .selectFrom('chats')
      .select(db.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    await db.destroy()
    return Number(count)
  } catch {
    return null
  }
}
