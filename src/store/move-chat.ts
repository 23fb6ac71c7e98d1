import { sql } from 'kysely'
import { nextVersion } from './drafts/change.ts'
import { withdraw } from './ledger/give-up.ts'
import { moveRecap, moveRecapCounts } from './ledger/weekly-recaps.ts'
import type { Row, TablesWith, Tx } from './schema.ts'
import { keepSeenThrough } from './subscriptions/seen.ts'
import { resumeSubscriptions } from './subscriptions/subscriptions.ts'

type Move = { readonly from: number; readonly to: number; readonly now: number }
/**
 * A list: rows go along, and one that is there already stays; the columns that tell a chat's rows apart. `drop`: rows end, as
 * they name messages, which stay behind.
 */
type MoveRule = readonly string[] | 'drop' | ((tx: Tx, move: Move) => Promise<void>)

/** All that is stored of a chat: what moves with it, in this order, and what `/forget` deletes. */
export const OF_CHATS: Readonly<Record<TablesWith<'chat_id'>, MoveRule>> = {
  subscriptions: moveSubscriptions,
  deliveries: moveDeliveries,
  following: moveFollowing,
  choices: ['name'],
  managers: ['user_id'],
  weeks: moveRecap,
  week_counts: moveRecapCounts,
  pins: 'drop',
  notices: 'drop',
  tidying: 'drop',
  hindrances: 'drop',
  editors: [],
  drafts: ['id'],
}

// `Object.keys` answers strings
export const CHAT_TABLES = Object.keys(OF_CHATS) as readonly TablesWith<'chat_id'>[]

/**
 * Gives the rows of a group that became a supergroup to its new id. Where both ids have a row, the one that somebody changed
 * last wins and the furthest place read stays. A second call finds nothing to do.
 */
export async function moveChat(tx: Tx, move: Move): Promise<void> {
  if (move.from === move.to) return
  await moveChatRow(tx, move)
  for (const table of CHAT_TABLES) await moveTable(tx, table, move)
  await moveReviews(tx, move)
  await moveReading(tx, move)
  await tx.deleteFrom('chats').where('id', '=', move.from).execute()
  await resumeSubscriptions(tx, move.to, move.now)
}

async function moveTable(tx: Tx, table: TablesWith<'chat_id'>, move: Move): Promise<void> {
  const rule = OF_CHATS[table]
  if (typeof rule === 'function') await rule(tx, move)
  else if (rule !== 'drop') await moveRows(tx, { table, columns: rule }, move)
  // what stays behind has its double there, or names messages
  await tx.deleteFrom(table).where('chat_id', '=', move.from).execute()
}

type Moving = { readonly table: TablesWith<'chat_id'>; readonly columns: readonly string[] }

/** By SQL, as no typed query updates several tables. */
async function moveRows(tx: Tx, { table, columns }: Moving, { from, to }: Move): Promise<void> {
  const same = columns.map((column) => sql`and there.${sql.ref(column)} = ${sql.ref(`${table}.${column}`)}`)
  await sql`update ${sql.table(table)} set chat_id = ${to} where chat_id = ${from} and not exists (
    select 1 from ${sql.table(table)} as there where there.chat_id = ${to} ${sql.join(same, sql` `)})`.execute(tx)
}

/**
 * An announcement that both ids wait for goes out once. Messages stay behind, and their ids are others' in the new chat: what
 * would edit them is withdrawn.
 */
async function moveDeliveries(tx: Tx, { from, to }: Move): Promise<void> {
  const there = tx.selectFrom('deliveries').select('broadcast_id').where('chat_id', '=', to)
  const announced = there.where('broadcast_id', 'is not', null)
  await withdraw(tx, (row) =>
    row.and([row('chat_id', '=', from), row.or([row('broadcast_id', 'in', announced), row('edits', 'is not', null)])]),
  )
  const sent = tx.updateTable('deliveries').set({ message_id: null }).where('chat_id', '=', from)
  await sent.where('state', '=', 'sent').execute()
  await tx.updateTable('deliveries').set({ chat_id: to }).where('chat_id', '=', from).execute()
}

/** Drafts are reviewed in the new chat, where the undecided ones are shown again. */
async function moveReviews(tx: Tx, { from, to }: Move): Promise<void> {
  const there = { editors_chat_id: to }
  await tx.updateTable('editors').set(there).where('editors_chat_id', '=', from).execute()
  const drafts = tx.updateTable('drafts').set({ ...there, version: nextVersion })
  await drafts.where('editors_chat_id', '=', from).execute()
}

async function moveChatRow(tx: Tx, { from, to, now }: Move): Promise<void> {
  const old = await tx.selectFrom('chats').selectAll().where('id', '=', from).executeTakeFirst()
  if (old === undefined) return
  await tx
    .insertInto('chats')
    .values({ ...old, id: to, kind: 'supergroup', state: 'active', updated_at: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        language: row.fn.coalesce('chats.language', 'excluded.language'),
        digits: row.fn.coalesce('chats.digits', 'excluded.digits'),
        state: 'active',
        updated_at: now,
      })),
    )
    .execute()
}

async function moveSubscriptions(tx: Tx, { from, to, now }: Move): Promise<void> {
  const olds = await tx.selectFrom('subscriptions').selectAll().where('chat_id', '=', from).execute()
  for (const old of olds) {
    const same = tx.selectFrom('subscriptions').selectAll().where('chat_id', '=', to)
    const there = await same.where('thread_id', '=', old.thread_id).executeTakeFirst()
    if (there === undefined) {
      await tx.updateTable('subscriptions').set({ chat_id: to, updated_at: now }).where('id', '=', old.id).execute()
    } else {
      await mergeSubscriptions(tx, old, there)
    }
  }
}

async function mergeSubscriptions(tx: Tx, old: Row<'subscriptions'>, there: Row<'subscriptions'>): Promise<void> {
  const { times, days, zone, exceptions, wishes, language, next_due, state } =
    old.updated_at > there.updated_at ? old : there
  const chosen = { times, days, zone, exceptions, wishes, language, next_due, state }
  await tx.updateTable('subscriptions').set(chosen).where('id', '=', there.id).execute()
  const taken = tx.selectFrom('deliveries').select('due_at').where('subscription_id', '=', there.id)
  await withdraw(tx, (row) => row.and([row('subscription_id', '=', old.id), row('due_at', 'in', taken)]))
  const own = tx.updateTable('deliveries').set({ subscription_id: there.id }).where('subscription_id', '=', old.id)
  await own.where('due_at', 'not in', taken).execute()
  await tx.deleteFrom('subscriptions').where('id', '=', old.id).execute()
}

async function moveFollowing(tx: Tx, { from, to, now }: Move): Promise<void> {
  const olds = await tx.selectFrom('following').selectAll().where('chat_id', '=', from).execute()
  const seen = olds.map((old) => ({ chatId: to, threadId: old.thread_id, seenThrough: old.seen_through }))
  await keepSeenThrough(tx, seen, now)
}

async function moveReading(tx: Tx, { from, to }: Move): Promise<void> {
  const olds = await tx.selectFrom('reading').selectAll().where('reader', 'like', `c:${from}:%`).execute()
  for (const old of olds) {
    const reader = `c:${to}:${old.reader.slice(`c:${from}:`.length)}`
    const same = tx.selectFrom('reading').selectAll().where('reader', '=', reader).where('slug', '=', old.slug)
    const there = await same.executeTakeFirst()
    if (there === undefined) {
      await tx
        .insertInto('reading')
        .values({ ...old, reader })
        .execute()
    } else {
      const furthest = Math.max(old.furthest, there.furthest)
      const started_at = Math.min(old.started_at, there.started_at)
      const change = tx.updateTable('reading').set({ furthest, started_at }).where('reader', '=', reader)
      await change.where('slug', '=', old.slug).execute()
    }
  }
  await tx.deleteFrom('reading').where('reader', 'like', `c:${from}:%`).execute()
}
