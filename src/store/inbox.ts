import { sql } from 'kysely'
import { engineOf } from './engines/engine-of.ts'
import { insertRows } from './insert-rows.ts'
import type { Database } from './schema.ts'
import { together } from './together.ts'

/** The updates that Telegram posted: each is taken once, and kept until it is handled. */
export type Inbox = {
  /** Stores an update; `false` where it was stored before. */
  readonly take: (update: PostedUpdate, now: number) => Promise<boolean>
  readonly handled: (id: number) => Promise<void>
  /** The texts of those not handled, in order. */
  readonly waiting: () => Promise<readonly string[]>
}

/** An update as JSON. */
type PostedUpdate = { readonly id: number; readonly text: string }

/** Telegram gives up repeating an update after a day. */
const REPEATED_MS = 2 * 24 * 60 * 60_000
/** Old ids deleted with each write. */
const SWEPT = 100

export function createInbox(db: Database): Inbox {
  const known = new Set<number>()
  const insert = together((updates: readonly TimedUpdate[]) => insertNew(db, updates))
  const clear = together(async (ids: readonly number[]) => {
    const handled = sql<number>`(select cast(value as bigint) from ${engineOf(db).list(ids)})`
    await db.updateTable('updates').set({ text: null }).where('update_id', 'in', handled).execute()
  })
  return {
    take: async ({ id, text }, now) => {
      const isTaken = Promise.withResolvers<boolean>()
      if (known.has(id)) return false
      known.add(id)
      try {
        await insert({ id, text, now, isTaken: isTaken.resolve })
        return await isTaken.promise
      } finally {
        known.delete(id)
      }
    },
    handled: clear,
    waiting: async () => {
      const rows = await db
        .selectFrom('updates')
        .select('text')
        .where('text', 'is not', null)
        .orderBy('update_id')
        .execute()
      return rows.flatMap(({ text }) => text ?? [])
    },
  }
}

type TimedUpdate = PostedUpdate & { readonly now: number; readonly isTaken: (isNew: boolean) => void }

async function insertNew(db: Database, updates: readonly TimedUpdate[]): Promise<void> {
  const rows = updates.map(({ id, text, now }) => ({ update_id: id, text, received_at: now }))
  const inserted = await insertRows(db, 'updates', rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('update_id')
    .execute()
  const fresh = new Set(inserted.map(({ update_id }) => update_id))
  for (const { id, isTaken } of updates) isTaken(fresh.has(id))
  const before = Math.max(...updates.map(({ now }) => now)) - REPEATED_MS
  const old = db.selectFrom('updates').select('update_id').where('received_at', '<', before).where('text', 'is', null)
  await db.deleteFrom('updates').where('update_id', 'in', old.limit(SWEPT)).execute()
}
