import { type ExpressionBuilder, sql } from 'kysely'
import { type Database, type DeliveryState, RANKS, type Tables, type Tx } from '../schema.ts'
import { messageOf } from './messages.ts'

/** A delivery in the sender's hands. */
export type ClaimedDelivery = {
  readonly id: number
  readonly chatId: number
  readonly threadId: number
  readonly subscriptionId: number | null
  readonly digestId: string
  /** When it was due, or made where that was later. */
  readonly dueAt: number
  /** The draft that it shows to editors; `null`: it is for readers. */
  readonly draftId: number | null
  /** The message that it puts right; `null`: it is sent. */
  readonly edits: number | null
  /** How often it was tried and failed before. */
  readonly attempts: number
}

/**
 * What became of a claimed delivery. `sent`: to the chat that it was claimed for; where that has moved meanwhile the
 * message stayed behind. `postponed`: it was not tried; `later`: it was, in vain.
 */
export type Settlement =
  | { readonly kind: 'sent'; readonly id: number; readonly chatId: number; readonly messageId: number }
  | { readonly kind: 'later'; readonly id: number; readonly notBefore: number; readonly reason: string }
  | { readonly kind: 'postponed'; readonly id: number; readonly notBefore: number }
  | { readonly kind: 'gone' | 'refused'; readonly id: number; readonly reason: string }

export type Deliveries = {
  /** Writes down what became of some and claims up to `room` others, in one transaction. */
  readonly advance: (settled: readonly Settlement[], room: number, now: number) => Promise<readonly ClaimedDelivery[]>
  /** Takes back what a sender that died left claimed; answers how many. Call it before the first `advance`. */
  readonly takeBack: (now: number) => Promise<number>
  /** When the next waiting delivery may be tried; `null` when none waits. */
  readonly nextAt: () => Promise<number | null>
  /** None of a chat's waiting deliveries is tried before `until`. */
  readonly holdChat: (chatId: number, until: number, now: number) => Promise<void>
  /**
   * The clock was set by `step` milliseconds, to `now`: what was due stays due, a wait after a try keeps its length, and
   * what waits for a time of the clock waits for that.
   */
  readonly followClock: (step: number, now: number) => Promise<void>
  /** The rendered message as JSON; `null` when the delivery is no more. */
  readonly message: (digestId: string) => Promise<string | null>
  readonly counts: () => Promise<Readonly<Record<DeliveryState, number>>>
  /**
   * Deletes some of what was made before a time and has ended, and at last the renderings that nothing refers to any
   * more. Answers whether more is left, so that a long history need not be deleted in one go.
   */
  readonly prune: (madeBefore: number) => Promise<boolean>
}

/**
 * The first half is the partial index word for word: only so the database uses it. What is being sent is in the index
 * too, so that a claim need not touch it; it is at the front, and never much.
 */
const waiting = sql<boolean>`state in ('pending', 'later', 'sending') and state <> 'sending'`
const sending = sql<boolean>`state in ('pending', 'later', 'sending') and state = 'sending'`

type Where = ExpressionBuilder<Tables, 'deliveries'>

export function createDeliveries(db: Database): Deliveries {
  return {
    advance: (settled, room, now) =>
      db.transaction().execute(async (tx) => {
        for (const settlement of settled) await settle(tx, settlement, now)
        return room > 0 ? await claim(tx, room, now) : []
      }),
    takeBack: async (now) => {
      const change = db.updateTable('deliveries').set({ state: 'pending', updated_at: now }).where(sending)
      return Number((await change.executeTakeFirstOrThrow()).numUpdatedRows)
    },
    nextAt: async () => {
      const times: number[] = []
      for (const rank of Object.values(RANKS)) {
        const question = db.selectFrom('deliveries').select('not_before').where(waiting).where('rank', '=', rank)
        const first = await question.orderBy('not_before').limit(1).executeTakeFirst()
        if (first !== undefined) times.push(first.not_before)
      }
      return times.length === 0 ? null : Math.min(...times)
    },
    holdChat: async (chatId, until, now) => {
      const change = db.updateTable('deliveries').set({ not_before: until, updated_at: now })
      await change.where('chat_id', '=', chatId).where(waiting).where('not_before', '<', until).execute()
    },
    followClock: async (step, now) => {
      const before = now - step
      const change = db.updateTable('deliveries').set((row) => ({ not_before: row('not_before', '+', step) }))
      const wasDue = (row: Where) => row.and([row('not_before', '<=', before), row('not_before', '>', now)])
      const waits = (row: Where) =>
        row.and([row('not_before', '>', before), row('not_before', '<>', row.ref('due_at'))])
      await change
        .where(waiting)
        .where((row) => row.or([wasDue(row), waits(row)]))
        .execute()
    },
    message: (digestId) => messageOf(db, digestId),
    counts: () => countStates(db),
    prune: (madeBefore) => prune(db, madeBefore),
  }
}

/** What is of a lower rank gets the room that a higher one leaves. */
async function claim(tx: Tx, room: number, now: number): Promise<readonly ClaimedDelivery[]> {
  const rows: Claimable[] = []
  for (const rank of Object.values(RANKS)) {
    if (rows.length < room) rows.push(...(await claimable(tx, { rank, room: room - rows.length, now })))
  }
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  await tx.updateTable('deliveries').set({ state: 'sending', updated_at: now }).where('id', 'in', ids).execute()
  return rows.map((row) => ({
    id: row.id,
    chatId: row.chat_id,
    threadId: row.thread_id,
    subscriptionId: row.subscription_id,
    digestId: row.digest_id,
    dueAt: Math.max(row.due_at, row.created_at),
    draftId: row.draft_id,
    edits: row.edits,
    attempts: row.attempts,
  }))
}

type Claimable = Awaited<ReturnType<typeof claimable>>[number]

function claimable(tx: Tx, { rank, room, now }: { rank: number; room: number; now: number }) {
  return tx
    .selectFrom('deliveries')
    .select(['id', 'chat_id', 'thread_id', 'subscription_id', 'digest_id', 'due_at', 'created_at', 'draft_id'])
    .select(['edits', 'attempts'])
    .where(waiting)
    .where('rank', '=', rank)
    .where('not_before', '<=', now)
    .orderBy('not_before')
    .orderBy('id')
    .limit(room)
    .execute()
}

async function settle(tx: Tx, settlement: Settlement, now: number): Promise<void> {
  const change = tx.updateTable('deliveries').where('id', '=', settlement.id).set({ updated_at: now })
  switch (settlement.kind) {
    case 'sent':
      if (!(await settleSent(tx, settlement, now))) {
        await change.set({ state: 'sent', message_id: null, reason: null }).execute()
      }
      return
    case 'later': {
      const { notBefore, reason } = settlement
      await change
        .set((row) => ({ state: 'later', not_before: notBefore, reason, attempts: row('attempts', '+', 1) }))
        .execute()
      return
    }
    case 'postponed':
      await change.set({ state: 'pending', not_before: settlement.notBefore }).execute()
      return
    case 'gone':
    case 'refused':
      await change.set({ state: settlement.kind, reason: settlement.reason }).execute()
      return
    default:
      settlement satisfies never
  }
}

type Sent = Extract<Settlement, { readonly kind: 'sent' }>

/** `false`: its chat has moved, and there the number is another message's. */
async function settleSent(tx: Tx, { id, chatId, messageId }: Sent, now: number): Promise<boolean> {
  const sent = { state: 'sent' as const, message_id: messageId, reason: null, updated_at: now }
  const change = tx.updateTable('deliveries').set(sent).where('id', '=', id).where('chat_id', '=', chatId)
  return (await change.executeTakeFirstOrThrow()).numUpdatedRows > 0n
}

async function countStates(db: Database): Promise<Readonly<Record<DeliveryState, number>>> {
  const counts = { pending: 0, sending: 0, sent: 0, later: 0, gone: 0, refused: 0 }
  const question = db.selectFrom('deliveries').select(['state', (row) => row.fn.countAll<number>().as('count')])
  for (const { state, count } of await question.groupBy('state').execute()) counts[state] = Number(count)
  return counts
}

const PRUNED_AT_ONCE = 500

/** Ids grow with time, so what is old stands at the front, and the search ends at the first that is not. */
async function prune(db: Database, madeBefore: number): Promise<boolean> {
  const younger = db.selectFrom('deliveries').select('id').where('created_at', '>=', madeBefore).orderBy('id').limit(1)
  const end = (await younger.executeTakeFirst())?.id ?? Number.MAX_SAFE_INTEGER
  const old = db
    .selectFrom('deliveries')
    .select('id')
    .where('id', '<', end)
    .where('state', 'in', ['sent', 'gone', 'refused'])
    .orderBy('id')
    .limit(PRUNED_AT_ONCE)
  const { numDeletedRows } = await db.deleteFrom('deliveries').where('id', 'in', old).executeTakeFirstOrThrow()
  if (numDeletedRows === BigInt(PRUNED_AT_ONCE)) return true
  const settled = db.deleteFrom('drafts').where('updated_at', '<', madeBefore)
  await settled.where('state', 'in', ['published', 'superseded', 'withdrawn']).execute()
  await db
    .deleteFrom('digests')
    .where('created_at', '<', madeBefore)
    .where((row) => {
      const drafts = row.selectFrom('drafts').select('id').whereRef('drafts.digest_id', '=', 'digests.id')
      return row.not(row.exists(drafts))
    })
    .where((row) => {
      const uses = row.selectFrom('deliveries').select('id').whereRef('deliveries.digest_id', '=', 'digests.id')
      return row.not(row.exists(uses))
    })
    .execute()
  return false
}
