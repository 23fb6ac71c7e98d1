import { nextDue } from '../digest/calendar.ts'
import type { Database, SubscriptionState, Tx } from './schema.ts'
import { scheduleOf } from './subscriptions.ts'

/** A chat, or one place in it: `threadId` 0 is the chat itself, `null` all of it. */
export type Extent = { readonly chatId: number; readonly threadId: number | null }

export type PauseReason = Exclude<SubscriptionState, 'active'>

/** Schedules that rest, and why. A place whose schedule rests gets nothing; what it chose stays. */
export type Pauses = {
  /** Running schedules rest; what was planned and not sent is given up. Answers how many. */
  readonly pause: (where: Extent, why: PauseReason, now: number) => Promise<number>
  /** Schedules that rest for one of these reasons run again, from now on. Answers how many. */
  readonly resume: (where: Extent, whys: readonly PauseReason[], now: number) => Promise<number>
}

export function createPauses(db: Database): Pauses {
  return {
    pause: (where, why, now) => db.transaction().execute((tx) => pause(tx, { where, why, now })),
    resume: (where, whys, now) => db.transaction().execute((tx) => resume(tx, { where, whys, now })),
  }
}

type Pause = { readonly where: Extent; readonly why: PauseReason; readonly now: number }

async function pause(tx: Tx, { where, why, now }: Pause): Promise<number> {
  const rows = await schedulesIn(tx, where).where('state', '=', 'active').execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  const rest = { state: why, next_due: null, updated_at: now }
  await tx.updateTable('subscriptions').set(rest).where('id', 'in', ids).execute()
  const unsent = tx.updateTable('deliveries').set({ state: 'gone', reason: why, updated_at: now })
  await unsent.where('subscription_id', 'in', ids).where('state', 'in', ['pending', 'later']).execute()
  return ids.length
}

type Resume = { readonly where: Extent; readonly whys: readonly PauseReason[]; readonly now: number }

async function resume(tx: Tx, { where, whys, now }: Resume): Promise<number> {
  const rows = await schedulesIn(tx, where).where('state', 'in', whys).execute()
  const chat = await tx.selectFrom('chats').select('state').where('id', '=', where.chatId).executeTakeFirst()
  for (const row of rows) {
    // in a chat that is gone the schedule runs again when the chat is back
    const next_due = chat?.state === 'active' ? nextDue(scheduleOf(row), now) : null
    const change = { state: 'active' as const, next_due, updated_at: now }
    await tx.updateTable('subscriptions').set(change).where('id', '=', row.id).execute()
  }
  return rows.length
}

function schedulesIn(tx: Tx, { chatId, threadId }: Extent) {
  const question = tx.selectFrom('subscriptions').selectAll().where('chat_id', '=', chatId)
  return threadId === null ? question : question.where('thread_id', '=', threadId)
}
