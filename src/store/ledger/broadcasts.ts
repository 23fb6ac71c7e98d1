import { sql } from 'kysely'
import type { Language } from '../../language/language.ts'
import { type BroadcastState, type Database, RANKS, type Row, type Tx } from '../schema.ts'
import { languageOf } from '../text-columns.ts'
import type { RenderedDigest } from './messages.ts'

/** An announcement to all chats, and how far it is. `planned`: deliveries made for it, ended or not. */
export type Broadcast = {
  readonly id: number
  readonly ownerId: number
  readonly panelId: number | null
  /** In which the owner is told how far it is. */
  readonly language: Language
  readonly state: BroadcastState
  readonly planned: number
  readonly sent: number
  readonly gone: number
  readonly refused: number
  readonly confirmedAt: number | null
}

/** `message`: the JSON of a Message. */
export type Draft = { readonly ownerId: number; readonly language: Language; readonly message: string }

export type BroadcastStep = { readonly id: number; readonly digest: RenderedDigest; readonly limit: number }

export type Broadcasts = {
  /** Keeps what an owner means to announce; answers its id. */
  readonly draft: (draft: Draft, now: number) => Promise<number>
  readonly find: (id: number) => Promise<Broadcast | null>
  readonly message: (id: number) => Promise<string | null>
  readonly setPanel: (id: number, panelId: number) => Promise<void>
  /** Those being sent or stopped, the first made first. */
  readonly unfinished: () => Promise<readonly Broadcast[]>
  /** `false`: it was not in a state from which it can go there, so nothing has changed. */
  readonly confirm: (id: number, now: number) => Promise<boolean>
  readonly cancel: (id: number, now: number) => Promise<boolean>
  readonly stop: (id: number, now: number) => Promise<boolean>
  /** Goes on with the chats that have not got it: those refused, and those that were not reached. */
  readonly retry: (id: number, now: number) => Promise<boolean>
  /** Makes the next deliveries, one a chat that is active and was there at the time; `false`: there are no more. */
  readonly plan: (step: BroadcastStep, now: number) => Promise<boolean>
  /** Takes some of what waits off the ledger; `false`: there was none. */
  readonly withdraw: (id: number, limit: number) => Promise<boolean>
  /** Whether any of its deliveries waits or flies. */
  readonly isOpen: (id: number) => Promise<boolean>
  readonly finish: (id: number, state: 'done' | 'stopped', now: number) => Promise<boolean>
  /** How many chats would get one now. */
  readonly audience: () => Promise<number>
}

export function createBroadcasts(db: Database): Broadcasts {
  return {
    draft: async ({ ownerId, language, message }, now) => {
      const counts = { planned: 0, sent: 0, gone: 0, refused: 0 }
      const times = { confirmed_at: null, created_at: now, updated_at: now }
      const places = { owner_id: ownerId, panel_id: null, planned_through: null }
      const added = db
        .insertInto('broadcasts')
        .values({ ...places, ...counts, ...times, language, message, state: 'draft' })
      return (await added.returning('id').executeTakeFirstOrThrow()).id
    },
    find: async (id) => {
      const row = await db.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : broadcastOf(row)
    },
    message: async (id) => {
      const row = await db.selectFrom('broadcasts').select('message').where('id', '=', id).executeTakeFirst()
      return row?.message ?? null
    },
    setPanel: async (id, panelId) => {
      await db.updateTable('broadcasts').set({ panel_id: panelId }).where('id', '=', id).execute()
    },
    unfinished: async () => {
      const question = db.selectFrom('broadcasts').selectAll().where('state', 'in', ['running', 'stopping'])
      return (await question.orderBy('id').execute()).map(broadcastOf)
    },
    confirm: (id, now) => change(db, { id, from: ['draft'], to: { state: 'running', confirmed_at: now }, now }),
    cancel: (id, now) => change(db, { id, from: ['draft'], to: { state: 'cancelled' }, now }),
    stop: (id, now) => change(db, { id, from: ['running'], to: { state: 'stopping' }, now }),
    retry: (id, now) => db.transaction().execute((tx) => retry(tx, id, now)),
    plan: (step, now) => db.transaction().execute((tx) => plan(tx, step, now)),
    withdraw: (id, limit) => db.transaction().execute((tx) => withdraw(tx, id, limit)),
    isOpen: async (id) => {
      const question = db.selectFrom('deliveries').select('id').where(unsettled).where('rank', '=', RANKS.broadcast)
      return (await question.where('broadcast_id', '=', id).limit(1).executeTakeFirst()) !== undefined
    },
    finish: (id, state, now) =>
      change(db, { id, from: [state === 'done' ? 'running' : 'stopping'], to: { state }, now }),
    audience: async () => {
      const active = db.selectFrom('tallies').select('count').where('what', '=', 'chats')
      const counts = await active.where('reason', 'like', '% active').execute()
      return counts.reduce((sum, { count }) => sum + count, 0)
    },
  }
}

/** The partial index word for word. */
const unsettled = sql<boolean>`state in ('pending', 'later', 'sending')`

type Change = {
  readonly id: number
  readonly from: readonly BroadcastState[]
  readonly to: { readonly state: BroadcastState; readonly confirmed_at?: number }
  readonly now: number
}

async function change(db: Database, { id, from, to, now }: Change): Promise<boolean> {
  const update = db.updateTable('broadcasts').set({ ...to, updated_at: now })
  const { numUpdatedRows } = await update.where('id', '=', id).where('state', 'in', from).executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

async function retry(tx: Tx, id: number, now: number): Promise<boolean> {
  const again = await change(tx, { id, from: ['stopped', 'done'], to: { state: 'running' }, now })
  if (!again) return false
  const refused = tx.deleteFrom('deliveries').where('broadcast_id', '=', id).where('state', '=', 'refused')
  const { numDeletedRows } = await refused.executeTakeFirstOrThrow()
  await tx
    .updateTable('broadcasts')
    .set((row) => ({ planned_through: null, refused: 0, planned: row('planned', '-', Number(numDeletedRows)) }))
    .where('id', '=', id)
    .execute()
  return true
}

/**
 * From the greatest id down: a group that becomes a supergroup in between gets a smaller one, so it is not passed over;
 * and if it has its delivery already, that has moved with it.
 */
async function plan(tx: Tx, { id, digest, limit }: BroadcastStep, now: number): Promise<boolean> {
  const broadcast = await tx.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (broadcast.state !== 'running') return false
  const before = broadcast.planned_through ?? Number.MAX_SAFE_INTEGER
  const question = tx.selectFrom('chats').select(['id', 'state', 'created_at']).where('id', '<', before)
  const chats = await question.orderBy('id', 'desc').limit(limit).execute()
  const last = chats.at(-1)
  if (last === undefined) return false
  const had = tx.selectFrom('deliveries').select('chat_id').where('broadcast_id', '=', id)
  const known = new Set(
    (await had.where('chat_id', '<', before).where('chat_id', '>=', last.id).execute()).map((row) => row.chat_id),
  )
  const due = chats.filter(
    (chat) => chat.state === 'active' && chat.created_at <= (broadcast.confirmed_at ?? 0) && !known.has(chat.id),
  )
  if (due.length > 0) await deliverTo(tx, { id, digest, chatIds: due.map((chat) => chat.id), now })
  await tx
    .updateTable('broadcasts')
    .set((row) => ({ planned_through: last.id, planned: row('planned', '+', due.length), updated_at: now }))
    .where('id', '=', id)
    .execute()
  return true
}

type Fan = {
  readonly id: number
  readonly digest: RenderedDigest
  readonly chatIds: readonly number[]
  readonly now: number
}

async function deliverTo(tx: Tx, { id, digest, chatIds, now }: Fan): Promise<void> {
  await tx
    .insertInto('digests')
    .values({ ...digest, created_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const same = { thread_id: 0, subscription_id: null, digest_id: digest.id, due_at: now, not_before: now, attempts: 0 }
  const times = { message_id: null, reason: null, created_at: now, updated_at: now }
  const own = { rank: RANKS.broadcast, broadcast_id: id, state: 'pending' as const }
  const rows = chatIds.map((chat_id) => ({ chat_id, ...same, ...times, ...own }))
  await tx.insertInto('deliveries').values(rows).execute()
}

async function withdraw(tx: Tx, id: number, limit: number): Promise<boolean> {
  const some = tx.selectFrom('deliveries').select('id').where(unsettled).where('state', '<>', 'sending')
  const own = some.where('rank', '=', RANKS.broadcast).where('broadcast_id', '=', id).limit(limit)
  const { numDeletedRows } = await tx.deleteFrom('deliveries').where('id', 'in', own).executeTakeFirstOrThrow()
  await tx
    .updateTable('broadcasts')
    .set((row) => ({ planned: row('planned', '-', Number(numDeletedRows)) }))
    .where('id', '=', id)
    .execute()
  return numDeletedRows > 0n
}

function broadcastOf(row: Row<'broadcasts'>): Broadcast {
  const { id, state, planned, sent, gone, refused } = row
  return {
    ...{ id, state, planned, sent, gone, refused },
    ownerId: row.owner_id,
    panelId: row.panel_id,
    language: languageOf(row.language),
    confirmedAt: row.confirmed_at,
  }
}
