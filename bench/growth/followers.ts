import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { USUAL_WISHES } from '../../src/digest/wishes.ts'
import { wishesColumn } from '../../src/store/subscriptions/columns.ts'
import type { RunningProgram } from '../programs.ts'

/** Milliseconds from the minute at which a digest was due; `null`: not in time. */
export type Lateness = { readonly firstMs: number | null; readonly lastMs: number | null }

const CHATS = 200
/** Chats of their own, apart from those that ask. */
const FIRST_CHAT = 1_000_000
const MINUTE_MS = 60_000
/** Written before the minute with so much to spare. */
const AHEAD_MS = 5_000
const WITHIN_MS = 60_000
/** After so long without a message there come no more: whom nothing fits gets none. */
const QUIET_MS = 3_000

/**
 * Subscribes chats that have seen nothing yet to the next minute, half of them to some articles only, and waits for what
 * they get: all that is on hand is looked over for them.
 */
export async function planFollowers(program: RunningProgram, dataDir: string): Promise<Lateness> {
  const dueAt = Math.ceil((Date.now() + AHEAD_MS) / MINUTE_MS) * MINUTE_MS
  subscribe(join(dataDir, 'mujaz.db'), dueAt)
  const times: number[] = []
  while (Date.now() < Math.min(dueAt + WITHIN_MS, (times.at(-1) ?? Number.POSITIVE_INFINITY) + QUIET_MS)) {
    await sleep(250)
    // what was asked before may be answered late
    times.push(...(await program.unasked()).filter((at) => at >= dueAt))
  }
  const [first] = times
  const last = times.at(-1)
  return { firstMs: first === undefined ? null : first - dueAt, lastMs: last === undefined ? null : last - dueAt }
}

function subscribe(path: string, dueAt: number): void {
  const file = new SqliteFile(path)
  const numbers = `with recursive n(i) as (select ${FIRST_CHAT} union all select i + 1 from n where i < ${FIRST_CHAT + CHATS - 1})`
  const choosy = wishesColumn({ ...USUAL_WISHES, keywords: ['هدنة'], speakers: ['بوتين'] })
  const minute = (dueAt / MINUTE_MS) % 1440
  file.exec(`
    begin immediate;
    ${numbers} insert into chats (id, kind, title, language, state, created_at, updated_at)
      select i, 'private', null, null, 'active', 0, 0 from n;
    ${numbers} insert into subscriptions
      (chat_id, thread_id, times, days, zone, language, next_due, state, wishes, created_at, updated_at)
      select i, 0, '${minute}', '1,2,3,4,5,6,7', 'UTC', 'ar', ${dueAt}, 'active', iif(i % 2 = 0, null, '${choosy}'), 0, 0 from n;
    ${numbers} insert into following (chat_id, thread_id, seen_through, updated_at) select i, 0, 0, 0 from n;
    commit;`)
  file.close()
}
