import { type SqlBool, sql } from 'kysely'
import { afterPosting } from '../digest/drafts.ts'
import type { Language } from '../language/language.ts'
import type { Digits } from '../messages/wording.ts'
import { digitsOf } from './chats.ts'
import { keepDigests } from './digests.ts'
import { nextVersion, open, undecided } from './draft-changes.ts'
import { keepSeen } from './following.ts'
import type { RenderedDigest } from './planning.ts'
import { markRead, readerOfPlace } from './reading.ts'
import { type ChatKind, type Database, RANKS, type Row, type Tx } from './schema.ts'
import { languageOf } from './subscriptions.ts'

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

/** What keeps drafts' messages, and what channels have had, in step with what has become of drafts. */
export type DraftShowing = {
  readonly unshown: (limit: number) => Promise<readonly UnshownDraft[]>
  /** Hands the ledger what shows a draft as it is; while an older form of it is on its way, the draft stays unshown. */
  readonly show: (draft: Row<'drafts'>, shown: ShownDraft, now: number) => Promise<void>
  /** Approved drafts that the ledger is done with become published, or withdrawn where it could not post them. */
  readonly settlePosted: (now: number) => Promise<void>
  /** Whether something of a draft that is still open is on its way now. */
  readonly isBusy: (now: number) => Promise<boolean>
  /** The channels where something undecided has not reached any editors. */
  readonly lost: () => Promise<readonly number[]>
  /** Editors can be reached again: what did not reach them goes out anew. */
  readonly showAgain: (editorsChatId: number, now: number) => Promise<void>
}

export function createDraftShowing(db: Database): DraftShowing {
  return {
    unshown: (limit) => unshown(db, limit),
    show: (draft, shown, now) => db.transaction().execute((tx) => show(tx, { draft, shown, now })),
    settlePosted: (now) => db.transaction().execute((tx) => settlePosted(tx, now)),
    isBusy: (now) => isBusy(db, now),
    lost: () => lost(db),
    showAgain: (editorsChatId, now) => db.transaction().execute((tx) => showAgain(tx, editorsChatId, now)),
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

async function settlePosted(tx: Tx, now: number): Promise<void> {
  const approved = await tx
    .selectFrom('drafts')
    .leftJoin('deliveries', 'deliveries.id', 'drafts.post_delivery_id')
    .selectAll('drafts')
    .select('deliveries.state as post')
    .where(sql<SqlBool>`drafts.state in ('waiting', 'held', 'approved') and drafts.state = 'approved'`)
    .execute()
  for (const draft of approved) {
    const state = afterPosting(draft.post)
    if (state === null) continue
    const change = { state, version: nextVersion, updated_at: now }
    await tx.updateTable('drafts').set(change).where('id', '=', draft.id).execute()
    if (state === 'published') await keepHad(tx, draft, now)
  }
}

/** The channel has had it now. */
async function keepHad(tx: Tx, draft: Row<'drafts'>, now: number): Promise<void> {
  const place = { chatId: draft.chat_id, threadId: 0 }
  await keepSeen(tx, [{ ...place, seenThrough: draft.seen_through }], now)
  const { read_slug: slug, read_chunk: chunk } = draft
  if (slug !== null && chunk !== null) await markRead(tx, [{ reader: readerOfPlace(place), slug, chunk }], now)
}

async function isBusy(db: Database, now: number): Promise<boolean> {
  const drafts = await db.selectFrom('drafts').select(['id', 'post_delivery_id']).where(open).execute()
  if (drafts.length === 0) return false
  const posts = drafts.flatMap(({ post_delivery_id }) => post_delivery_id ?? [])
  const flying = await db
    .selectFrom('deliveries')
    .select('id')
    .where((row) =>
      row.or([
        row(
          'draft_id',
          'in',
          drafts.map(({ id }) => id),
        ),
        row('id', 'in', posts),
      ]),
    )
    .where('state', 'in', ['pending', 'later', 'sending'])
    .where('not_before', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return flying !== undefined
}

async function lost(db: Database): Promise<readonly number[]> {
  const drafts = await db.selectFrom('drafts').select(['id', 'chat_id', 'editors_chat_id']).where(undecided).execute()
  if (drafts.length === 0) return []
  const told = db.selectFrom('deliveries').select(['draft_id', 'chat_id']).where('edits', 'is', null)
  const ids = drafts.map(({ id }) => id)
  const failed = await told.where('draft_id', 'in', ids).where('state', 'in', ['gone', 'refused']).execute()
  const isLost = (draft: (typeof drafts)[number]) =>
    draft.editors_chat_id === 0 ||
    failed.some(({ draft_id, chat_id }) => draft_id === draft.id && chat_id === draft.editors_chat_id)
  return [...new Set(drafts.filter(isLost).map(({ chat_id }) => chat_id))]
}

async function showAgain(tx: Tx, editorsChatId: number, now: number): Promise<void> {
  const missing = await tx
    .selectFrom('drafts')
    .innerJoin('deliveries', 'deliveries.draft_id', 'drafts.id')
    .select(['deliveries.id', 'deliveries.edits', 'drafts.id as draft_id', 'drafts.chat_id', 'drafts.state'])
    .where('drafts.editors_chat_id', '=', editorsChatId)
    .where('deliveries.state', 'in', ['gone', 'refused'])
    // what Telegram refused to change it will refuse again
    .where((row) => row.or([row('deliveries.state', '=', 'gone'), row('deliveries.edits', 'is', null)]))
    .execute()
  const edits = missing.filter((row) => row.edits !== null)
  const unsent = missing.filter(({ edits, state }) => edits === null && (state === 'waiting' || state === 'held'))
  const again = [...edits, ...unsent]
  if (again.length === 0) return
  const ids = (rows: typeof missing) => rows.map(({ id }) => id)
  if (edits.length > 0) await tx.deleteFrom('deliveries').where('id', 'in', ids(edits)).execute()
  const fresh = { state: 'pending' as const, attempts: 0, reason: null, updated_at: now }
  if (unsent.length > 0) await tx.updateTable('deliveries').set(fresh).where('id', 'in', ids(unsent)).execute()
  const drafts = again.map(({ draft_id }) => draft_id)
  await tx.updateTable('drafts').set({ version: nextVersion }).where('id', 'in', drafts).execute()
  const channels = again.map(({ chat_id }) => chat_id)
  await tx.deleteFrom('notices').where('what', '=', 'editors-lost').where('chat_id', 'in', channels).execute()
}
