import { nextVersion } from './drafts/change.ts'
import { forgetEditors } from './drafts/editors.ts'
import { forgetBroadcasts } from './ledger/broadcasts.ts'
import { withdraw } from './ledger/give-up.ts'
import { deleteUnusedMessages } from './ledger/messages.ts'
import { CHAT_TABLES } from './move-chat.ts'
import { readerOfUser } from './readers/reading.ts'
import type { Database, TablesWith, Tx } from './schema.ts'

export type Forgetting = {
  /** Deletes all that is stored of a chat: its settings, schedules, drafts, messages sent there, reading places. */
  readonly forgetChat: (chatId: number) => Promise<void>
  /** Deletes all that is stored of a person: as a reader, an admin, an approver of drafts, an announcing owner. */
  readonly forgetReader: (userId: number) => Promise<void>
}

export function createForgetting(db: Database): Forgetting {
  return {
    forgetChat: (chatId) => db.transaction().execute((tx) => forgetChat(tx, chatId)),
    forgetReader: async (userId) => {
      for (const forget of Object.values(OF_PERSONS)) await forget(db, userId)
    },
  }
}

async function forgetChat(tx: Tx, chatId: number): Promise<void> {
  const drafts = tx.selectFrom('drafts').select('id').where('chat_id', '=', chatId)
  const sent = tx
    .selectFrom('deliveries')
    .select('digest_id')
    .distinct()
    .where((row) => row.or([row('chat_id', '=', chatId), row('draft_id', 'in', drafts)]))
  const reviewed = tx.selectFrom('drafts').select('digest_id').where('chat_id', '=', chatId)
  const messages = (await sent.union(reviewed).execute()).map(({ digest_id }) => digest_id)
  await tx.deleteFrom('deliveries').where('draft_id', 'in', drafts).execute()
  await forgetEditors(tx, { editors: chatId })
  for (const table of CHAT_TABLES) await tx.deleteFrom(table).where('chat_id', '=', chatId).execute()
  await tx.deleteFrom('reading').where('reader', 'like', `c:${chatId}:%`).execute()
  await tx.deleteFrom('chats').where('id', '=', chatId).execute()
  await deleteUnusedMessages(tx, messages)
}

/** The tables that name a person. */
export type PersonTable = TablesWith<'user_id' | 'owner_id' | 'decided_by' | 'chosen_by' | 'reader'>

/** What is deleted of a person in each of them. */
const OF_PERSONS: Readonly<Record<PersonTable, (db: Database, userId: number) => Promise<unknown>>> = {
  reading: (db, userId) => db.deleteFrom('reading').where('reader', '=', readerOfUser(userId)).execute(),
  managers: (db, userId) => db.deleteFrom('managers').where('user_id', '=', userId).execute(),
  searches: (db, userId) => db.deleteFrom('searches').where('user_id', '=', userId).execute(),
  bookmarks: (db, userId) => db.deleteFrom('bookmarks').where('user_id', '=', userId).execute(),
  drafts: (db, userId) => db.transaction().execute((tx) => forgetApprover(tx, userId)),
  broadcasts: forgetBroadcasts,
  editors: (db, userId) => db.updateTable('editors').set({ chosen_by: null }).where('chosen_by', '=', userId).execute(),
}

/**
 * Takes an approver's name from drafts and from the stored messages that show it. Deliveries that have sent one refer to the
 * draft's digest instead, and the draft is shown to its editors anew without the name.
 */
async function forgetApprover(tx: Tx, userId: number): Promise<void> {
  const own = await tx.selectFrom('drafts').select(['id', 'digest_id']).where('decided_by', '=', userId).execute()
  for (const { id, digest_id } of own) {
    const showing = tx.selectFrom('deliveries').select('digest_id').where('draft_id', '=', id)
    const messages = (await showing.execute()).map((delivery) => delivery.digest_id)
    await withdraw(tx, (row) => row('draft_id', '=', id))
    await tx.updateTable('deliveries').set({ digest_id }).where('draft_id', '=', id).execute()
    await deleteUnusedMessages(tx, messages)
  }
  const nobody = { decided_by: null, decided_name: null, decided_openly: 0, version: nextVersion }
  await tx.updateTable('drafts').set(nobody).where('decided_by', '=', userId).execute()
}
