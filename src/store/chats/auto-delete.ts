import type { Database } from '../schema.ts'

/** A message to be deleted, `deleteAt` in epoch milliseconds. */
type ExpiringMessage = { readonly chatId: number; readonly messageId: number; readonly deleteAt: number }

/** Messages to be deleted after a while; survives a restart. */
export type AutoDeletes = {
  readonly add: (messages: readonly ExpiringMessage[]) => Promise<void>
  /** Removes and answers up to `limit` due messages, the longest due first. */
  readonly take: (now: number, limit: number) => Promise<readonly ExpiringMessage[]>
}

export function createAutoDeletes(db: Database): AutoDeletes {
  return {
    add: async (messages) => {
      if (messages.length === 0) return
      const rows = messages.map(({ chatId, messageId, deleteAt }) => {
        return { chat_id: chatId, message_id: messageId, delete_at: deleteAt }
      })
      await db
        .insertInto('tidying')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    take: (now, limit) =>
      db.transaction().execute(async (tx) => {
        const due = tx.selectFrom('tidying').selectAll().where('delete_at', '<=', now)
        const rows = await due.orderBy('delete_at').limit(limit).execute()
        for (const { chat_id, message_id } of rows) {
          const one = tx.deleteFrom('tidying').where('chat_id', '=', chat_id)
          await one.where('message_id', '=', message_id).execute()
        }
        return rows.map((row) => ({ chatId: row.chat_id, messageId: row.message_id, deleteAt: row.delete_at }))
      }),
  }
}
