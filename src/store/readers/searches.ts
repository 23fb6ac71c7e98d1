import type { Database } from '../schema.ts'

/** What was searched for, so that a button or a link can go on with it: `key` is a short name of the words. */
export type Searches = {
  readonly keep: (
    search: { readonly key: string; readonly text: string; readonly by: number },
    now: number,
  ) => Promise<void>
  /** `null` for a search that was never kept or is too old. */
  readonly find: (key: string) => Promise<string | null>
}

/** The newest so many searches are kept, and for so long. */
const MOST_KEPT = 10_000
const KEPT_MS = 30 * 24 * 60 * 60_000

export function createSearches(db: Database): Searches {
  return {
    keep: async ({ key, text, by }, now) => {
      await db
        .insertInto('searches')
        .values({ key, text, used_at: now, user_id: by })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ used_at: now, user_id: by }))
        .execute()
      const old = db.selectFrom('searches').select('used_at').orderBy('used_at', 'desc').offset(MOST_KEPT).limit(1)
      await db.deleteFrom('searches').where('used_at', '<=', old).execute()
      await db
        .deleteFrom('searches')
        .where('used_at', '<', now - KEPT_MS)
        .execute()
    },
    find: async (key) => {
      const row = await db.selectFrom('searches').select('text').where('key', '=', key).executeTakeFirst()
      return row?.text ?? null
    },
  }
}
