import type { Database } from '../schema.ts'

/** Search words that buttons and links refer to; `key` is a short name of the words. */
export type Searches = {
  readonly keep: (
    search: { readonly key: string; readonly text: string; readonly by: number },
    now: number,
  ) => Promise<void>
  /** `null`: never stored, or too old. */
  readonly find: (key: string) => Promise<string | null>
}

/** Only so many searches are stored, of one person and of all, and for so long. */
const MOST_OF_PERSON = 200
const MOST_STORED = 10_000
const STORED_MS = 30 * 24 * 60 * 60_000
const PRUNE_EVERY_MS = 60 * 60_000

export function createSearches(db: Database): Searches {
  let prunedAt = Number.NEGATIVE_INFINITY
  return {
    keep: async ({ key, text, by }, now) => {
      await db
        .insertInto('searches')
        .values({ key, text, used_at: now, user_id: by })
        // whose it was first, so that nobody's many searches evict what others made
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ used_at: now }))
        .execute()
      await pruneOf(db, by)
      if (now - prunedAt < PRUNE_EVERY_MS) return
      prunedAt = now
      await prune(db, now)
    },
    find: async (key) => {
      const row = await db.selectFrom('searches').select('text').where('key', '=', key).executeTakeFirst()
      return row?.text ?? null
    },
  }
}

async function pruneOf(db: Database, by: number): Promise<void> {
  const own = db.selectFrom('searches').select('key').where('user_id', '=', by)
  const most = own.orderBy('used_at', 'desc').orderBy('key').offset(MOST_OF_PERSON).limit(Number.MAX_SAFE_INTEGER)
  await db.deleteFrom('searches').where('key', 'in', most).execute()
}

async function prune(db: Database, now: number): Promise<void> {
  const old = db.selectFrom('searches').select('used_at').orderBy('used_at', 'desc').offset(MOST_STORED).limit(1)
  await db
    .deleteFrom('searches')
    .where((row) => row.or([row('used_at', '<=', old), row('used_at', '<', now - STORED_MS)]))
    .execute()
}
