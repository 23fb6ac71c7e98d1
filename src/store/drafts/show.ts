import { type SqlBool, sql } from 'kysely'
import type { Language } from '../../language/language.ts'
import type { Digits } from '../../messages/wording.ts'
import { keepDigests, type RenderedDigest } from '../ledger/messages.ts'
import { type ChatKind, type Database, RANKS, type Row, type Tx } from '../schema.ts'
import { digitsOf, languageOf } from '../text-columns.ts'

/** A draft that its editors have yet to see as it is, with what is needed to show it. */
export type UnshownDraft = {
  readonly draft: Row<'drafts'>
  /** The digest, as the JSON of a Message. */
  readonly digest: string
  readonly channelTitle: string | null
  readonly editorsKind: ChatKind
  readonly language: Language
  readonly digits: Digits | null
}

/** `reminder`: what its editors are told when its time comes and nobody has decided. */
export type ShownDraft = { readonly message: RenderedDigest; readonly reminder: RenderedDigest }

/** What keeps drafts' messages in step with what has become of drafts. */
export type DraftShowing = {
  readonly unshown: (limit: number) => Promise<readonly UnshownDraft[]>
  /** Hands the ledger what shows a draft as it is; while an older form of it is on its way, the draft stays unshown. */
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
  return rows.map(({ message, channel_title, kind, chosen_language, digits, ...draft }) => ({
    draft,
    digest: message,
    channelTitle: channel_title,
    editorsKind: kind ?? 'private',
    language: languageOf(chosen_language ?? draft.language),
    digits: digitsOf(digits),
  }))
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
    else await tx.deleteFrom('deliveries').where('id', '=', former.id).execute()
  } else if (stands && !(await edit(tx, former, showing))) {
    return
  }
  await tx.updateTable('drafts').set({ shown_version: draft.version }).where('id', '=', draft.id).execute()
}

async function sendAnew(tx: Tx, { draft, shown, now }: Showing): Promise<void> {
  const place = { chat_id: draft.editors_chat_id, thread_id: draft.editors_thread_id }
  const state = (await mayReach(tx, place)) ? ('pending' as const) : ('gone' as const)
  await keepDigests(tx, [shown.message, shown.reminder], now)
  const row = { ...deliveryOf(draft.id, now), ...place, state }
  const message = tx.insertInto('deliveries').values({ ...row, digest_id: shown.message.id, rank: RANKS.digest })
  const { id } = await message.returning('id').executeTakeFirstOrThrow()
  await tx.updateTable('drafts').set({ message_delivery_id: id }).where('id', '=', draft.id).execute()
  const reminders = tx.selectFrom('deliveries').select('id').where('draft_id', '=', draft.id)
  const former = await reminders.where('rank', '=', RANKS.correction).where('edits', 'is', null).executeTakeFirst()
  if (former !== undefined || draft.state !== 'waiting' || draft.due_at <= now) return
  const later = { due_at: draft.due_at, not_before: draft.due_at, digest_id: shown.reminder.id }
  await tx
    .insertInto('deliveries')
    .values({ ...row, ...later, rank: RANKS.correction })
    .execute()
}

/** Not where the bot is no more, may not write, or the topic is closed: what is not tried is not refused. */
async function mayReach(tx: Tx, place: { readonly chat_id: number; readonly thread_id: number }): Promise<boolean> {
  const chat = await tx.selectFrom('chats').select('state').where('id', '=', place.chat_id).executeTakeFirst()
  const hindrances = await tx.selectFrom('hindrances').selectAll().where('chat_id', '=', place.chat_id).execute()
  const hindrance = hindrances.find(({ thread_id, why }) => why === 'no-rights' || thread_id === place.thread_id)
  return chat?.state === 'active' && hindrance === undefined
}

/** One change of a message at a time, so that no older form comes over a newer. */
async function edit(tx: Tx, former: Row<'deliveries'>, { draft, shown, now }: Showing): Promise<boolean> {
  const edits = tx.selectFrom('deliveries').select(['id', 'state']).where('draft_id', '=', draft.id)
  const open = edits.where('edits', 'is not', null).where('state', 'in', ['pending', 'later', 'sending'])
  const under = await open.executeTakeFirst()
  if (under?.state === 'sending') return false
  if (under !== undefined) {
    await replace(tx, under.id, shown.message, now)
    return true
  }
  await keepDigests(tx, [shown.message], now)
  const place = { chat_id: former.chat_id, thread_id: former.thread_id }
  const state = (await mayReach(tx, place)) ? ('pending' as const) : ('gone' as const)
  const change = { edits: former.message_id, digest_id: shown.message.id, rank: RANKS.correction }
  const row = { ...deliveryOf(draft.id, now), ...place, ...change, state }
  await tx.insertInto('deliveries').values(row).execute()
  return true
}

async function replace(tx: Tx, deliveryId: number, message: RenderedDigest, now: number): Promise<void> {
  await keepDigests(tx, [message], now)
  await tx.updateTable('deliveries').set({ digest_id: message.id }).where('id', '=', deliveryId).execute()
}

function deliveryOf(draftId: number, now: number) {
  const times = { due_at: now, not_before: now, created_at: now, updated_at: now }
  const fresh = { state: 'pending' as const, attempts: 0, message_id: null, reason: null }
  return { draft_id: draftId, subscription_id: null, ...fresh, ...times }
}
