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

/** Only so many searches are stored, and for so long. */
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
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ used_at: now, user_id: by }))
        .execute()
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

async function prune(db: Database, now: number): Promise<void> {
  const old = db.selectFrom('searches').select('used_at').orderBy('used_at', 'desc').offset(MOST_STORED).limit(1)
  await db
    .deleteFrom('searches')
    .where((row) => row.or([row('used_at', '<=', old), row('used_at', '<', now - STORED_MS)]))
    .execute()
}
