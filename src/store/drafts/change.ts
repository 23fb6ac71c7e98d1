import { sql } from 'kysely'
import type { Slug } from '../../article/article.ts'
import { fitsIntro } from '../../messages/intro.ts'
import type { Message } from '../../text/message.ts'
import { messageOf } from '../ledger/messages.ts'
import { type NewRow, RANKS, type Row, type Tx } from '../schema.ts'

/** A digest of a channel that goes to its editors first. `read`: the part of an article that it brings. */
export type NewDraft = {
  readonly channelId: number
  readonly subscriptionId: number | null
  readonly dueAt: number
  readonly zone: string
  readonly digestId: string
  readonly seenThrough: number
  readonly read: { readonly slug: Slug; readonly chunk: number } | null
}

/** The first half of each is the condition of an index. */
export const open = sql<boolean>`drafts.state in ('waiting', 'held', 'approved')`
export const undecided = sql<boolean>`${open} and drafts.state <> 'approved'`
export const approved = sql<boolean>`${open} and drafts.state = 'approved'`

/** A change that its editors have to see. */
export const nextVersion = sql<number>`version + 1`

/** Keeps a draft for a channel that has editors; it supersedes what was undecided there, and has its intro. */
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
 * A draft is put right before anybody else sees it, so it bears no mark. Its intro is not the article's, and stays where
 * there is room for it; what is approved is put right as it was posted.
 */
export async function correctDrafts(tx: Tx, from: string, to: string): Promise<void> {
  const drafts = await tx.selectFrom('drafts').selectAll().where('digest_id', '=', from).where(open).execute()
  for (const { id, state, intro: written } of drafts) {
    const intro = state === 'approved' ? written : await introFitting(tx, written, to)
    const change = { digest_id: to, intro, version: nextVersion }
    await tx.updateTable('drafts').set(change).where('id', '=', id).execute()
  }
}

/** What editors wrote, where a digest has room for it. */
async function introFitting(tx: Tx, intro: string | null, digestId: string): Promise<string | null> {
  const json = intro === null ? null : await messageOf(tx, digestId)
  if (intro === null || json === null) return null
  // made by `renderedDigest`
  const digest: Message = JSON.parse(json)
  return fitsIntro(digest, intro) ? intro : null
}

const UNSHOWN = {
  ...{ decided_by: null, decided_name: null, decided_openly: 1, decided_at: null },
  ...{ message_delivery_id: null, post_delivery_id: null, version: 1, shown_version: 0 },
}

/** What is undecided in these channels will not be posted; its news come with what is made next. */
export async function withdrawDrafts(tx: Tx, channelIds: readonly number[], now: number): Promise<void> {
  await settle(tx, { drafts: await undecidedIn(tx, channelIds), state: 'withdrawn', now })
}

/**
 * An approval was taken back. What was made meanwhile counted its news as had and would be posted without them; and its
 * review may have ended, or gone to other editors: it goes along.
 */
export async function followTakenBack(tx: Tx, { id, chat_id }: Row<'drafts'>, now: number): Promise<void> {
  const isReviewed = (await editorsRow(tx, chat_id)) !== undefined
  const drafts = (await undecidedIn(tx, [chat_id])).filter((other) => !isReviewed || other.id !== id)
  await settle(tx, { drafts, state: 'withdrawn', now })
  await redraft(tx, chat_id, now)
}

/** What is undecided goes to the channel's editors of now, as it is; the former see that it does. */
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

/** Who has decided need not be reminded. */
export async function dropReminders(tx: Tx, draftIds: readonly number[]): Promise<void> {
  await tx
    .deleteFrom('deliveries')
    .where('draft_id', 'in', draftIds)
    .where('rank', '=', RANKS.correction)
    .where('edits', 'is', null)
    .where('state', 'in', ['pending', 'later'])
    .execute()
}
