import { afterAct, draftCode } from '../../digest/drafts.ts'
import { inheritShows } from '../ledger/corrections.ts'
import { keepDigests, messageOf, type RenderedDigest } from '../ledger/messages.ts'
import { type Database, RANKS, type Row, type Tx } from '../schema.ts'
import { dropReminders, followTakenBack, nextVersion, withdrawDrafts } from './change.ts'

export type Draft = Row<'drafts'>

/** Who decides; `openly` `false`: an admin who acts in the group's name. */
export type Decider = { readonly id: number; readonly name: string; readonly openly: boolean }

/** What came of an act: the draft as it is now, and whether the act was what made it so. */
export type Decided = { readonly draft: Draft; readonly isDone: boolean }

export type Approval = {
  readonly id: number
  readonly by: Decider
  /** What was seen of it, as `codeOf` names it: nothing else is approved. */
  readonly code: string
  /** What is posted of the draft's digest, the JSON of a Message. */
  readonly post: (draft: Draft, digest: string) => RenderedDigest
}

export async function findDraft(db: Database | Tx, id: number): Promise<Draft | null> {
  return (await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Names what a draft would post. */
export function codeOf({ digest_id: digestId, intro }: Draft): string {
  return draftCode({ digestId, intro })
}

type Deciding = {
  readonly id: number
  readonly act: Parameters<typeof afterAct>[1]
  readonly change: Partial<Omit<Draft, 'id' | 'state' | 'version'>>
  readonly now: number
}

/** Makes the change where the draft's state allows it. */
export async function decide(tx: Tx, { id, act, change, now }: Deciding): Promise<Decided | null> {
  const draft = await findDraft(tx, id)
  const state = draft === null ? null : afterAct(draft.state, act)
  if (draft === null || state === null) return draft === null ? null : { draft, isDone: false }
  const changed = await tx
    .updateTable('drafts')
    .set({ ...change, state, version: nextVersion, updated_at: now })
    .where('id', '=', id)
    .where('version', '=', draft.version)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (act === 'approve' || act === 'hold') await dropReminders(tx, [id])
  return { draft: changed, isDone: true }
}

/** Approves and hands the post to the ledger. */
export async function approve(tx: Tx, { id, by, code, post }: Approval, now: number): Promise<Decided | null> {
  const draft = await findDraft(tx, id)
  if (draft === null) return null
  if (afterAct(draft.state, 'approve') === null || codeOf(draft) !== code) return { draft, isDone: false }
  const digest = await messageOf(tx, draft.digest_id)
  if (digest === null || !(await mayBePosted(tx, draft))) {
    await withdrawDrafts(tx, [draft.chat_id], now)
    return { draft: { ...draft, state: 'withdrawn' }, isDone: false }
  }
  const posted = post(draft, digest)
  await keepDigests(tx, [posted], now)
  if (posted.id !== draft.digest_id) await inheritShows(tx, draft.digest_id, posted.id)
  const post_delivery_id = await enqueue(tx, draft, posted.id, now)
  const decided = { decided_by: by.id, decided_name: by.name, decided_openly: by.openly ? 1 : 0, decided_at: now }
  return await decide(tx, { id, act: 'approve', change: { ...decided, post_delivery_id }, now })
}

/** Not where the bot is no more, or whose schedule rests. */
async function mayBePosted(tx: Tx, { chat_id, subscription_id }: Draft): Promise<boolean> {
  const chat = await tx.selectFrom('chats').select('state').where('id', '=', chat_id).executeTakeFirst()
  if (chat?.state !== 'active' || subscription_id === null) return chat?.state === 'active'
  const schedule = tx.selectFrom('subscriptions').select('state').where('id', '=', subscription_id)
  return (await schedule.executeTakeFirst())?.state === 'active'
}

/** A post that was given up for the same time makes room for this one; any other keeps the place, and this is one more. */
async function enqueue(tx: Tx, draft: Draft, digestId: string, now: number): Promise<number> {
  const times = { due_at: draft.due_at, not_before: draft.due_at, created_at: now, updated_at: now }
  const fresh = { digest_id: digestId, state: 'pending' as const, attempts: 0, message_id: null, reason: null }
  const place = { chat_id: draft.chat_id, thread_id: 0, rank: RANKS.digest }
  const row = { ...place, ...fresh, ...times, subscription_id: draft.subscription_id }
  const kept = await tx
    .insertInto('deliveries')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['subscription_id', 'due_at'])
        .doUpdateSet({ ...fresh, ...times })
        .where('deliveries.state', 'in', ['gone', 'refused']),
    )
    .returning('id')
    .executeTakeFirst()
  if (kept !== undefined) return kept.id
  const more = tx.insertInto('deliveries').values({ ...row, subscription_id: null })
  return (await more.returning('id').executeTakeFirstOrThrow()).id
}

/** Takes back an approval too, unless its post is on its way. */
export async function hold(tx: Tx, id: number, now: number): Promise<Decided | null> {
  const draft = await findDraft(tx, id)
  if (draft?.state === 'approved' && draft.post_delivery_id !== null) {
    const post = tx.deleteFrom('deliveries').where('id', '=', draft.post_delivery_id)
    const { numDeletedRows } = await post.where('state', 'in', ['pending', 'later']).executeTakeFirstOrThrow()
    // it is on its way, or it was
    if (numDeletedRows === 0n) return { draft, isDone: false }
  }
  const undecided = {
    decided_by: null,
    decided_name: null,
    decided_openly: 1,
    decided_at: null,
    post_delivery_id: null,
  }
  const held = await decide(tx, { id, act: 'hold', change: undecided, now })
  if (draft?.state !== 'approved' || held?.isDone !== true) return held
  await followTakenBack(tx, held.draft, now)
  const left = (await findDraft(tx, id)) ?? held.draft
  return { draft: left, isDone: left.state === 'held' }
}
