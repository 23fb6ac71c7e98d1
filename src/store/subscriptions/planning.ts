import { sql } from 'kysely'
import type { DueSubscription, Progress } from '../../digest/plan-digests.ts'
import type { Digits } from '../../messages/wording.ts'
import { type Pledge, pledgesIn } from '../drafts/approved.ts'
import { addDraft } from '../drafts/change.ts'
import { keepDigests, type RenderedDigest } from '../ledger/messages.ts'
import { type Mark, markRead, readerOfPlace } from '../readers/reading.ts'
import type { ChatKind, Database, Row, Tx } from '../schema.ts'
import { digitsOf, languageOf } from '../text-columns.ts'
import { scheduleOf, wishesOf } from './columns.ts'
import { keepSeen } from './seen.ts'

/** A due subscription with what the ticker needs to render for it. */
export type DueInChat = DueSubscription & { readonly chatKind: ChatKind; readonly digits: Digits | null }

/** What the ledger keeps of one planned subscription; `digest` `null`: it gets nothing this time. */
export type PlannedWrite = {
  readonly subscriptionId: number
  readonly dueAt: number
  readonly nextDue: number
  readonly seenThrough: number
  readonly digest: RenderedDigest | null
  readonly read: Mark | null
}

export type PlanningStep = {
  readonly now: number
  /** At most so many subscriptions, the longest due first. */
  readonly limit: number
  /** The newest article's number: only those who have seen it need their reading places. */
  readonly newest: number
  readonly decide: (due: readonly DueInChat[]) => readonly PlannedWrite[]
}

export type Planning = {
  /** Takes what is due, asks `decide`, and writes all that follows in the same transaction. Answers how many were due. */
  readonly step: (step: PlanningStep) => Promise<number>
  /** The earliest due time of all subscriptions; `null` when nobody waits for any. */
  readonly nextDue: () => Promise<number | null>
}

export function createPlanning(db: Database): Planning {
  return {
    step: (step) => db.transaction().execute((tx) => planStep(tx, step)),
    nextDue: async () => {
      const question = db.selectFrom('subscriptions').select('next_due').where('next_due', 'is not', null)
      return (await question.orderBy('next_due').limit(1).executeTakeFirst())?.next_due ?? null
    },
  }
}

async function planStep(tx: Tx, { now, limit, newest, decide }: PlanningStep): Promise<number> {
  const rows = await selectDue(tx, now, limit)
  if (rows.length === 0) return 0
  const progress = await progressOf(
    tx,
    rows.filter((row) => row.seen_through >= newest),
  )
  const drafted = rows.filter((row) => row.drafted === 1)
  const pledges = await pledgesIn(
    tx,
    drafted.map((row) => row.chat_id),
  )
  const decided = decide(rows.map((row) => withPledge(dueOf(row, progress), pledges.get(row.chat_id))))
  await keepDigests(
    tx,
    decided.flatMap(({ digest }) => digest ?? []),
    now,
  )
  await writeSubscriptions(tx, { rows, writes: decided, now })
  await writeDrafts(tx, { rows: drafted, writes: decided, now })
  const ids = new Set(drafted.map((row) => row.id))
  const writes = ids.size === 0 ? decided : decided.filter(({ subscriptionId }) => !ids.has(subscriptionId))
  await writeDeliveries(tx, { rows, writes, now })
  await writeSeen(tx, { rows, writes, now })
  await markRead(
    tx,
    writes.flatMap(({ read }) => (read === null ? [] : [read])),
    now,
  )
  return rows.length
}

type DueRow = Row<'subscriptions'> & {
  readonly chat_kind: ChatKind
  readonly chat_digits: string | null
  readonly seen_through: number
}

async function selectDue(tx: Tx, now: number, limit: number): Promise<readonly DueRow[]> {
  return await tx
    .selectFrom('subscriptions')
    .innerJoin('chats', 'chats.id', 'subscriptions.chat_id')
    .leftJoin('following', (join) =>
      join
        .onRef('following.chat_id', '=', 'subscriptions.chat_id')
        .onRef('following.thread_id', '=', 'subscriptions.thread_id'),
    )
    .selectAll('subscriptions')
    .select(['chats.kind as chat_kind', 'chats.digits as chat_digits'])
    .select((row) => row.fn.coalesce('following.seen_through', sql<number>`0`).as('seen_through'))
    .where('next_due', '<=', now)
    .orderBy('next_due')
    .limit(limit)
    .execute()
}

async function progressOf(tx: Tx, rows: readonly DueRow[]): Promise<ReadonlyMap<string, readonly Progress[]>> {
  const byReader = new Map<string, Progress[]>()
  if (rows.length === 0) return byReader
  const readers = rows.map(readerOfRow)
  const question = tx.selectFrom('reading').select(['reader', 'slug', 'furthest', 'started_at'])
  for (const { reader, slug, furthest, started_at } of await question.where('reader', 'in', readers).execute()) {
    const known = byReader.get(reader)
    const one = { slug, furthest, startedAt: started_at }
    if (known === undefined) byReader.set(reader, [one])
    else known.push(one)
  }
  return byReader
}

function readerOfRow(row: DueRow): string {
  return readerOfPlace({ chatId: row.chat_id, threadId: row.thread_id })
}

function dueOf(row: DueRow, progress: ReadonlyMap<string, readonly Progress[]>): DueInChat {
  return {
    id: row.id,
    chatId: row.chat_id,
    threadId: row.thread_id,
    chatKind: row.chat_kind,
    digits: digitsOf(row.chat_digits),
    schedule: scheduleOf(row),
    wishes: wishesOf(row.wishes),
    language: languageOf(row.language),
    dueAt: row.next_due ?? 0,
    isDrafted: row.drafted === 1,
    seenThrough: row.seen_through,
    progress: progress.get(readerOfRow(row)) ?? [],
  }
}

type Writing = { readonly rows: readonly DueRow[]; readonly writes: readonly PlannedWrite[]; readonly now: number }

async function writeDeliveries(tx: Tx, { rows, writes, now }: Writing): Promise<void> {
  const places = new Map(rows.map((row) => [row.id, row]))
  const deliveries = writes.flatMap(({ subscriptionId, digest, dueAt }) => {
    const place = places.get(subscriptionId)
    if (digest === null || place === undefined) return []
    return [
      {
        chat_id: place.chat_id,
        thread_id: place.thread_id,
        subscription_id: subscriptionId,
        due_at: dueAt,
        digest_id: digest.id,
        state: 'pending' as const,
        not_before: dueAt,
        attempts: 0,
        message_id: null,
        reason: null,
        created_at: now,
        updated_at: now,
      },
    ]
  })
  if (deliveries.length === 0) return
  await tx
    .insertInto('deliveries')
    .values(deliveries)
    .onConflict((conflict) => conflict.columns(['subscription_id', 'due_at']).doNothing())
    .execute()
}

/** One upsert instead of an update each: the rows exist, so only its update half ever runs. */
async function writeSubscriptions(tx: Tx, { rows, writes, now }: Writing): Promise<void> {
  const planned = new Map(writes.map((write) => [write.subscriptionId, write]))
  const changed = rows.map(({ chat_kind: _kind, chat_digits: _digits, seen_through: _seen, ...row }) => {
    const write = planned.get(row.id)
    return {
      ...row,
      next_due: write?.nextDue ?? row.next_due,
      updated_at: now,
    }
  })
  await tx
    .insertInto('subscriptions')
    .values(changed)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        next_due: row.ref('excluded.next_due'),
        updated_at: now,
      })),
    )
    .execute()
}

async function writeSeen(tx: Tx, { rows, writes, now }: Writing): Promise<void> {
  const planned = new Map(writes.map((write) => [write.subscriptionId, write.seenThrough]))
  const changed = rows.flatMap((row) => {
    const seenThrough = planned.get(row.id) ?? 0
    return seenThrough > row.seen_through ? [{ chatId: row.chat_id, threadId: row.thread_id, seenThrough }] : []
  })
  await keepSeen(tx, changed, now)
}

type Drafting = {
  /** The subscriptions whose digests go to editors first. */
  readonly rows: readonly Row<'subscriptions'>[]
  readonly writes: readonly PlannedWrite[]
  readonly now: number
}

/** What is approved counts as had, though it is not posted yet. */
export function withPledge(due: DueInChat, pledge: Pledge | undefined): DueInChat {
  if (pledge === undefined) return due
  const reads = pledge.reads.map(({ slug, chunk }) => ({ slug, furthest: chunk, startedAt: 0 }))
  const others = due.progress.filter(({ slug }) => !reads.some((read) => read.slug === slug))
  return { ...due, seenThrough: Math.max(due.seenThrough, pledge.seenThrough), progress: [...others, ...reads] }
}

/** What goes to editors counts as had only when it is posted. */
export async function writeDrafts(tx: Tx, { rows, writes, now }: Drafting): Promise<void> {
  for (const { id, chat_id, zone } of rows) {
    const write = writes.find(({ subscriptionId }) => subscriptionId === id)
    if (write === undefined || write.digest === null) continue
    const { dueAt, seenThrough, digest, read } = write
    const draft = { channelId: chat_id, subscriptionId: id, dueAt, zone, digestId: digest.id, seenThrough, read }
    await addDraft(tx, draft, now)
  }
}
