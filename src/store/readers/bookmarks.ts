import type { Database } from '../schema.ts'

/** The most bookmarks of one reader; a further one is refused. */
const MOST_BOOKMARKS = 500

export type Bookmarks = {
  /** Stores a place in the articles (as a button encodes it) for a user. */
  readonly add: (userId: number, place: string, now: number) => Promise<'added' | 'known' | 'full'>
  readonly remove: (userId: number, place: string) => Promise<void>
  /** A user's places, newest first. */
  readonly ofUser: (userId: number) => Promise<readonly string[]>
}

export function createBookmarks(db: Database): Bookmarks {
  return {
    add: (userId, place, now) =>
      db.transaction().execute(async (tx) => {
        const own = tx.selectFrom('bookmarks').where('user_id', '=', userId)
        if ((await own.select('place').where('place', '=', place).executeTakeFirst()) !== undefined) return 'known'
        const { count } = await own.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
        if (Number(count) >= MOST_BOOKMARKS) return 'full'
        await tx.insertInto('bookmarks').values({ user_id: userId, place, created_at: now }).execute()
        return 'added'
      }),
    remove: async (userId, place) => {
      await db.deleteFrom('bookmarks').where('user_id', '=', userId).where('place', '=', place).execute()
    },
    ofUser: async (userId) => {
      const question = db.selectFrom('bookmarks').select('place').where('user_id', '=', userId)
      return (await question.orderBy('created_at', 'desc').orderBy('place').execute()).map(({ place }) => place)
    },
  }
}
