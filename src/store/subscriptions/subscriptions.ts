import { dueOfAct, nextAct } from '../../digest/drafts.ts'
import type { Schedule } from '../../digest/schedule.ts'
import type { Wishes } from '../../digest/wishes.ts'
import type { Language } from '../../language/language.ts'
import { setChoice } from '../chats/settings.ts'
import { withdrawDrafts } from '../drafts/change.ts'
import { editorsOf, openAfter } from '../drafts/editors.ts'
import { UNSETTLED_STATES } from '../ledger/states.ts'
import type { Place } from '../place.ts'
import type { Database, Row, SubscriptionState, Tx } from '../schema.ts'
import { languageOf } from '../text-columns.ts'
import { scheduleColumns, scheduleOf, wishesColumn, wishesOf } from './columns.ts'
import { keepSeenThrough } from './seen.ts'

export type Subscription = Place & {
  readonly id: number
  readonly schedule: Schedule
  readonly wishes: Wishes
  readonly language: Language
  /** Epoch milliseconds; `null` while the chat or the topic is gone. */
  readonly nextDue: number | null
  readonly state: SubscriptionState
}

type SubscriptionWish = Place & {
  readonly schedule: Schedule
  readonly language: Language
  readonly wishes?: Wishes
}

/** The most subscriptions of one chat, each in a topic of its own. */
export const MOST_SUBSCRIPTIONS = 50

export type Subscriptions = {
  /**
   * Makes or replaces a place's subscription; without `wishes` it keeps its former ones. The chat must be known. `null`: the
   * place has none, and the chat as many as it may.
   */
  readonly save: (wish: SubscriptionWish, now: number) => Promise<Subscription | null>
  /** Sets the language of one place's digests. */
  readonly setLanguage: (place: Place, language: Language, now: number) => Promise<void>
  readonly find: (place: Place) => Promise<Subscription | null>
  readonly ofChat: (chatId: number) => Promise<readonly Subscription[]>
  /** Deletes a place's subscription and its unsent deliveries. `false`: there was none. */
  readonly remove: (place: Place, now: number) => Promise<boolean>
  /** Makes the place's last deleted subscription anew; `null`: there is none, the place has another by now, or the chat is full. */
  readonly restore: (place: Place, now: number) => Promise<Subscription | null>
  /** Pauses one schedule until somebody subscribes anew. */
  readonly pause: (id: number, why: Exclude<SubscriptionState, 'active'>, now: number) => Promise<void>
  /** The number of the last article that a place has received; 0: none. Outlives its subscription. */
  readonly seenThrough: (place: Place) => Promise<number>
  /** Counts the articles up to a number as received. Never goes back. */
  readonly sawThrough: (place: Place, number: number, now: number) => Promise<void>
}

export function createSubscriptions(db: Database): Subscriptions {
  return {
    save: (wish, now) => db.transaction().execute((tx) => saveSubscription(tx, wish, now)),
    setLanguage: async ({ chatId, threadId }, language, now) => {
      const change = db.updateTable('subscriptions').set({ language, updated_at: now }).where('chat_id', '=', chatId)
      await change.where('thread_id', '=', threadId).execute()
    },
    find: async ({ chatId, threadId }) => {
      const question = db.selectFrom('subscriptions').selectAll().where('chat_id', '=', chatId)
      const row = await question.where('thread_id', '=', threadId).executeTakeFirst()
      return row === undefined ? null : subscriptionOf(row)
    },
    ofChat: async (chatId) => {
      const question = db.selectFrom('subscriptions').selectAll().where('chat_id', '=', chatId)
      return (await question.orderBy('thread_id').execute()).map(subscriptionOf)
    },
    remove: (place, now) => removeSubscription(db, place, now),
    restore: (place, now) => db.transaction().execute((tx) => restoreSubscription(tx, place, now)),
    pause: async (id, why, now) => {
      const change = { state: why, next_due: null, updated_at: now }
      await db.updateTable('subscriptions').set(change).where('id', '=', id).execute()
    },
    seenThrough: async ({ chatId, threadId }) => {
      const question = db.selectFrom('following').select('seen_through').where('chat_id', '=', chatId)
      return (await question.where('thread_id', '=', threadId).executeTakeFirst())?.seen_through ?? 0
    },
    sawThrough: (place, number, now) => keepSeenThrough(db, [{ ...place, seenThrough: number }], now),
  }
}

async function saveSubscription(tx: Tx, wish: SubscriptionWish, now: number): Promise<Subscription | null> {
  const { chatId, threadId, schedule, language, wishes } = wish
  if (await isFullFor(tx, wish)) return null
  const isDrafted = (await editorsOf(tx, chatId)) !== null
  const act = nextAct({ schedule, isDrafted }, isDrafted ? await openAfter(tx, chatId, now) : now)
  const chosen = wishes === undefined ? {} : { wishes: wishesColumn(wishes) }
  const wanted = { ...scheduleColumns(schedule), ...chosen, language, next_due: act, drafted: isDrafted ? 1 : 0 }
  const columns = { ...wanted, state: 'active' as const, updated_at: now }
  const row = await tx
    .insertInto('subscriptions')
    .values({ ...columns, chat_id: chatId, thread_id: threadId, created_at: now })
    .onConflict((at) => at.columns(['chat_id', 'thread_id']).doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow()
  return subscriptionOf(row)
}

/** Resumes the schedules of a chat that is back; those of gone topics stay paused. */
export async function resumeSubscriptions(tx: Tx, chatId: number, now: number): Promise<void> {
  const question = tx.selectFrom('subscriptions').selectAll().where('chat_id', '=', chatId)
  const idle = await question.where('state', '=', 'active').where('next_due', 'is', null).execute()
  for (const row of idle) {
    const next_due = await nextActOf(tx, row, now)
    await tx.updateTable('subscriptions').set({ next_due, updated_at: now }).where('id', '=', row.id).execute()
  }
}

/** When a resumed schedule is next planned, in epoch milliseconds. */
export async function nextActOf(tx: Tx, row: Row<'subscriptions'>, now: number): Promise<number> {
  const isDrafted = row.drafted === 1
  const after = isDrafted ? await openAfter(tx, row.chat_id, now) : now
  return nextAct({ schedule: scheduleOf(row), isDrafted }, after)
}

async function removeSubscription(db: Database, { chatId, threadId }: Place, now: number): Promise<boolean> {
  return await db.transaction().execute(async (tx) => {
    const question = tx.selectFrom('subscriptions').selectAll().where('chat_id', '=', chatId)
    const row = await question.where('thread_id', '=', threadId).executeTakeFirst()
    if (row === undefined) return false
    await setChoice(tx, { chatId, name: endedName(threadId), value: JSON.stringify(row) })
    const unsent = tx.deleteFrom('deliveries').where('subscription_id', '=', row.id)
    await unsent.where('state', 'in', UNSETTLED_STATES).execute()
    await withdrawDrafts(tx, [chatId], now)
    await tx.deleteFrom('subscriptions').where('id', '=', row.id).execute()
    return true
  })
}

async function restoreSubscription(tx: Tx, place: Place, now: number): Promise<Subscription | null> {
  const { chatId, threadId } = place
  const at = tx.selectFrom('subscriptions').select('id').where('chat_id', '=', chatId)
  if ((await at.where('thread_id', '=', threadId).executeTakeFirst()) !== undefined) return null
  const ended = tx.selectFrom('choices').select('value').where('chat_id', '=', chatId)
  const kept = await ended.where('name', '=', endedName(threadId)).executeTakeFirst()
  if (kept === undefined) return null
  const { schedule, wishes, language } = subscriptionOf(JSON.parse(kept.value))
  return saveSubscription(tx, { chatId, threadId, schedule, wishes, language }, now)
}

/** Whether a chat has as many as it may, none of them of this place. */
async function isFullFor(tx: Tx, { chatId, threadId }: Place): Promise<boolean> {
  const there = await tx.selectFrom('subscriptions').select('thread_id').where('chat_id', '=', chatId).execute()
  return there.length >= MOST_SUBSCRIPTIONS && there.every(({ thread_id }) => thread_id !== threadId)
}

/** The name of the choice that holds a topic's last deleted subscription. */
function endedName(threadId: number): string {
  return `ended subscription of ${threadId}`
}

function subscriptionOf(row: Row<'subscriptions'>): Subscription {
  const schedule = scheduleOf(row)
  const isDrafted = row.drafted === 1
  return {
    id: row.id,
    chatId: row.chat_id,
    threadId: row.thread_id,
    schedule,
    wishes: wishesOf(row.wishes),
    language: languageOf(row.language),
    nextDue: row.next_due === null ? null : dueOfAct({ schedule, isDrafted }, row.next_due),
    state: row.state,
  }
}
