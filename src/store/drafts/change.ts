import { sql } from 'kysely'
import type { Slug } from '../../article/article.ts'
import { fitsIntro } from '../../messages/intro.ts'
import { withdraw } from '../ledger/give-up.ts'
import { messageOf } from '../ledger/messages.ts'
import { type NewRow, RANKS, type Row, type Tx } from '../schema.ts'

/** A channel's digest that its editors see first. `read`: the part of an article that the digest brings. */
export type NewDraft = {
  readonly channelId: number
  readonly subscriptionId: number | null
  readonly dueAt: number
  readonly zone: string
  readonly digestId: string
  /** How many new articles the digest does not name. */
  readonly unnamed: number
  readonly seenThrough: number
  readonly read: { readonly slug: Slug; readonly chunk: number } | null
}

/** The condition of the index `drafts_open`, word for word, begins each. */
export const open = sql<boolean>`drafts.state in ('waiting', 'held', 'approved')`
export const undecided = sql<boolean>`${open} and drafts.state <> 'approved'`
export const approved = sql<boolean>`${open} and drafts.state = 'approved'`

/** Set with each change that a draft's editors have to see. */
export const nextVersion = sql<number>`version + 1`

/** Stores a draft for a channel that has editors; it supersedes the undecided drafts there and takes the last one's intro. */
export async function addDraft(tx: Tx, draft: NewDraft, now: number): Promise<void> {
  const editors = await editorsRow(tx, draft.channelId)
  if (editors === undefined) return
  const former = await undecidedIn(tx, [draft.channelId])
  await settle(tx, { drafts: former, state: 'superseded', now })
  const row: NewRow<'drafts'> = {
    chat_id: draft.channelId,
    subscription_id: draft.subscriptionId,
    due_at: draft.dueAt,
    zone: draft.zone,
    editors_chat_id: editors.editors_chat_id,
    editors_thread_id: editors.editors_thread_id,
    language: editors.language,
    digest_id: draft.digestId,
    seen_through: draft.seenThrough,
    unnamed: draft.unnamed,
    read_slug: draft.read?.slug ?? null,
    read_chunk: draft.read?.chunk ?? null,
    intro: await introFitting(tx, former.at(-1)?.intro ?? null, draft.digestId),
    state: 'waiting',
    ...UNSHOWN,
    created_at: now,
    updated_at: now,
  }
  await tx.insertInto('drafts').values(row).execute()
}

/**
 * Replaces the digest of open drafts by a corrected one, without a mark: no reader has seen the wrong one. An undecided draft
 * keeps its intro where the new digest leaves room for it; an approved one was posted with it.
 */
export async function correctDrafts(tx: Tx, from: string, to: string): Promise<void> {
  const drafts = await tx.selectFrom('drafts').selectAll().where('digest_id', '=', from).where(open).execute()
  for (const { id, state, intro: written } of drafts) {
    const intro = state === 'approved' ? written : await introFitting(tx, written, to)
    const mark = { changed: 'corrected' as const, changed_title: null }
    const change = { digest_id: to, intro, ...mark, version: nextVersion }
    await tx.updateTable('drafts').set(change).where('id', '=', id).execute()
  }
}

/** The intro, where a digest has room for it; else `null`. */
export async function introFitting(tx: Tx, intro: string | null, digestId: string): Promise<string | null> {
  const digest = intro === null ? null : await messageOf(tx, digestId)
  return intro !== null && digest !== null && fitsIntro(digest, intro) ? intro : null
}

const UNSHOWN = {
  ...{ decided_by: null, decided_name: null, decided_openly: 1, decided_at: null },
  ...{ message_delivery_id: null, post_delivery_id: null, version: 1, shown_version: 0 },
}

/** Withdraws the undecided drafts of channels; the next draft brings their articles. */
export async function withdrawDrafts(tx: Tx, channelIds: readonly number[], now: number): Promise<void> {
  await settle(tx, { drafts: await undecidedIn(tx, channelIds), state: 'withdrawn', now })
}

/**
 * After an approval is undone: withdraws drafts made since (they assumed that its articles were posted), and moves the draft
 * to the channel's current editors; without editors it is withdrawn too.
 */
export async function followTakenBack(tx: Tx, { id, chat_id }: Row<'drafts'>, now: number): Promise<void> {
  const isReviewed = (await editorsRow(tx, chat_id)) !== undefined
  const drafts = (await undecidedIn(tx, [chat_id])).filter((other) => !isReviewed || other.id !== id)
  await settle(tx, { drafts, state: 'withdrawn', now })
  await redraft(tx, chat_id, now)
}

/** Moves a channel's undecided drafts to its current editors; former editors see theirs as superseded. */
export async function redraft(tx: Tx, channelId: number, now: number): Promise<void> {
  const editors = await editorsRow(tx, channelId)
  if (editors === undefined) return
  const { editors_chat_id, editors_thread_id, language } = editors
  const isElsewhere = (draft: Row<'drafts'>) =>
    draft.editors_chat_id !== editors_chat_id || draft.editors_thread_id !== editors_thread_id
  const moved = (await undecidedIn(tx, [channelId])).filter(isElsewhere)
  await settle(tx, { drafts: moved, state: 'superseded', now })
  for (const { id: _id, ...row } of moved) {
    const there = { editors_chat_id, editors_thread_id, language, created_at: now, updated_at: now }
    await tx
      .insertInto('drafts')
      .values({ ...row, ...UNSHOWN, ...there })
      .execute()
  }
}

function editorsRow(tx: Tx, channelId: number): Promise<Row<'editors'> | undefined> {
  return tx.selectFrom('editors').selectAll().where('chat_id', '=', channelId).executeTakeFirst()
}

/** The oldest first. */
async function undecidedIn(tx: Tx, channelIds: readonly number[]): Promise<readonly Row<'drafts'>[]> {
  if (channelIds.length === 0) return []
  const question = tx.selectFrom('drafts').selectAll().where('chat_id', 'in', channelIds).where(undecided)
  return await question.orderBy('id').execute()
}

type Settling = {
  readonly drafts: readonly Row<'drafts'>[]
  readonly state: 'superseded' | 'withdrawn'
  readonly now: number
}

async function settle(tx: Tx, { drafts, state, now }: Settling): Promise<void> {
  if (drafts.length === 0) return
  const ids = drafts.map(({ id }) => id)
  const change = { state, version: nextVersion, updated_at: now }
  await tx.updateTable('drafts').set(change).where('id', 'in', ids).execute()
  await dropReminders(tx, ids)
}

/** Deletes the waiting reminders of drafts that are decided. */
export async function dropReminders(tx: Tx, draftIds: readonly number[]): Promise<void> {
  await withdraw(tx, (row) =>
    row.and([row('draft_id', 'in', draftIds), row('rank', '=', RANKS.correction), row('edits', 'is', null)]),
  )
}
