import { sql } from 'kysely'
import { correctDrafts } from '../drafts/change.ts'
import { type Database, RANKS, type Row, type Tx } from '../schema.ts'
import { keepShrunk, type ShrunkText, shrunkText } from '../shrunk-texts.ts'
import type { RenderedDigest } from './messages.ts'

/** What an article said when it was last read. `units`: JSON; `fileHash` tells a change of the file from one of the reading. */
export type ArticleText = {
  readonly slug: string
  readonly fileHash: string
  readonly unitsHash: string
  readonly units: string
}

/** A digest that shows an article, its message as JSON. */
export type ShowingDigest = { readonly id: string; readonly language: string; readonly message: string }

/**
 * What becomes of a digest: `corrected` takes its place where it still waits, `marked` where it was sent; chats that had it
 * get `notice` too.
 */
export type DigestCorrection = {
  readonly digest: ShowingDigest
  readonly corrected: RenderedDigest
  readonly marked: RenderedDigest
  readonly notice: RenderedDigest | null
}

/** `changes`: each as JSON, for the public log. */
export type ArticleCorrection = {
  readonly text: ArticleText
  readonly changeId: string
  readonly title: string
  readonly language: string
  readonly changes: readonly string[]
  readonly digests: readonly DigestCorrection[]
  /** All the digests that were looked at for it. */
  readonly looked: readonly string[]
  /** Entries of the log that are true no longer. */
  readonly withdrawn: readonly number[]
  /** What this can be taken back to. */
  readonly shrunk: ShrunkText | null
}

export type LogEntry = Pick<Row<'corrections'>, 'title' | 'language' | 'change' | 'created_at'>
export type CorrectionJob = Row<'correction_jobs'>

export type Corrections = {
  readonly text: (slug: string) => Promise<ArticleText | null>
  /** Keeps what an article says, where nothing of it had to be put right. */
  readonly keepText: (text: ArticleText) => Promise<void>
  /** What the article said before its text shrank, if it did. */
  readonly shrunk: (slug: string) => Promise<ShrunkText | null>
  /** What the log says of an article's change. */
  readonly logged: (changeId: string) => Promise<readonly Pick<Row<'corrections'>, 'id' | 'change'>[]>
  readonly digestsShowing: (slug: string) => Promise<readonly ShowingDigest[]>
  /**
   * Keeps what an article says now, the log, and what is to be done, in one transaction; the second time it does nothing.
   * `false`, and nothing is kept: another digest shows the article by now, so look again.
   */
  readonly record: (correction: ArticleCorrection, now: number) => Promise<boolean>
  /** The log, newest first. */
  readonly latest: (limit: number) => Promise<readonly LogEntry[]>
  readonly jobs: () => Promise<readonly CorrectionJob[]>
  /** Hands some of a job's deliveries to the ledger again; `false`: nothing is left now. */
  readonly advance: (job: CorrectionJob, limit: number, now: number) => Promise<boolean>
  /** Ends a job unless one of its deliveries flies. */
  readonly finish: (job: CorrectionJob) => Promise<void>
}

export function createCorrections(db: Database): Corrections {
  return {
    text: async (slug) => {
      const row = await db.selectFrom('article_texts').selectAll().where('slug', '=', slug).executeTakeFirst()
      if (row === undefined) return null
      return { slug, fileHash: row.file_hash, unitsHash: row.units_hash, units: row.units }
    },
    keepText: (text) => keepText(db, text),
    shrunk: (slug) => shrunkText(db, slug),
    logged: async (changeId) =>
      await db.selectFrom('corrections').select(['id', 'change']).where('change_id', '=', changeId).execute(),
    digestsShowing: async (slug) =>
      await db
        .selectFrom('digest_shows')
        .innerJoin('digests', 'digests.id', 'digest_shows.digest_id')
        .select(['digests.id', 'digest_shows.language', 'digests.message'])
        .where('digest_shows.slug', '=', slug)
        .execute(),
    record: (correction, now) => db.transaction().execute((tx) => record(tx, correction, now)),
    latest: async (limit) =>
      await db
        .selectFrom('corrections')
        .select(['title', 'language', 'change', 'created_at'])
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    jobs: async () => await db.selectFrom('correction_jobs').selectAll().orderBy('id').execute(),
    advance: (job, limit, now) => db.transaction().execute((tx) => advance(tx, { job, limit, now })),
    finish: async (job) => {
      const flying = db.selectFrom('deliveries').select('id').where('digest_id', '=', job.digest_id)
      if ((await flying.where('state', '=', 'sending').limit(1).executeTakeFirst()) !== undefined) return
      await db.deleteFrom('correction_jobs').where('id', '=', job.id).execute()
    },
  }
}

async function keepText(db: Database, { slug, fileHash, unitsHash, units }: ArticleText): Promise<void> {
  const said = { file_hash: fileHash, units_hash: unitsHash, units }
  const kept = db.insertInto('article_texts').values({ slug, ...said })
  await kept.onConflict((conflict) => conflict.column('slug').doUpdateSet(said)).execute()
}

async function record(tx: Tx, correction: ArticleCorrection, now: number): Promise<boolean> {
  const { text, changeId, title, language, changes, digests, looked, withdrawn } = correction
  const known = tx.selectFrom('article_texts').select('file_hash').where('slug', '=', text.slug)
  // another process that watches the same folder may have been first
  if ((await known.executeTakeFirst())?.file_hash === text.fileHash) return true
  const showing = await tx.selectFrom('digest_shows').select('digest_id').where('slug', '=', text.slug).execute()
  if (showing.some(({ digest_id }) => !looked.includes(digest_id))) return false
  await keepText(tx, text)
  await keepShrunk(tx, text.slug, correction.shrunk)
  if (withdrawn.length > 0) await tx.deleteFrom('corrections').where('id', 'in', withdrawn).execute()
  for (const change of changes) {
    const entry = { change_id: changeId, slug: text.slug, title, language, change, created_at: now }
    await tx.insertInto('corrections').values(entry).execute()
  }
  for (const { digest, corrected, marked, notice } of digests) {
    for (const { id, message } of [corrected, marked, ...(notice === null ? [] : [notice])]) {
      const added = tx.insertInto('digests').values({ id, message, created_at: now })
      await added.onConflict((conflict) => conflict.column('id').doNothing()).execute()
      await inheritShows(tx, digest.id, id)
    }
    await correctDrafts(tx, digest.id, corrected.id)
    // what is right again is no longer put right
    await tx.deleteFrom('correction_jobs').where('digest_id', 'in', [corrected.id, marked.id]).execute()
    const ids = { digest_id: digest.id, corrected_id: corrected.id, marked_id: marked.id }
    const job = { ...ids, change_id: changeId, notice_id: notice?.id ?? null, created_at: now }
    await tx.insertInto('correction_jobs').values(job).execute()
  }
  return true
}

/** What takes a digest's place shows the same articles. */
export async function inheritShows(tx: Tx, from: string, to: string): Promise<void> {
  const shows = await tx.selectFrom('digest_shows').selectAll().where('digest_id', '=', from).execute()
  if (shows.length === 0) return
  const rows = shows.map((show) => ({ ...show, digest_id: to }))
  const added = tx.insertInto('digest_shows').values(rows)
  await added.onConflict((conflict) => conflict.doNothing()).execute()
}

type Advancing = { readonly job: CorrectionJob; readonly limit: number; readonly now: number }

/** Each delivery that is handled refers to another digest from then on, so that none is handled twice. */
async function advance(tx: Tx, { job, limit, now }: Advancing): Promise<boolean> {
  const rows = await tx
    .selectFrom('deliveries')
    .selectAll()
    .where('digest_id', '=', job.digest_id)
    .where(sql<boolean>`(state in ('pending', 'later') or (state = 'sent' and edits is null))`)
    .orderBy('id')
    .limit(limit)
    .execute()
  const waiting = rows.filter(({ state }) => state !== 'sent')
  const first = waiting.filter(({ edits }) => edits === null).map(({ id }) => id)
  const edits = waiting.filter((row) => row.edits !== null).map(({ id }) => id)
  const sent = rows.filter(({ state }) => state === 'sent')
  await refer(tx, first, job.corrected_id)
  await refer(tx, [...edits, ...sent.map(({ id }) => id)], job.marked_id)
  await send(
    tx,
    sent.flatMap((row) =>
      row.message_id === null ? [] : [deliveryOf(row, { digest_id: job.marked_id, edits: row.message_id, now })],
    ),
  )
  await notify(tx, sent, { job, limit, now })
  return rows.length > 0
}

async function refer(tx: Tx, ids: readonly number[], digestId: string): Promise<void> {
  if (ids.length > 0) await tx.updateTable('deliveries').set({ digest_id: digestId }).where('id', 'in', ids).execute()
}

/** A chat is told once of a change, however many digests it had with it. */
async function notify(tx: Tx, sent: readonly Row<'deliveries'>[], { job, now }: Advancing): Promise<void> {
  const { notice_id: digest_id, change_id } = job
  if (digest_id === null || sent.length === 0) return
  const chats = new Map(sent.map((row) => [row.chat_id, row]))
  const told = tx.selectFrom('deliveries').select('chat_id').where('change_id', '=', change_id)
  for (const { chat_id } of await told.where('chat_id', 'in', [...chats.keys()]).execute()) chats.delete(chat_id)
  await send(
    tx,
    [...chats.values()].map((row) => ({ ...deliveryOf(row, { digest_id, edits: null, now }), change_id })),
  )
}

type Work = { readonly digest_id: string; readonly edits: number | null; readonly now: number }

function deliveryOf({ chat_id, thread_id }: Row<'deliveries'>, { digest_id, edits, now }: Work) {
  const times = { due_at: now, not_before: now, created_at: now, updated_at: now }
  const fresh = { state: 'pending' as const, attempts: 0, message_id: null, reason: null, subscription_id: null }
  return { chat_id, thread_id, digest_id, edits, rank: RANKS.correction, ...fresh, ...times }
}

async function send(tx: Tx, rows: readonly ReturnType<typeof deliveryOf>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('deliveries').values(rows).execute()
}
