import { withdrawDrafts } from '../drafts/change.ts'
import { giveUp } from '../ledger/give-up.ts'
import { findHindrance } from '../ledger/may-write.ts'
import type { Database, SubscriptionState, Tx } from '../schema.ts'
import { nextActOf } from './subscriptions.ts'

/** A chat, or one place in it: `threadId` 0 is the chat itself, `null` all of it. */
type Extent = { readonly chatId: number; readonly threadId: number | null }

type PauseReason = Exclude<SubscriptionState, 'active'>

/** Pauses schedules for a reason; a paused schedule keeps its settings. */
export type Pauses = {
  /** Pauses the running schedules of a place or chat and gives up their waiting deliveries. Answers how many. */
  readonly pause: (where: Extent, why: PauseReason, now: number) => Promise<number>
  /** Resumes the schedules that rest for one of these reasons, unless another reason is left. Answers how many run. */
  readonly resume: (where: Extent, whys: readonly PauseReason[], now: number) => Promise<number>
}

/**
 * A schedule shows one reason, yet there may be several: a topic is closed and opened again while the bot may not write.
 * So hindrances are stored by place, also where there is no schedule.
 */
const REMEMBERED: readonly PauseReason[] = ['no-rights', 'topic-closed']

export function createPauses(db: Database): Pauses {
  return {
    pause: (where, why, now) => db.transaction().execute((tx) => pause(tx, { where, why, now })),
    resume: (where, whys, now) => db.transaction().execute((tx) => resume(tx, { where, whys, now })),
  }
}

type Pause = { readonly where: Extent; readonly why: PauseReason; readonly now: number }

async function pause(tx: Tx, { where, why, now }: Pause): Promise<number> {
  const place = { chat_id: where.chatId, thread_id: where.threadId ?? 0 }
  if (REMEMBERED.includes(why)) {
    const hindrance = tx.insertInto('hindrances').values({ ...place, why })
    await hindrance.onConflict((conflict) => conflict.doNothing()).execute()
  }
  if (why !== 'paused') await giveUpDrafts(tx, { where, why, now })
  // an admin's wish outlives whatever else made the schedule rest
  const all = schedulesIn(tx, where)
  const rows = await (why === 'paused' ? all : all.where('state', '=', 'active')).execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  const rest = { state: why, next_due: null, updated_at: now }
  await tx.updateTable('subscriptions').set(rest).where('id', 'in', ids).execute()
  await giveUp(tx, (row) => row('subscription_id', 'in', ids), { why, now })
  await withdrawDrafts(tx, [where.chatId], now)
  return ids.length
}

/** Gives up the deliveries that would show drafts to editors there. */
async function giveUpDrafts(tx: Tx, { where: { chatId, threadId }, why, now }: Pause): Promise<void> {
  const topic = threadId === null ? {} : { thread_id: threadId }
  const place = { chat_id: chatId, ...topic }
  await giveUp(tx, (row) => row.and([row.and(place), row('draft_id', 'is not', null)]), { why, now })
}

type Resume = { readonly where: Extent; readonly whys: readonly PauseReason[]; readonly now: number }

async function resume(tx: Tx, { where, whys, now }: Resume): Promise<number> {
  const forgotten = tx.deleteFrom('hindrances').where('chat_id', '=', where.chatId).where('why', 'in', whys)
  await (where.threadId === null ? forgotten : forgotten.where('thread_id', '=', where.threadId)).execute()
  const rows = await schedulesIn(tx, where).where('state', 'in', whys).execute()
  if (rows.length === 0) return 0
  const chat = await tx.selectFrom('chats').select('state').where('id', '=', where.chatId).executeTakeFirst()
  let running = 0
  for (const row of rows) {
    const left = await findHindrance(tx, { chatId: where.chatId, threadId: row.thread_id })
    // in a chat that is gone the schedule runs again when the chat is back
    const isDue = left === null && chat?.state === 'active'
    const next_due = isDue ? await nextActOf(tx, row, now) : null
    const change = { state: left ?? ('active' as const), next_due, updated_at: now }
    await tx.updateTable('subscriptions').set(change).where('id', '=', row.id).execute()
    if (left === null) running += 1
  }
  return running
}

function schedulesIn(tx: Tx, { chatId, threadId }: Extent) {
  const question = tx.selectFrom('subscriptions').selectAll().where('chat_id', '=', chatId)
  return threadId === null ? question : question.where('thread_id', '=', threadId)
}
