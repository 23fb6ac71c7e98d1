import { setImmediate as turn } from 'node:timers/promises'
import type { Language } from '../../language/language.ts'
import type { Message } from '../../text/message.ts'
import {
  type BroadcastAudience,
  type BroadcastState,
  type ChatKind,
  type Database,
  RANKS,
  type Row,
  type Tx,
} from '../schema.ts'
import { languageOf } from '../text-columns.ts'
import { enqueue } from './enqueue.ts'
import { withdraw } from './give-up.ts'
import { deleteUnusedMessages, keepMessage, messageId, parseMessage, serialiseMessage } from './messages.ts'
import { UNSETTLED, WAITING } from './states.ts'

/** An announcement to the chats of an audience, and its progress. `planned`: deliveries enqueued for it, ended or not. */
export type Broadcast = {
  readonly id: number
  readonly ownerId: number
  readonly panelId: number | null
  /** Of the progress message. */
  readonly language: Language
  readonly state: BroadcastState
  readonly planned: number
  readonly sent: number
  readonly gone: number
  readonly refused: number
  readonly confirmedAt: number | null
  readonly audience: BroadcastAudience
}

type BroadcastDraft = {
  readonly ownerId: number
  readonly language: Language
  readonly message: Message
  readonly audience: BroadcastAudience
}

type BroadcastStep = { readonly id: number; readonly limit: number }

export type Broadcasts = {
  /** Stores an announcement that its owner has yet to confirm; answers its id. */
  readonly draft: (draft: BroadcastDraft, now: number) => Promise<number>
  readonly find: (id: number) => Promise<Broadcast | null>
  readonly setPanel: (id: number, panelId: number) => Promise<void>
  /** The announcements being sent or stopped, the oldest first. */
  readonly unfinished: () => Promise<readonly Broadcast[]>
  /** `false`: its state allows no such change, and it stays. */
  readonly confirm: (id: number, now: number) => Promise<boolean>
  readonly cancel: (id: number, now: number) => Promise<boolean>
  readonly stop: (id: number, now: number) => Promise<boolean>
  /** Resumes with the chats that have not received it: refused ones, and those not reached. */
  readonly retry: (id: number, now: number) => Promise<boolean>
  /** Enqueues the next deliveries: one for each active chat known when it was confirmed; `false`: no chats are left. */
  readonly plan: (step: BroadcastStep, now: number) => Promise<boolean>
  /** Deletes some of its waiting deliveries; `false`: none waits. */
  readonly withdraw: (id: number, limit: number) => Promise<boolean>
  /** Whether any of its deliveries waits or is being sent. */
  readonly isOpen: (id: number) => Promise<boolean>
  readonly finish: (id: number, state: 'done' | 'stopped', now: number) => Promise<boolean>
  /** Chooses whom a draft is for; `false`: it is no draft any more. */
  readonly setAudience: (id: number, audience: BroadcastAudience, now: number) => Promise<boolean>
  /** How many active chats an audience has. */
  readonly audience: (audience: BroadcastAudience) => Promise<number>
}

export function createBroadcasts(db: Database): Broadcasts {
  return {
    draft: async ({ ownerId, language, message, audience }, now) => {
      const counts = { planned: 0, sent: 0, gone: 0, refused: 0 }
      const times = { confirmed_at: null, created_at: now, updated_at: now }
      const places = { owner_id: ownerId, panel_id: null, planned_through: null }
      const added = db.insertInto('broadcasts').values({
        ...places,
        ...counts,
        ...times,
        language,
        audience,
        message: serialiseMessage(message).message,
        state: 'draft',
      })
      return (await added.returning('id').executeTakeFirstOrThrow()).id
    },
    find: async (id) => {
      const row = await db.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : broadcastOf(row)
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
    withdraw: (id, limit) => db.transaction().execute((tx) => withdrawSome(tx, id, limit)),
    isOpen: async (id) => {
      const question = db.selectFrom('deliveries').select('id').where(UNSETTLED).where('rank', '=', RANKS.broadcast)
      return (await question.where('broadcast_id', '=', id).limit(1).executeTakeFirst()) !== undefined
    },
    finish: (id, state, now) =>
      change(db, { id, from: [state === 'done' ? 'running' : 'stopping'], to: { state }, now }),
    setAudience: (id, audience, now) => change(db, { id, from: ['draft'], to: { state: 'draft', audience }, now }),
    audience: async (audience) => {
      const active = db.selectFrom('tallies').select('count').where('what', '=', 'chats')
      const kinds = KINDS_OF[audience].map((kind) => `${kind} active`)
      const counts = await active.where('reason', 'in', kinds).execute()
      return counts.reduce((sum, { count }) => sum + count, 0)
    },
  }
}

const KINDS_OF: Readonly<Record<BroadcastAudience, readonly ChatKind[]>> = {
  chats: ['private', 'group', 'supergroup'],
  private: ['private'],
  groups: ['group', 'supergroup'],
  channels: ['channel'],
  all: ['private', 'group', 'supergroup', 'channel'],
}

type Change = {
  readonly id: number
  readonly from: readonly BroadcastState[]
  readonly to: {
    readonly state: BroadcastState
    readonly confirmed_at?: number
    readonly audience?: BroadcastAudience
  }
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
async function plan(tx: Tx, { id, limit }: BroadcastStep, now: number): Promise<boolean> {
  const broadcast = await tx.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst()
  if (broadcast?.state !== 'running') return false
  const before = broadcast.planned_through ?? Number.MAX_SAFE_INTEGER
  const question = tx.selectFrom('chats').select(['id', 'kind', 'state', 'created_at']).where('id', '<', before)
  const chats = await question.orderBy('id', 'desc').limit(limit).execute()
  const last = chats.at(-1)
  if (last === undefined) return false
  const planned = tx.selectFrom('deliveries').select('chat_id').where('broadcast_id', '=', id)
  const known = new Set(
    (await planned.where('chat_id', '<', before).where('chat_id', '>=', last.id).execute()).map((row) => row.chat_id),
  )
  const due = chats.filter(
    (chat) =>
      chat.state === 'active' &&
      KINDS_OF[broadcast.audience].includes(chat.kind) &&
      chat.created_at <= (broadcast.confirmed_at ?? 0) &&
      !known.has(chat.id),
  )
  const message = parseMessage(broadcast.message)
  if (message === null) throw new Error(`the announcement ${id} has no message`)
  const digest_id = await keepMessage(tx, { message }, now)
  const same = { thread_id: 0, digest_id, due_at: now, rank: RANKS.broadcast, broadcast_id: id }
  const deliveries = due.map((chat) => ({ chat_id: chat.id, ...same }))
  await enqueue(tx, deliveries, now)
  await tx
    .updateTable('broadcasts')
    .set((row) => ({ planned_through: last.id, planned: row('planned', '+', due.length), updated_at: now }))
    .where('id', '=', id)
    .execute()
  return true
}

async function withdrawSome(tx: Tx, id: number, limit: number): Promise<boolean> {
  const own = tx.selectFrom('deliveries').select('id').where(WAITING).where('rank', '=', RANKS.broadcast)
  const some = own.where('broadcast_id', '=', id).limit(limit)
  const withdrawn = await withdraw(tx, (row) => row('id', 'in', some))
  await tx
    .updateTable('broadcasts')
    .set((row) => ({ planned: row('planned', '-', withdrawn) }))
    .where('id', '=', id)
    .execute()
  return withdrawn > 0
}

const FORGOTTEN_AT_ONCE = 500

/**
 * Deletes an owner's announcements, their texts and their deliveries to others, in steps: there is one a chat. Cut short it
 * leaves announcements that are stopped, and a second call finishes.
 */
export async function forgetBroadcasts(db: Database, ownerId: number): Promise<void> {
  const question = db.selectFrom('broadcasts').select(['id', 'message']).where('owner_id', '=', ownerId)
  const own = await question.execute()
  const running = db.updateTable('broadcasts').set({ state: 'stopping' }).where('owner_id', '=', ownerId)
  await running.where('state', '=', 'running').execute()
  for (const { id } of own) while (await forgetDeliveries(db, id)) await turn()
  const messages = own.flatMap(({ message }) => parseMessage(message) ?? [])
  const ids = messages.map(messageId)
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('broadcasts').where('owner_id', '=', ownerId).execute()
    await deleteUnusedMessages(tx, ids)
  })
}

async function forgetDeliveries(db: Database, broadcastId: number): Promise<boolean> {
  const own = db.selectFrom('deliveries').select('id').where('broadcast_id', '=', broadcastId).limit(FORGOTTEN_AT_ONCE)
  const { numDeletedRows } = await db.deleteFrom('deliveries').where('id', 'in', own).executeTakeFirstOrThrow()
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
    audience: row.audience,
  }
}
