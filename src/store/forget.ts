import { nextVersion } from './drafts/change.ts'
import { forgetEditors } from './drafts/editors.ts'
import { readerOfUser } from './readers/reading.ts'
import type { Database } from './schema.ts'

export type Forgetting = {
  /** Deletes all that is kept of a chat: itself, its schedules, what was sent there, how far it read. */
  readonly forgetChat: (chatId: number) => Promise<void>
  /** Deletes all that is kept of a user as a reader. */
  readonly forgetReader: (userId: number) => Promise<void>
}

const OF_GROUPS = [
  'choices',
  'managers',
  'pins',
  'notices',
  'tidying',
  'hindrances',
  'weeks',
  'week_counts',
  'editors',
] as const

export function createForgetting(db: Database): Forgetting {
  return {
    forgetChat: async (chatId) => {
      await db.transaction().execute(async (tx) => {
        const drafts = tx.selectFrom('drafts').select('id').where('chat_id', '=', chatId)
        const shown = tx.deleteFrom('deliveries').where('draft_id', 'in', drafts)
        await shown.where('state', 'in', ['pending', 'later']).execute()
        await tx.deleteFrom('drafts').where('chat_id', '=', chatId).execute()
        await forgetEditors(tx, { editors: chatId })
        await tx.deleteFrom('deliveries').where('chat_id', '=', chatId).execute()
        await tx.deleteFrom('subscriptions').where('chat_id', '=', chatId).execute()
        await tx.deleteFrom('following').where('chat_id', '=', chatId).execute()
        await tx.deleteFrom('reading').where('reader', 'like', `c:${chatId}:%`).execute()
        for (const table of OF_GROUPS) {
          await tx.deleteFrom(table).where('chat_id', '=', chatId).execute()
        }
        await tx.deleteFrom('chats').where('id', '=', chatId).execute()
      })
    },
    forgetReader: async (userId) => {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('reading').where('reader', '=', readerOfUser(userId)).execute()
        await tx.deleteFrom('managers').where('user_id', '=', userId).execute()
        await tx.deleteFrom('searches').where('user_id', '=', userId).execute()
        await tx.deleteFrom('bookmarks').where('user_id', '=', userId).execute()
        // their name goes from the message too
        const nobody = { decided_by: null, decided_name: null, decided_openly: 0, version: nextVersion }
        await tx.updateTable('drafts').set(nobody).where('decided_by', '=', userId).execute()
      })
    },
  }
}
