import { sql } from 'kysely'
import type { DueSubscription, Progress } from '../../digest/plan-digests.ts'
import type { Digits } from '../../messages/wording.ts'
import { type Pledge, pledgesIn } from '../drafts/approved.ts'
import { addDraft } from '../drafts/change.ts'
import { engineOf } from '../engines/engine-of.ts'
import { enqueue } from '../ledger/enqueue.ts'
import { type DigestMessage, keepMessages, rememberingSerialiser } from '../ledger/messages.ts'
import { type Mark, markRead, readerOfPlace } from '../readers/reading.ts'
import type { ChatKind, Database, Row, Tx } from '../schema.ts'
import { digitsOf, languageOf } from '../text-columns.ts'
import { scheduleOf, wishesOf } from './columns.ts'
import { keepSeenThrough } from './seen.ts'

/** A due subscription with what is needed to render its digest. */
export type DueInChat = DueSubscription & { readonly chatKind: ChatKind; readonly digits: Digits | null }

/** The result of planning one due subscription; `digest` `null`: it gets none this time. */
export type PlannedWrite = {
  readonly subscriptionId: number
  readonly dueAt: number
  readonly nextDue: number
  readonly seenThrough: number
  readonly digest: DigestMessage | null
  readonly read: Mark | null
}

type PlanningStep = {
  readonly now: number
  /** At most so many subscriptions, the longest due first. */
  readonly limit: number
  /** The newest article's number: only for places that have seen it are reading places loaded. */
  readonly newest: number
  /** `null`: not yet, and nothing is written. */
  readonly decide: (due: readonly DueInChat[]) => readonly PlannedWrite[] | null
}

export type Planning = {
  /** Loads due subscriptions, asks `decide`, and writes the results in the same transaction. Answers how many were due. */
  readonly step: (step: PlanningStep) => Promise<number>
  /** The earliest due time of all subscriptions; `null`: none will be due. */
  readonly nextDue: () => Promise<number | null>
}

export function createPlanning(db: Database): Planning {
  const serialise = rememberingSerialiser()
  return {
    step: (step) => db.transaction().execute((tx) => planStep(tx, { ...step, serialise })),
    nextDue: async () => {
      const question = db.selectFrom('subscriptions').select('next_due').where('next_due', 'is not', null)
      return (await question.orderBy('next_due').limit(1).executeTakeFirst())?.next_due ?? null
    },
  }
}

type Step = PlanningStep & { readonly serialise: ReturnType<typeof rememberingSerialiser> }

async function planStep(tx: Tx, { now, limit, newest, decide, serialise }: Step): Promise<number> {
  const rows = await selectDue(tx, now, limit)
  if (rows.length === 0) return 0
  const upToDate = rows.filter((row) => row.seen_through >= newest)
  const progress = await progressOf(tx, upToDate)
  const drafted = rows.filter((row) => row.drafted === 1)
  const channels = drafted.map((row) => row.chat_id)
  const pledges = await pledgesIn(tx, channels)
  const decided = decide(rows.map((row) => withPledge(dueOf(row, progress), pledges.get(row.chat_id))))
  if (decided === null) return rows.length
  const digests = decided.flatMap(({ digest }) => digest ?? [])
  const ids = await keepMessages(tx, digests, { now, serialise })
  const digestIdOf = ({ digest }: PlannedWrite) => (digest === null ? undefined : ids.get(digest.message))
  await writeSubscriptions(tx, { writes: decided, now })
  await writeDrafts(tx, { rows: drafted, writes: decided, now, digestIdOf })
  const reviewed = new Set(drafted.map((row) => row.id))
  const writes = reviewed.size === 0 ? decided : decided.filter(({ subscriptionId }) => !reviewed.has(subscriptionId))
  await writeDeliveries(tx, { rows, writes, now, digestIdOf })
  await writeSeen(tx, { rows, writes, now })
  const marks = writes.flatMap(({ read }) => read ?? [])
  await markRead(tx, marks, now)
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
    .orderBy('id')
    .limit(limit)
    .forUpdate('subscriptions')
    .skipLocked()
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
type DigestIds = { readonly digestIdOf: (write: PlannedWrite) => string | undefined }

async function writeDeliveries(tx: Tx, { rows, writes, now, digestIdOf }: Writing & DigestIds): Promise<void> {
  const places = new Map(rows.map(({ id, chat_id, thread_id }) => [id, { chat_id, thread_id, subscription_id: id }]))
  const deliveries = writes.flatMap((write) => {
    const place = places.get(write.subscriptionId)
    const digest_id = digestIdOf(write)
    return digest_id === undefined || place === undefined ? [] : [{ ...place, due_at: write.dueAt, digest_id }]
  })
  await enqueue(tx, deliveries, now)
}

/** One statement instead of an update each. */
async function writeSubscriptions(tx: Tx, { writes, now }: Pick<Writing, 'writes' | 'now'>): Promise<void> {
  const times = JSON.stringify(writes.map(({ subscriptionId, nextDue }) => [subscriptionId, nextDue]))
  await sql`
    update subscriptions set next_due = cast(value ->> 1 as bigint), updated_at = ${now}
    from ${engineOf(tx).rows(times)} where subscriptions.id = cast(value ->> 0 as bigint)
  `.execute(tx)
}

async function writeSeen(tx: Tx, { rows, writes, now }: Writing): Promise<void> {
  const planned = new Map(writes.map((write) => [write.subscriptionId, write.seenThrough]))
  const changed = rows.flatMap((row) => {
    const seenThrough = planned.get(row.id) ?? 0
    return seenThrough > row.seen_through ? [{ chatId: row.chat_id, threadId: row.thread_id, seenThrough }] : []
  })
  await keepSeenThrough(tx, changed, now)
}

/** Counts the articles of approved drafts as seen, though they are not posted yet. */
function withPledge(due: DueInChat, pledge: Pledge | undefined): DueInChat {
  if (pledge === undefined) return due
  const reads = pledge.reads.map(({ slug, chunk }) => ({ slug, furthest: chunk, startedAt: 0 }))
  const others = due.progress.filter(({ slug }) => !reads.some((read) => read.slug === slug))
  return { ...due, seenThrough: Math.max(due.seenThrough, pledge.seenThrough), progress: [...others, ...reads] }
}

/** Stores drafts instead of deliveries; their articles count as seen only once they are posted. */
async function writeDrafts(tx: Tx, { rows, writes, now, digestIdOf }: Writing & DigestIds): Promise<void> {
  for (const { id, chat_id, zone } of rows) {
    const write = writes.find(({ subscriptionId }) => subscriptionId === id)
    const digestId = write === undefined ? undefined : digestIdOf(write)
    if (write === undefined || digestId === undefined) continue
    const { dueAt, seenThrough, read, digest } = write
    const place = { channelId: chat_id, subscriptionId: id, dueAt, zone }
    await addDraft(tx, { ...place, digestId, unnamed: digest?.unnamed ?? 0, seenThrough, read }, now)
  }
}
