import type { ExpressionBuilder } from 'kysely'
import type { Message } from '../../text/message.ts'
import { isOnDuty } from '../lease.ts'
import { type Database, type DeliveryState, RANKS, type Tables, type Tx } from '../schema.ts'
import { messageOf, UNUSED } from './messages.ts'
import { ENDED_STATES, WAITING } from './states.ts'

/** A delivery in the sender's hands; times in epoch milliseconds. */
export type ClaimedDelivery = {
  readonly id: number
  readonly chatId: number
  readonly threadId: number
  readonly subscriptionId: number | null
  readonly digestId: string
  /** When it was due, or enqueued where that was later. */
  readonly dueAt: number
  /** The draft that it shows to editors; `null`: its message is for readers. */
  readonly draftId: number | null
  /** The message that it edits; `null`: it sends a new one. */
  readonly edits: number | null
  /** How many tries have failed. */
  readonly attempts: number
}

/**
 * The result of a claimed delivery. `sent`: to the chat that it was claimed for; where that chat has moved meanwhile, the
 * message stayed behind. `postponed`: not tried; `later`: tried in vain.
 */
export type Settlement =
  | { readonly kind: 'sent'; readonly id: number; readonly chatId: number; readonly messageId: number }
  | { readonly kind: 'later'; readonly id: number; readonly notBefore: number; readonly reason: string }
  | { readonly kind: 'postponed'; readonly id: number; readonly notBefore: number }
  | { readonly kind: 'gone' | 'refused'; readonly id: number; readonly reason: string }

export type Deliveries = {
  /**
   * Records the results of some deliveries and claims up to `room` others, in one transaction. Where another process holds the
   * lease by now, nothing is claimed, and of the results only that counts which keeps a message from being sent again.
   */
  readonly advance: (
    settled: readonly Settlement[],
    room: number,
    at: LedgerMoment,
  ) => Promise<readonly ClaimedDelivery[]>
  /** When the next waiting delivery may be tried; `null` when none waits. */
  readonly nextAt: () => Promise<number | null>
  /** Postpones a chat's waiting deliveries to `until`. */
  readonly holdChat: (chatId: number, until: number, now: number) => Promise<void>
  /** The message that a delivery sends; `null` when it is stored no more. */
  readonly message: (digestId: string) => Promise<Message | null>
  /**
   * Follows a clock that was set by `step` milliseconds, to `now`: due deliveries stay due, a wait after a try keeps its
   * length, and a wait for a due time stays a wait for it.
   */
  readonly followClock: (step: number, now: number) => Promise<void>
  /** Whether a chat's message was sent from here, but for a draft to its editors. */
  readonly isPosted: (chatId: number, messageId: number) => Promise<boolean>
  readonly counts: () => Promise<Readonly<Record<DeliveryState, number>>>
  /**
   * Deletes some deliveries that were made before a time and have ended, and after the last of them the messages that
   * nothing refers to. Answers whether more are left: a long history is deleted in steps.
   */
  readonly prune: (madeBefore: number) => Promise<boolean>
}

/** A time, epoch milliseconds, and the epoch of the lease under which the ledger is written then. */
type LedgerMoment = { readonly now: number; readonly epoch: number }

type Builder = ExpressionBuilder<Tables, 'deliveries'>

export function createDeliveries(db: Database): Deliveries {
  return {
    advance: (settled, room, { now, epoch }) =>
      db.transaction().execute(async (tx) => {
        const isOurs = await isOnDuty(tx, epoch)
        for (const settlement of settled) await (isOurs ? settle : settleLate)(tx, settlement, now)
        return isOurs && room > 0 ? await claim(tx, room, now) : []
      }),
    nextAt: async () => {
      const times: number[] = []
      for (const rank of Object.values(RANKS)) {
        const question = db.selectFrom('deliveries').select('not_before').where(WAITING).where('rank', '=', rank)
        const first = await question.orderBy('not_before').limit(1).executeTakeFirst()
        if (first !== undefined) times.push(first.not_before)
      }
      return times.length === 0 ? null : Math.min(...times)
    },
    isPosted: async (chatId, messageId) => {
      const sent = db.selectFrom('deliveries').select('id').where('chat_id', '=', chatId)
      const posts = sent.where('message_id', '=', messageId).where('draft_id', 'is', null)
      return (await posts.limit(1).executeTakeFirst()) !== undefined
    },
    holdChat: async (chatId, until, now) => {
      const change = db.updateTable('deliveries').set({ not_before: until, updated_at: now })
      await change.where('chat_id', '=', chatId).where(WAITING).where('not_before', '<', until).execute()
    },
    followClock: async (step, now) => {
      const before = now - step
      const change = db.updateTable('deliveries').set((row) => ({ not_before: row('not_before', '+', step) }))
      const wasDue = (row: Builder) => row.and([row('not_before', '<=', before), row('not_before', '>', now)])
      const waits = (row: Builder) =>
        row.and([row('not_before', '>', before), row('not_before', '<>', row.ref('due_at'))])
      await change
        .where(WAITING)
        .where((row) => row.or([wasDue(row), waits(row)]))
        .execute()
    },
    message: (digestId) => messageOf(db, digestId),
    counts: () => countStates(db),
    prune: (madeBefore) => prune(db, madeBefore),
  }
}

/** A lower rank gets the room that higher ranks leave. */
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
    .where(WAITING)
    .where('rank', '=', rank)
    .where('not_before', '<=', now)
    .orderBy('not_before')
    .orderBy('id')
    .limit(room)
    .forUpdate()
    .skipLocked()
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

/** The delivery was taken back meanwhile: one that arrived, and was not claimed again yet, is not sent twice. */
async function settleLate(tx: Tx, settlement: Settlement, now: number): Promise<void> {
  if (settlement.kind !== 'sent') return
  const waits = tx.selectFrom('deliveries').select('id').where('id', '=', settlement.id).where(WAITING)
  if ((await waits.executeTakeFirst()) !== undefined) await settle(tx, settlement, now)
}

type Sent = Extract<Settlement, { readonly kind: 'sent' }>

/** `false`: its chat has moved, and in the new chat the id is another message's. */
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

/** Ids grow with time: the old deliveries come first, and the search ends at the first younger one. */
async function prune(db: Database, madeBefore: number): Promise<boolean> {
  const younger = db.selectFrom('deliveries').select('id').where('created_at', '>=', madeBefore).orderBy('id').limit(1)
  const end = (await younger.executeTakeFirst())?.id ?? Number.MAX_SAFE_INTEGER
  const old = db
    .selectFrom('deliveries')
    .select('id')
    .where('id', '<', end)
    .where('state', 'in', ENDED_STATES)
    .orderBy('id')
    .limit(PRUNED_AT_ONCE)
  const { numDeletedRows } = await db.deleteFrom('deliveries').where('id', 'in', old).executeTakeFirstOrThrow()
  if (numDeletedRows === BigInt(PRUNED_AT_ONCE)) return true
  const settled = db.deleteFrom('drafts').where('updated_at', '<', madeBefore)
  await settled.where('state', 'in', ['published', 'superseded', 'withdrawn']).execute()
  await db.deleteFrom('digests').where('created_at', '<', madeBefore).where(UNUSED).execute()
  return false
}
