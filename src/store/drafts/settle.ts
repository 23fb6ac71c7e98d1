import { afterPosting } from '../../digest/drafts.ts'
import { clearNotices } from '../chats/told-once.ts'
import { ENDED_STATES, GIVEN_UP_STATES, UNSETTLED_STATES } from '../ledger/states.ts'
import { markRead, readerOfPlace } from '../readers/reading.ts'
import type { Database, Row, Tx } from '../schema.ts'
import { keepSeenThrough } from '../subscriptions/seen.ts'
import { approved, nextVersion, open, undecided } from './change.ts'

/** Follows drafts through the ledger: posted, shown, or given up. */
export type DraftFate = {
  /** Marks approved drafts as published once they are posted, or as withdrawn where the ledger gave them up. */
  readonly settlePosted: (now: number) => Promise<void>
  /** Whether a delivery of an open draft is due or being sent now. */
  readonly isBusy: (now: number) => Promise<boolean>
  /** The channels with an undecided draft that reached no editors; elsewhere the notices of that are cleared. */
  readonly lost: () => Promise<readonly number[]>
  /** Sends drafts that did not reach their editors again. */
  readonly showAgain: (editorsChatId: number, now: number) => Promise<void>
}

export function createDraftFate(db: Database): DraftFate {
  return {
    settlePosted: (now) => db.transaction().execute((tx) => settlePosted(tx, now)),
    isBusy: (now) => isBusy(db, now),
    lost: () => db.transaction().execute(lost),
    showAgain: (editorsChatId, now) => db.transaction().execute((tx) => showAgain(tx, editorsChatId, now)),
  }
}

async function settlePosted(tx: Tx, now: number): Promise<void> {
  const drafts = await tx
    .selectFrom('drafts')
    .leftJoin('deliveries', 'deliveries.id', 'drafts.post_delivery_id')
    .selectAll('drafts')
    .select('deliveries.state as post')
    .where(approved)
    .execute()
  for (const draft of drafts) {
    const state = afterPosting(draft.post)
    if (state === null) continue
    const change = { state, version: nextVersion, updated_at: now }
    await tx.updateTable('drafts').set(change).where('id', '=', draft.id).execute()
    if (state === 'published') await markCovered(tx, draft, now)
  }
}

/** Counts a posted draft's articles as seen by its channel. */
async function markCovered(tx: Tx, draft: Row<'drafts'>, now: number): Promise<void> {
  const place = { chatId: draft.chat_id, threadId: 0 }
  await keepSeenThrough(tx, [{ ...place, seenThrough: draft.seen_through }], now)
  const { read_slug: slug, read_chunk: chunk } = draft
  if (slug !== null && chunk !== null) await markRead(tx, [{ reader: readerOfPlace(place), slug, chunk }], now)
}

async function isBusy(db: Database, now: number): Promise<boolean> {
  const drafts = await db.selectFrom('drafts').select(['id', 'post_delivery_id']).where(open).execute()
  if (drafts.length === 0) return false
  const ids = drafts.map(({ id }) => id)
  const posts = drafts.flatMap(({ post_delivery_id }) => post_delivery_id ?? [])
  const delivery = await db
    .selectFrom('deliveries')
    .select('id')
    .where((row) => row.or([row('draft_id', 'in', ids), row('id', 'in', posts)]))
    .where('state', 'in', UNSETTLED_STATES)
    .where('not_before', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return delivery !== undefined
}

async function lost(tx: Tx): Promise<readonly number[]> {
  const drafts = await tx.selectFrom('drafts').select(['id', 'chat_id', 'editors_chat_id']).where(undecided).execute()
  if (drafts.length === 0) return []
  const shown = tx.selectFrom('deliveries').select(['draft_id', 'chat_id', 'state']).where('edits', 'is', null)
  const ids = drafts.map(({ id }) => id)
  const ended = await shown.where('draft_id', 'in', ids).where('state', 'in', ENDED_STATES).execute()
  const endedOf = (draft: (typeof drafts)[number]) =>
    ended.filter(({ draft_id, chat_id }) => draft_id === draft.id && chat_id === draft.editors_chat_id)
  const isLost = (draft: (typeof drafts)[number]) =>
    draft.editors_chat_id === 0 || endedOf(draft).some(({ state }) => state !== 'sent')
  const lostIn = new Set(drafts.filter(isLost).map(({ chat_id }) => chat_id))
  const reached = drafts.filter((draft) => endedOf(draft).length > 0 && !lostIn.has(draft.chat_id))
  const channels = reached.map(({ chat_id }) => chat_id)
  await clearNotices(tx, 'editors-lost', channels)
  return [...lostIn]
}

async function showAgain(tx: Tx, editorsChatId: number, now: number): Promise<void> {
  const missing = await tx
    .selectFrom('drafts')
    .innerJoin('deliveries', 'deliveries.draft_id', 'drafts.id')
    .select(['deliveries.id', 'deliveries.edits', 'drafts.id as draft_id', 'drafts.chat_id', 'drafts.state'])
    .where('drafts.editors_chat_id', '=', editorsChatId)
    .where('deliveries.state', 'in', GIVEN_UP_STATES)
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
  await clearNotices(tx, 'editors-lost', channels)
}
