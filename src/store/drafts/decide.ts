import { afterAct, draftCode } from '../../digest/drafts.ts'
import type { Message } from '../../text/message.ts'
import { enqueueOne } from '../ledger/enqueue.ts'
import { withdraw } from '../ledger/give-up.ts'
import { mayWrite } from '../ledger/may-write.ts'
import { type DigestMessage, keepMessage, keepSuccessor, messageOf } from '../ledger/messages.ts'
import type { Database, Row, Tx } from '../schema.ts'
import { dropReminders, followTakenBack, introFitting, nextVersion, withdrawDrafts } from './change.ts'

export type Draft = Row<'drafts'>

/** Who decides; `openly` `false`: an admin who acts in the group's name. */
export type Decider = { readonly id: number; readonly name: string; readonly openly: boolean }

/** The draft after an act, and whether the act changed it. */
export type Decided = { readonly draft: Draft; readonly isDone: boolean }

export type Approval = {
  readonly id: number
  readonly by: Decider
  /** What the approver saw, as `codeOf` names it: nothing else is approved. */
  readonly code: string
  /** What is posted for the draft's digest. */
  readonly post: (draft: Draft, digest: Message) => Message
}

export async function findDraft(db: Database | Tx, id: number): Promise<Draft | null> {
  return (await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** A short name of what a draft would post. */
export function codeOf({ digest_id: digestId, intro }: Draft): string {
  return draftCode({ digestId, intro })
}

type Deciding = {
  readonly id: number
  readonly act: Parameters<typeof afterAct>[1]
  readonly change: Partial<Omit<Draft, 'id' | 'state' | 'version'>>
  readonly now: number
}

/** Changes a draft where its state allows the act. */
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

/** A draft's digest with an article dropped or moved; `code`: what the editor saw. */
export type ArticlesChange = {
  readonly id: number
  readonly code: string
  readonly digest: DigestMessage
  readonly changed: 'dropped' | 'raised'
  readonly title: string
}

/** Replaces a draft's digest; the intro stays where the new digest has room for it. */
export async function setArticles(tx: Tx, wanted: ArticlesChange, now: number): Promise<Decided | null> {
  const { id, code, digest, changed, title } = wanted
  const draft = await findDraft(tx, id)
  if (draft === null) return null
  if (codeOf(draft) !== code || afterAct(draft.state, 'articles') === null) return { draft, isDone: false }
  const digest_id = await keepMessage(tx, digest, now)
  const intro = await introFitting(tx, draft.intro, digest_id)
  return await decide(tx, { id, act: 'articles', change: { digest_id, intro, changed, changed_title: title }, now })
}

/** Approves a draft and enqueues its post. */
export async function approve(tx: Tx, { id, by, code, post }: Approval, now: number): Promise<Decided | null> {
  const draft = await findDraft(tx, id)
  if (draft === null) return null
  if (afterAct(draft.state, 'approve') === null || codeOf(draft) !== code) return { draft, isDone: false }
  const digest = await messageOf(tx, draft.digest_id)
  if (digest === null || !(await mayBePosted(tx, draft))) {
    await withdrawDrafts(tx, [draft.chat_id], now)
    return { draft: { ...draft, state: 'withdrawn' }, isDone: false }
  }
  const digest_id = await keepSuccessor(tx, { digestId: draft.digest_id, message: post(draft, digest), now })
  const post_delivery_id = await enqueuePost(tx, { ...draft, digest_id }, now)
  const decided = { decided_by: by.id, decided_name: by.name, decided_openly: by.openly ? 1 : 0, decided_at: now }
  return await decide(tx, { id, act: 'approve', change: { ...decided, post_delivery_id }, now })
}

/** Where the bot may write, and the draft's schedule, if any, runs. */
async function mayBePosted(tx: Tx, { chat_id, subscription_id }: Draft): Promise<boolean> {
  if (!(await mayWrite(tx, { chatId: chat_id, threadId: 0 }))) return false
  if (subscription_id === null) return true
  const schedule = tx.selectFrom('subscriptions').select('state').where('id', '=', subscription_id)
  return (await schedule.executeTakeFirst())?.state === 'active'
}

/** Where the ledger has a post of the schedule's same time, this is one more. */
async function enqueuePost(tx: Tx, draft: Draft, now: number): Promise<number | null> {
  const { chat_id, digest_id, due_at, subscription_id } = draft
  const post = { chat_id, thread_id: 0, digest_id, due_at }
  return (await enqueueOne(tx, { ...post, subscription_id }, now)) ?? (await enqueueOne(tx, post, now))
}

/** Holds a draft; an approval is undone unless its post is being sent or was. */
export async function hold(tx: Tx, id: number, now: number): Promise<Decided | null> {
  const draft = await findDraft(tx, id)
  if (draft?.state === 'approved' && draft.post_delivery_id !== null) {
    const postId = draft.post_delivery_id
    if ((await withdraw(tx, (row) => row('id', '=', postId))) === 0) return { draft, isDone: false }
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
