import { type SqlBool, sql } from 'kysely'
import type { Language } from '../../language/language.ts'
import type { Digits } from '../../messages/wording.ts'
import type { Message } from '../../text/message.ts'
import { enqueue, enqueueOne } from '../ledger/enqueue.ts'
import { withdraw } from '../ledger/give-up.ts'
import { mayWrite } from '../ledger/may-write.ts'
import { keepMessage, parseMessage } from '../ledger/messages.ts'
import { UNSETTLED_STATES } from '../ledger/states.ts'
import { type ChatKind, type Database, RANKS, type Row, type Tx } from '../schema.ts'
import { digitsOf, languageOf } from '../text-columns.ts'

/** A draft that has changed since its editors saw it, with what is needed to render it. */
export type UnshownDraft = {
  readonly draft: Row<'drafts'>
  readonly digest: Message
  readonly channelTitle: string | null
  readonly editorsKind: ChatKind
  readonly language: Language
  readonly digits: Digits | null
}

/** `reminder`: sent to its editors when its time comes and nobody has decided. */
type ShownDraft = { readonly message: Message; readonly reminder: Message }

/** Keeps the messages that show drafts to editors in step with the drafts. */
export type DraftShowing = {
  readonly unshown: (limit: number) => Promise<readonly UnshownDraft[]>
  /** Enqueues the message that shows a draft; while an older one is being sent, the draft stays unshown. */
  readonly show: (draft: Row<'drafts'>, shown: ShownDraft, now: number) => Promise<void>
}

export function createDraftShowing(db: Database): DraftShowing {
  return {
    unshown: (limit) => unshown(db, limit),
    show: (draft, shown, now) => db.transaction().execute((tx) => show(tx, { draft, shown, now })),
  }
}

async function unshown(db: Database, limit: number): Promise<readonly UnshownDraft[]> {
  const rows = await db
    .selectFrom('drafts')
    .innerJoin('digests', 'digests.id', 'drafts.digest_id')
    .leftJoin('chats as channel', 'channel.id', 'drafts.chat_id')
    .leftJoin('chats as editors', 'editors.id', 'drafts.editors_chat_id')
    .selectAll('drafts')
    .select(['digests.message', 'channel.title as channel_title'])
    .select(['editors.kind', 'editors.language as chosen_language', 'editors.digits'])
    .where(sql<SqlBool>`version <> shown_version`)
    .orderBy('drafts.id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ message, channel_title, kind, chosen_language, digits, ...draft }) => {
    const digest = parseMessage(message)
    if (digest === null) return []
    const language = languageOf(chosen_language ?? draft.language)
    const editors = { editorsKind: kind ?? 'private', language, digits: digitsOf(digits) }
    return [{ draft, digest, channelTitle: channel_title, ...editors }]
  })
}

type Showing = { readonly draft: Row<'drafts'>; readonly shown: ShownDraft; readonly now: number }

async function show(tx: Tx, showing: Showing): Promise<void> {
  const { draft, shown, now } = showing
  const former = await tx
    .selectFrom('deliveries')
    .selectAll()
    .where('id', '=', draft.message_delivery_id ?? 0)
    .executeTakeFirst()
  const isUndecided = draft.state === 'waiting' || draft.state === 'held'
  const stands = former?.state === 'sent' && former.message_id !== null
  if (former === undefined || (former.state === 'sent' && !stands)) {
    if (isUndecided && draft.editors_chat_id !== 0) await sendAnew(tx, showing)
  } else if (former.state === 'sending') {
    return
  } else if (former.state === 'pending' || former.state === 'later') {
    if (isUndecided) await replace(tx, former.id, shown.message, now)
    else await withdraw(tx, (row) => row('id', '=', former.id))
  } else if (stands && !(await edit(tx, former, showing))) {
    return
  }
  await tx.updateTable('drafts').set({ shown_version: draft.version }).where('id', '=', draft.id).execute()
}

async function sendAnew(tx: Tx, { draft, shown, now }: Showing): Promise<void> {
  const place = { chat_id: draft.editors_chat_id, thread_id: draft.editors_thread_id }
  const delivery = { ...place, draft_id: draft.id, state: await stateIn(tx, place) }
  const digest_id = await keepMessage(tx, { message: shown.message }, now)
  const message_delivery_id = await enqueueOne(tx, { ...delivery, digest_id, due_at: now }, now)
  await tx.updateTable('drafts').set({ message_delivery_id }).where('id', '=', draft.id).execute()
  const reminders = tx.selectFrom('deliveries').select('id').where('draft_id', '=', draft.id)
  const former = await reminders.where('rank', '=', RANKS.correction).where('edits', 'is', null).executeTakeFirst()
  if (former !== undefined || draft.state !== 'waiting' || draft.due_at <= now) return
  const reminder = { digest_id: await keepMessage(tx, { message: shown.reminder }, now), due_at: draft.due_at }
  await enqueue(tx, [{ ...delivery, ...reminder, rank: RANKS.correction }], now)
}

type Columns = { readonly chat_id: number; readonly thread_id: number }

/** A delivery to a place that can't be written to is not tried, so it isn't refused either. */
async function stateIn(tx: Tx, { chat_id, thread_id }: Columns): Promise<'pending' | 'gone'> {
  return (await mayWrite(tx, { chatId: chat_id, threadId: thread_id })) ? 'pending' : 'gone'
}

/** Enqueues one edit of a message at a time, so that no older form comes over a newer. `false`: one is being sent. */
async function edit(tx: Tx, former: Row<'deliveries'>, { draft, shown, now }: Showing): Promise<boolean> {
  const all = tx.selectFrom('deliveries').select(['id', 'state']).where('draft_id', '=', draft.id)
  const open = await all.where('edits', 'is not', null).where('state', 'in', UNSETTLED_STATES).executeTakeFirst()
  if (open?.state === 'sending') return false
  if (open !== undefined) {
    await replace(tx, open.id, shown.message, now)
    return true
  }
  const { chat_id, thread_id, message_id: edits } = former
  const digest_id = await keepMessage(tx, { message: shown.message }, now)
  const change = { chat_id, thread_id, digest_id, due_at: now, draft_id: draft.id, edits, rank: RANKS.correction }
  await enqueue(tx, [{ ...change, state: await stateIn(tx, former) }], now)
  return true
}

async function replace(tx: Tx, deliveryId: number, message: Message, now: number): Promise<void> {
  const digest_id = await keepMessage(tx, { message }, now)
  await tx.updateTable('deliveries').set({ digest_id }).where('id', '=', deliveryId).execute()
}
