import { sql } from 'kysely'
import { engineOf } from './engines/engine-of.ts'
import { insertRows } from './insert-rows.ts'
import type { Database, Tx } from './schema.ts'

/** An update that waits, as JSON. Updates of one lane are handled in order; `null`: a version without lanes stored it. */
export type StoredUpdate = { readonly id: number; readonly text: string; readonly lane: string | null }
export type PostedUpdate = StoredUpdate & { readonly lane: string; readonly receivedAt: number }

/** A process that takes updates; of one that lives the beat is raised now and then. */
type Taker = { readonly name: string; readonly beat: number }

/** What a process stores at once. */
export type InboxBatch = {
  /** An update that was stored before is not stored again. */
  readonly posted: readonly PostedUpdate[]
  readonly handled: readonly number[]
  /** Gives the process all updates that are its own, not only the new ones. */
  readonly isRecovering: boolean
  /** Gives it those whose taker is no more. */
  readonly isAdopting: boolean
  readonly now: number
}

/** `updates`: the process's own, in order, all of them where it `isAnew` among the takers; `newestChange`: as `Changes.look` takes it. */
type InboxAnswer = {
  readonly updates: readonly StoredUpdate[]
  readonly isAnew: boolean
  readonly newestChange: number
}

/**
 * The updates that Telegram posted: each is stored once, and kept until it is handled. A lane's waiting updates have one taker:
 *
 *     posted to A ── none of its lane waits ──▶ A's own ──handled──▶ done
 *     posted to B ── one of its lane waits at A ──▶ passed to A ──A's next batch──▶ A's own
 *     A ends, or is buried ──▶ whoever sees that adopts what was A's
 */
export type Inbox = {
  readonly exchange: (taker: string, batch: InboxBatch) => Promise<InboxAnswer>
  readonly takers: () => Promise<readonly Taker[]>
  readonly hasWaiting: () => Promise<boolean>
  /** Whether an update waits whose taker is no more. */
  readonly hasOrphans: (now: number) => Promise<boolean>
  /** Ends a taker, unless its beat was raised. */
  readonly bury: (taker: Taker) => Promise<void>
  readonly leave: (name: string) => Promise<void>
}

/** Telegram gives up repeating an update after a day. */
const REPEATED_MS = 2 * 24 * 60 * 60_000
/** Old ids deleted with each write. */
const SWEPT = 100
/** What a version without takers stored is given up by it after so long: it handles an update within seconds. */
const UNTAKEN_MS = 30_000

export function createInbox(db: Database): Inbox {
  const waiting = () => db.selectFrom('updates').where('text', 'is not', null)
  const isAny = async (updates: ReturnType<typeof waiting>) =>
    (await updates.select('update_id').limit(1).executeTakeFirst()) !== undefined
  return {
    exchange: (taker, batch) => db.transaction().execute((tx) => exchange(tx, taker, batch)),
    takers: () => db.selectFrom('takers').selectAll().execute(),
    hasWaiting: () => isAny(waiting()),
    hasOrphans: (now) => isAny(waiting().where(isOrphan(now))),
    bury: async ({ name, beat }) => {
      await db.deleteFrom('takers').where('name', '=', name).where('beat', '=', beat).execute()
    },
    leave: async (name) => {
      await db.deleteFrom('takers').where('name', '=', name).execute()
    },
  }
}

async function exchange(tx: Tx, taker: string, batch: InboxBatch): Promise<InboxAnswer> {
  const joining = tx.insertInto('takers').values({ name: taker, beat: 1 })
  const joined = await joining
    .onConflict((known) => known.column('name').doUpdateSet((row) => ({ beat: row('takers.beat', '+', 1) })))
    .returning('beat')
    .executeTakeFirstOrThrow()
  const isAnew = joined.beat === 1
  const updates = batch.posted.length === 0 ? [] : await storePosted(tx, taker, batch)
  if (batch.handled.length > 0) {
    const handled = sql<number>`(select cast(value as bigint) from ${engineOf(tx).list(batch.handled)})`
    await tx
      .updateTable('updates')
      .set({ text: null, lane: null, passed: 0 })
      .where('update_id', 'in', handled)
      .execute()
  }
  if (batch.isAdopting) await tx.updateTable('updates').set({ taker, passed: 1 }).where(isOrphan(batch.now)).execute()
  const passing = tx.updateTable('updates').set({ passed: 0 }).where('passed', '=', 1).where('taker', '=', taker)
  const passed = await passing.returning(['update_id as id', 'text', 'lane']).execute()
  const own = tx.selectFrom('updates').select(['update_id as id', 'text', 'lane']).where('text', 'is not', null)
  const given = isAnew || batch.isRecovering ? await own.where('taker', '=', taker).execute() : [...updates, ...passed]
  const newest = tx.selectFrom('changes').select('id').orderBy('id', 'desc').limit(1)
  return {
    updates: given
      .flatMap(({ id, text, lane }) => (text === null ? [] : { id, text, lane }))
      .toSorted((one, other) => one.id - other.id),
    isAnew,
    newestChange: given.length === 0 ? 0 : ((await newest.executeTakeFirst())?.id ?? 0),
  }
}

/** Those that are new, and the process's own. */
async function storePosted(tx: Tx, taker: string, { posted, now }: InboxBatch): Promise<readonly StoredUpdate[]> {
  const old = tx
    .selectFrom('updates')
    .select('update_id')
    .where('received_at', '<', now - REPEATED_MS)
  await tx
    .deleteFrom('updates')
    .where('update_id', 'in', old.where('text', 'is', null).limit(SWEPT))
    .execute()
  const lanes = engineOf(tx).list([...new Set(posted.map(({ lane }) => lane))])
  const waiting = tx.selectFrom('updates').select(['lane', 'taker']).where('text', 'is not', null)
  const inHand = await waiting.where('lane', 'in', sql<string>`(select value from ${lanes})`).execute()
  const takers = new Map(inHand.map((row) => [row.lane, row.taker]))
  const rows = posted.map(({ id, text, lane, receivedAt }) => {
    const of = takers.get(lane) ?? taker
    return { update_id: id, text, received_at: receivedAt, lane, taker: of, passed: Number(of !== taker) }
  })
  const inserting = insertRows(tx, 'updates', rows).onConflict((conflict) => conflict.doNothing())
  const inserted = new Set((await inserting.returning('update_id').execute()).map(({ update_id }) => update_id))
  const isOwn = ({ id, lane }: PostedUpdate) => inserted.has(id) && (takers.get(lane) ?? taker) === taker
  return posted.filter(isOwn)
}

/** A condition of `updates`. */
function isOrphan(now: number) {
  return sql<boolean>`text is not null and (taker is null and received_at < ${now - UNTAKEN_MS}
    or taker is not null and not exists (select 1 from takers where name = taker))`
}
