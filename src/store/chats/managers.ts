import type { Database } from '../schema.ts'
import type { Chat } from './chats.ts'

/** Who was seen to administer which chat: candidates only, Telegram says who still does. */
export type Managers = {
  readonly add: (chatId: number, userIds: readonly number[]) => Promise<void>
  readonly remove: (chatId: number, userId: number) => Promise<void>
  readonly ofChat: (chatId: number) => Promise<readonly number[]>
  /** The active chats that a person may administer, by title; at most 50. */
  readonly ofUser: (userId: number) => Promise<readonly ManagedChat[]>
}

export type ManagedChat = Pick<Chat, 'id' | 'kind' | 'title'>

const MOST_MANAGED = 50

export function createManagers(db: Database): Managers {
  return {
    add: async (chatId, userIds) => {
      if (userIds.length === 0) return
      const rows = userIds.map((user_id) => ({ user_id, chat_id: chatId }))
      await db
        .insertInto('managers')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    remove: async (chatId, userId) => {
      await db.deleteFrom('managers').where('chat_id', '=', chatId).where('user_id', '=', userId).execute()
    },
    ofChat: async (chatId) => {
      const question = db.selectFrom('managers').select('user_id').where('chat_id', '=', chatId)
      return (await question.orderBy('user_id').execute()).map(({ user_id }) => user_id)
    },
    ofUser: (userId) =>
      db
        .selectFrom('managers')
        .innerJoin('chats', 'chats.id', 'managers.chat_id')
        .select(['chats.id', 'chats.kind', 'chats.title'])
        .where('managers.user_id', '=', userId)
        .where('chats.state', '=', 'active')
        .orderBy('chats.title', (order) => order.asc().nullsFirst())
        .orderBy('chats.id')
        .limit(MOST_MANAGED)
        .execute(),
  }
}
