import { sql } from 'kysely'
import { engineOf } from '../engines/engine-of.ts'
import { insertRows } from '../insert-rows.ts'
import type { Database } from '../schema.ts'

/** An item of a feed by hashes of its id and of what it says. */
export type ItemState = { readonly item: string; readonly content: string }
/** `content` `null`: it was tried and has not come in. */
type KnownItem = { readonly content: string | null; readonly attempts: number }

export type FeedItems = {
  readonly known: (sourceId: number, items: readonly string[]) => Promise<ReadonlyMap<string, KnownItem>>
  /** These need not come in again while they say the same. */
  readonly done: (sourceId: number, items: readonly ItemState[], now: number) => Promise<void>
  readonly tried: (sourceId: number, item: string, now: number) => Promise<void>
}

/** The items remembered of a feed, four times those of its largest document. */
const MOST_REMEMBERED = 2000

export function createFeedItems(db: Database): FeedItems {
  return {
    known: async (sourceId, items) => {
      const { rows } = await sql<KnownItem & { item: string }>`select item, content, attempts
        from ${engineOf(db).list(items)} join feed_items on item = value and source_id = ${sourceId}`.execute(db)
      return new Map(rows.map(({ item, ...state }) => [item, state]))
    },
    done: (sourceId, items, now) =>
      db.transaction().execute(async (tx) => {
        const rows = items.map((item) => ({ ...item, source_id: sourceId, attempts: 0, seen_at: now }))
        if (rows.length > 0) {
          await insertRows(tx, 'feed_items', rows)
            .onConflict((known) =>
              known.columns(['source_id', 'item']).doUpdateSet(({ ref }) => ({
                content: ref('excluded.content'),
                attempts: 0,
                seen_at: ref('excluded.seen_at'),
              })),
            )
            .execute()
        }
        await sql`delete from feed_items where source_id = ${sourceId} and item in (select item from feed_items
          where source_id = ${sourceId} order by seen_at desc, item limit ${Number.MAX_SAFE_INTEGER} offset ${MOST_REMEMBERED})`.execute(
          tx,
        )
      }),
    tried: async (sourceId, item, now) => {
      await sql`insert into feed_items (source_id, item, content, attempts, seen_at) values (${sourceId}, ${item}, null, 1, ${now})
        on conflict (source_id, item) do update set attempts = feed_items.attempts + 1`.execute(db)
    },
  }
}
