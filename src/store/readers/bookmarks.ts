import type { KeptWords } from '../../messages/views/saved.ts'
import type { Database } from '../schema.ts'

/** The most bookmarks of one reader; a further one is refused. */
const MOST_BOOKMARKS = 500

/** A place in the articles, as a button encodes it; `kept`: its words, `null` while they were not on hand. */
export type Bookmark = { readonly place: string; readonly kept: KeptWords | null }

export type Bookmarks = {
  readonly add: (userId: number, bookmark: Bookmark, now: number) => Promise<'added' | 'known' | 'full'>
  readonly remove: (userId: number, place: string) => Promise<void>
  /** A user's bookmarks, newest first. */
  readonly ofUser: (userId: number) => Promise<readonly Bookmark[]>
  /** Stores the words of bookmarks that were made without. */
  readonly keepWords: (userId: number, bookmarks: readonly Bookmark[]) => Promise<void>
}

export function createBookmarks(db: Database): Bookmarks {
  return {
    add: (userId, { place, kept }, now) =>
      db.transaction().execute(async (tx) => {
        const own = tx.selectFrom('bookmarks').where('user_id', '=', userId)
        if ((await own.select('place').where('place', '=', place).executeTakeFirst()) !== undefined) return 'known'
        const { count } = await own.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
        if (Number(count) >= MOST_BOOKMARKS) return 'full'
        const row = { user_id: userId, place, created_at: now, kept: written(kept) }
        await tx.insertInto('bookmarks').values(row).execute()
        return 'added'
      }),
    remove: async (userId, place) => {
      await db.deleteFrom('bookmarks').where('user_id', '=', userId).where('place', '=', place).execute()
    },
    ofUser: async (userId) => {
      const question = db.selectFrom('bookmarks').select(['place', 'kept']).where('user_id', '=', userId)
      const rows = await question.orderBy('created_at', 'desc').orderBy('place').execute()
      return rows.map(({ place, kept }) => ({ place, kept: kept === null ? null : (JSON.parse(kept) as KeptWords) }))
    },
    keepWords: async (userId, bookmarks) => {
      for (const { place, kept } of bookmarks) {
        const own = db.updateTable('bookmarks').where('user_id', '=', userId).where('place', '=', place)
        await own
          .set({ kept: written(kept) })
          .where('kept', 'is', null)
          .execute()
      }
    },
  }
}

function written(kept: KeptWords | null): string | null {
  return kept === null ? null : JSON.stringify(kept)
}
