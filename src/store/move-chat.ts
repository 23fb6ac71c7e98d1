import { nextVersion } from './drafts/change.ts'
import { moveWeek } from './ledger/weekly-recaps.ts'
import type { Row, Tx } from './schema.ts'
import { keepSeen } from './subscriptions/seen.ts'
import { resumeSubscriptions } from './subscriptions/subscriptions.ts'

export type Move = { readonly from: number; readonly to: number; readonly now: number }

/**
 * A group that became a supergroup has a new id. Whatever stands under the old one goes to the new one; where both have
 * a row, the one that somebody changed last wins and the furthest place read stays. A second call finds nothing to do.
 */
export async function moveChat(tx: Tx, move: Move): Promise<void> {
  if (move.from === move.to) return
  await moveChatRow(tx, move)
  await moveSubscriptions(tx, move)
  await dropDoubleAnnouncements(tx, move)
  await moveDeliveries(tx, move)
  await moveEditors(tx, move)
  await moveFollowing(tx, move)
  await moveReading(tx, move)
  await moveGroupLife(tx, move)
  await moveWeek(tx, move)
  await tx.deleteFrom('chats').where('id', '=', move.from).execute()
  await resumeSubscriptions(tx, move.to, move.now)
}

/** Both ids were on hand when something was announced: what the old one still waits for has come to the new one. */
async function dropDoubleAnnouncements(tx: Tx, { from, to }: Move): Promise<void> {
  const there = tx.selectFrom('deliveries').select('broadcast_id').where('chat_id', '=', to)
  await tx
    .deleteFrom('deliveries')
    .where('chat_id', '=', from)
    .where('state', 'in', ['pending', 'later'])
    .where('broadcast_id', 'in', there.where('broadcast_id', 'is not', null))
    .execute()
}

/** Messages stay behind, and their numbers mean others in the new chat: what would change them ends here. */
async function moveDeliveries(tx: Tx, { from, to }: Move): Promise<void> {
  const edits = tx.deleteFrom('deliveries').where('chat_id', '=', from).where('edits', 'is not', null)
  await edits.where('state', 'in', ['pending', 'later']).execute()
  const sent = tx.updateTable('deliveries').set({ message_id: null }).where('chat_id', '=', from)
  await sent.where('state', '=', 'sent').execute()
  await tx.updateTable('deliveries').set({ chat_id: to }).where('chat_id', '=', from).execute()
}

/** Editors go on in the new chat, where what is undecided is shown to them again. */
async function moveEditors(tx: Tx, { from, to }: Move): Promise<void> {
  const there = { editors_chat_id: to }
  await tx.updateTable('editors').set(there).where('editors_chat_id', '=', from).execute()
  const drafts = tx
    .updateTable('drafts')
    .set({ ...there, version: nextVersion })
    .where('editors_chat_id', '=', from)
  await drafts.execute()
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
  const planned = await tx.selectFrom('deliveries').select('due_at').where('subscription_id', '=', there.id).execute()
  const taken = planned.map((row) => row.due_at)
  const twice = tx.deleteFrom('deliveries').where('subscription_id', '=', old.id).where('due_at', 'in', taken)
  if (taken.length > 0) await twice.where('state', 'in', ['pending', 'later']).execute()
  const own = tx.updateTable('deliveries').set({ subscription_id: there.id }).where('subscription_id', '=', old.id)
  await (taken.length > 0 ? own.where('due_at', 'not in', taken) : own).execute()
  await tx.deleteFrom('subscriptions').where('id', '=', old.id).execute()
}

async function moveFollowing(tx: Tx, { from, to, now }: Move): Promise<void> {
  const olds = await tx.selectFrom('following').selectAll().where('chat_id', '=', from).execute()
  const seen = olds.map((old) => ({ chatId: to, threadId: old.thread_id, seenThrough: old.seen_through }))
  await keepSeen(tx, seen, now)
  await tx.deleteFrom('following').where('chat_id', '=', from).execute()
}

/** What was chosen and who administers goes over; messages have new numbers in the new chat, so those rows end here. */
async function moveGroupLife(tx: Tx, { from, to }: Move): Promise<void> {
  const choices = await tx.selectFrom('choices').selectAll().where('chat_id', '=', from).execute()
  for (const choice of choices) {
    const moved = tx.insertInto('choices').values({ ...choice, chat_id: to })
    await moved.onConflict((conflict) => conflict.doNothing()).execute()
  }
  const managers = await tx.selectFrom('managers').selectAll().where('chat_id', '=', from).execute()
  for (const manager of managers) {
    const moved = tx.insertInto('managers').values({ ...manager, chat_id: to })
    await moved.onConflict((conflict) => conflict.doNothing()).execute()
  }
  for (const table of ['choices', 'managers', 'pins', 'notices', 'tidying', 'hindrances'] as const) {
    await tx.deleteFrom(table).where('chat_id', '=', from).execute()
  }
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
