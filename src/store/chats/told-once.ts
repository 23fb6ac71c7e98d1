import type { Place } from '../place.ts'
import type { Database, Tx } from '../schema.ts'

/** A notice that a place gets once. */
type Notice = Place & { readonly what: 'topic-closed' | 'editors-lost' }

export type Notices = {
  /** Whether the notice is to be sent now: `true` once, until it is cleared. */
  readonly first: (notice: Notice, now: number) => Promise<boolean>
  readonly clear: (notice: Notice) => Promise<void>
}

export function createNotices(db: Database): Notices {
  return {
    first: async ({ chatId, threadId, what }, now) => {
      const result = await db
        .insertInto('notices')
        .values({ chat_id: chatId, thread_id: threadId, what, told_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
    },
    clear: async ({ chatId, threadId, what }) => {
      const change = db.deleteFrom('notices').where('chat_id', '=', chatId).where('thread_id', '=', threadId)
      await change.where('what', '=', what).execute()
    },
  }
}

/** Clears a notice in chats, so that it is sent again when its reason comes back. */
export async function clearNotices(tx: Tx, what: Notice['what'], chatIds: readonly number[]): Promise<void> {
  if (chatIds.length === 0) return
  await tx.deleteFrom('notices').where('what', '=', what).where('chat_id', 'in', chatIds).execute()
}
