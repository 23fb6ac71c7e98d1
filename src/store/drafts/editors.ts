import { nextAct } from '../../digest/drafts.ts'
import type { Language } from '../../language/language.ts'
import { clearNotices } from '../chats/told-once.ts'
import { withdraw } from '../ledger/give-up.ts'
import type { Place } from '../place.ts'
import type { Database, Tx } from '../schema.ts'
import { scheduleOf } from '../subscriptions/columns.ts'
import { languageOf } from '../text-columns.ts'
import { pledged } from './approved.ts'
import { redraft, withdrawDrafts } from './change.ts'

/** The place where a channel's digests are reviewed before they are posted; chat 0: it is gone, so nothing is posted. */
export type Editors = {
  /** `null`: the channel's digests are not reviewed. */
  readonly find: (channelId: number) => Promise<Place | null>
  /** Sends a channel's drafts to a place from now on, undecided ones too. */
  readonly choose: (choice: EditorsChoice, now: number) => Promise<void>
  /** Posts a channel's digests without review again, and withdraws its undecided drafts. */
  readonly end: (channelId: number, now: number) => Promise<void>
  /** The groups that one of these persons chose as a channel's editors. */
  readonly chosenBy: (userIds: readonly number[]) => Promise<readonly ChosenEditors[]>
  /** Removes a person as the editor of a channel. */
  readonly leave: (channelId: number, userId: number) => Promise<void>
}

type EditorsChoice = {
  readonly channelId: number
  readonly place: Place
  readonly language: Language
  /** Who chose. */
  readonly by: number
}

type ChosenEditors = Place & { readonly channelId: number; readonly language: Language }

export function createEditors(db: Database): Editors {
  return {
    find: (channelId) => editorsOf(db, channelId),
    choose: (choice, now) => db.transaction().execute((tx) => choose(tx, choice, now)),
    end: (channelId, now) => db.transaction().execute((tx) => end(tx, channelId, now)),
    chosenBy: async (userIds) => {
      if (userIds.length === 0) return []
      const rows = db.selectFrom('editors').selectAll().where('chosen_by', 'in', userIds)
      const groups = await rows.where('editors_chat_id', '<', 0).orderBy('chat_id').execute()
      return groups.map(({ chat_id: channelId, editors_chat_id: chatId, editors_thread_id: threadId, language }) => {
        return { channelId, chatId, threadId, language: languageOf(language) }
      })
    },
    leave: (channelId, userId) => db.transaction().execute((tx) => forgetEditors(tx, { channelId, editors: userId })),
  }
}

export async function editorsOf(db: Database | Tx, channelId: number): Promise<Place | null> {
  const row = await db.selectFrom('editors').selectAll().where('chat_id', '=', channelId).executeTakeFirst()
  return row === undefined ? null : { chatId: row.editors_chat_id, threadId: row.editors_thread_id }
}

/** The time after which a channel may have another digest: an approved draft is as good as posted, so its time is not due again. */
export async function openAfter(tx: Tx, channelId: number, now: number): Promise<number> {
  const question = pledged(tx, [channelId]).select('drafts.due_at')
  const last = await question.orderBy('drafts.due_at', 'desc').limit(1).executeTakeFirst()
  return Math.max(now, last?.due_at ?? now)
}

type Forgotten = { readonly editors: number; readonly channelId?: number }

/** Removes a chat as the editors of one channel or of all; their undecided drafts wait until another is chosen. */
export async function forgetEditors(tx: Tx, { editors, channelId }: Forgotten): Promise<void> {
  const nobody = { editors_chat_id: 0, editors_thread_id: 0 }
  const choices = tx.updateTable('editors').set(nobody).where('editors_chat_id', '=', editors)
  await (channelId === undefined ? choices : choices.where('chat_id', '=', channelId)).execute()
  const drafts = tx.updateTable('drafts').set({ ...nobody, message_delivery_id: null })
  const theirs = drafts.where('editors_chat_id', '=', editors).returning('id')
  const forgotten = await (channelId === undefined ? theirs : theirs.where('chat_id', '=', channelId)).execute()
  const ids = forgotten.map(({ id }) => id)
  if (ids.length === 0) return
  await withdraw(tx, (row) => row.and([row('draft_id', 'in', ids), row('chat_id', '=', editors)]))
}

async function choose(tx: Tx, { channelId, place, language, by }: EditorsChoice, now: number): Promise<void> {
  const row = { editors_chat_id: place.chatId, editors_thread_id: place.threadId, language, chosen_by: by }
  await tx
    .insertInto('editors')
    .values({ chat_id: channelId, ...row })
    .onConflict((conflict) => conflict.column('chat_id').doUpdateSet(row))
    .execute()
  await setDrafted(tx, { channelId, isDrafted: true, now })
  await redraft(tx, channelId, now)
  await clearNotices(tx, 'editors-lost', [channelId])
}

async function end(tx: Tx, channelId: number, now: number): Promise<void> {
  await tx.deleteFrom('editors').where('chat_id', '=', channelId).execute()
  await setDrafted(tx, { channelId, isDrafted: false, now })
  await withdrawDrafts(tx, [channelId], now)
  await clearNotices(tx, 'editors-lost', [channelId])
}

type Drafting = { readonly channelId: number; readonly isDrafted: boolean; readonly now: number }

async function setDrafted(tx: Tx, { channelId, isDrafted, now }: Drafting): Promise<void> {
  const question = tx.selectFrom('subscriptions').selectAll().where('chat_id', '=', channelId)
  const after = await openAfter(tx, channelId, now)
  for (const row of await question.where('drafted', '=', isDrafted ? 0 : 1).execute()) {
    const act = nextAct({ schedule: scheduleOf(row), isDrafted }, after)
    const change = { drafted: isDrafted ? 1 : 0, next_due: row.next_due === null ? null : act, updated_at: now }
    await tx.updateTable('subscriptions').set(change).where('id', '=', row.id).execute()
  }
}
