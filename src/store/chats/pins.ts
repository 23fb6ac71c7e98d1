import type { Place } from '../place.ts'
import type { Database } from '../schema.ts'

/** The id of the digest's message that is pinned in each place. */
export type Pins = {
  readonly find: (place: Place) => Promise<number | null>
  readonly keep: (place: Place, messageId: number) => Promise<void>
}

export function createPins(db: Database): Pins {
  return {
    find: async ({ chatId, threadId }) => {
      const question = db.selectFrom('pins').select('message_id').where('chat_id', '=', chatId)
      return (await question.where('thread_id', '=', threadId).executeTakeFirst())?.message_id ?? null
    },
    keep: async ({ chatId, threadId }, messageId) => {
      await db
        .insertInto('pins')
        .values({ chat_id: chatId, thread_id: threadId, message_id: messageId })
        .onConflict((conflict) => conflict.columns(['chat_id', 'thread_id']).doUpdateSet({ message_id: messageId }))
        .execute()
    },
  }
}
