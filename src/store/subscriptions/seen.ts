import { insertRows } from '../insert-rows.ts'
import type { Place } from '../place.ts'
import type { Database, Tx } from '../schema.ts'

type SeenThrough = Place & { readonly seenThrough: number }

/** Stores the last article that each of many places has received; it never goes back. At most one row a place. */
export async function keepSeenThrough(db: Database | Tx, seen: readonly SeenThrough[], now: number): Promise<void> {
  if (seen.length === 0) return
  const rows = seen.map(({ chatId, threadId, seenThrough }) => {
    return { chat_id: chatId, thread_id: threadId, seen_through: seenThrough, updated_at: now }
  })
  await insertRows(db, 'following', rows)
    .onConflict((conflict) =>
      conflict
        .columns(['chat_id', 'thread_id'])
        .doUpdateSet((row) => ({ seen_through: row.ref('excluded.seen_through'), updated_at: now }))
        .whereRef('excluded.seen_through', '>', 'following.seen_through'),
    )
    .execute()
}
