import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Slug } from '../../article/article.ts'
import type { TextChange, TextUnit } from '../../briefing/corrections.ts'
import type { Language } from '../../language/language.ts'
import type { Message } from '../../text/message.ts'
import { correctDrafts } from '../drafts/change.ts'
import { type Database, RANKS, type Row, type Tx } from '../schema.ts'
import { keepShrunk, type ShrunkText, shrunkText } from '../shrunk-texts.ts'
import { languageOf } from '../text-columns.ts'
import { changeOfColumn, unitsOfColumn } from '../unit-columns.ts'
import { enqueue } from './enqueue.ts'
import { keepSuccessor, parseMessage } from './messages.ts'

/** What an article's file says. `fileHash` tells a change of the file from a change of how it is read. */
export type ArticleText = { readonly slug: string; readonly fileHash: string; readonly units: readonly TextUnit[] }

/** A digest that shows an article. */
export type ShowingDigest = { readonly id: string; readonly language: Language; readonly message: Message }

/** `corrected` replaces a digest that waits, `marked` one that was sent; chats that received it get `notice` too. */
export type DigestCorrection = {
  readonly digestId: string
  readonly corrected: Message
  readonly marked: Message
  readonly notice: Message | null
}

/** What replaces a digest that shows an article which was withdrawn. */
export type WithdrawnDigest = { readonly digestId: string; readonly message: Message }

/** `changes`: for the public log. `looked`: the ids of all digests that were looked at. */
export type ArticleCorrection = {
  readonly text: ArticleText
  readonly changeId: string
  readonly title: string
  readonly language: string
  readonly changes: readonly TextChange[]
  readonly digests: readonly DigestCorrection[]
  readonly looked: readonly string[]
  /** The ids of log entries to be deleted, as they are true no longer. */
  readonly withdrawn: readonly number[]
  /** The text that this correction can be taken back to. */
  readonly shrunk: ShrunkText | null
}

/** An entry of the public log; `at` in epoch milliseconds. */
type LogEntry = TextChange & { readonly title: string; readonly language: Language; readonly at: number }
export type CorrectionJob = Row<'correction_jobs'>

export type Corrections = {
  /** What an article said when another file of it was read; `null`: it is new, or its file is the same. */
  readonly formerUnits: (article: Pick<ArticleText, 'slug' | 'fileHash'>) => Promise<readonly TextUnit[] | null>
  /** Stores what articles say, where no correction is needed. */
  readonly keepTexts: (texts: readonly ArticleText[]) => Promise<void>
  /** An article's text before it shrank; `null`: it did not. */
  readonly shrunk: (slug: string) => Promise<ShrunkText | null>
  /** The log entries of one change of an article. */
  readonly logged: (changeId: string) => Promise<readonly (TextChange & { readonly id: number })[]>
  readonly digestsShowing: (slug: string) => Promise<readonly ShowingDigest[]>
  /**
   * Stores an article's new text, the log entries and a job for each digest, in one transaction; a second call does nothing.
   * `false`, and nothing is stored: another digest shows the article by now, so look again.
   */
  readonly record: (correction: ArticleCorrection, now: number) => Promise<boolean>
  /** Stores a job for each digest that shows a withdrawn article, once each. */
  readonly recordWithdrawal: (slug: Slug, digests: readonly WithdrawnDigest[], now: number) => Promise<void>
  /** The other articles that a digest shows. */
  readonly shownBeside: (digestId: string, slug: Slug) => Promise<readonly Slug[]>
  /** The log of articles that are not withdrawn, newest first. */
  readonly latest: (limit: number) => Promise<readonly LogEntry[]>
  readonly jobs: () => Promise<readonly CorrectionJob[]>
  /** Corrects or edits up to `limit` deliveries of a job's digest; `false`: none is left now. */
  readonly advance: (job: CorrectionJob, limit: number, now: number) => Promise<boolean>
  /** Ends a job unless one of its deliveries is being sent. */
  readonly finish: (job: CorrectionJob) => Promise<void>
}

export function createCorrections(db: Database): Corrections {
  return {
    formerUnits: async ({ slug, fileHash }) => {
      const former = db.selectFrom('article_texts').select('units').where('slug', '=', slug)
      const row = await former.where('file_hash', '<>', fileHash).executeTakeFirst()
      return row === undefined ? null : unitsOfColumn(row.units)
    },
    keepTexts: async (texts) => {
      if (texts.length === 0) return
      // one commit: each waits for the disk
      await db.transaction().execute(async (tx) => {
        for (const text of texts) await keepText(tx, text)
      })
    },
    shrunk: (slug) => shrunkText(db, slug),
    logged: async (changeId) => {
      const rows = await db.selectFrom('corrections').selectAll().where('change_id', '=', changeId).execute()
      return rows.map(({ id, change }) => ({ ...changeOfColumn(change), id }))
    },
    digestsShowing: async (slug) => {
      const rows = await db
        .selectFrom('digest_shows')
        .innerJoin('digests', 'digests.id', 'digest_shows.digest_id')
        .select(['digests.id', 'digest_shows.language', 'digests.message'])
        .where('digest_shows.slug', '=', slug)
        .execute()
      return rows.flatMap(({ id, language, message: json }) => {
        const message = parseMessage(json)
        return message === null ? [] : [{ id, language: languageOf(language), message }]
      })
    },
    record: (correction, now) => db.transaction().execute((tx) => record(tx, correction, now)),
    recordWithdrawal: (slug, digests, now) =>
      db.transaction().execute((tx) => recordWithdrawal(tx, { slug, digests, now })),
    shownBeside: async (digestId, slug) => {
      const shown = db.selectFrom('digest_shows').select('slug').where('digest_id', '=', digestId)
      // the column holds what `keepMessages` wrote
      return (await shown.where('slug', '<>', slug).execute()).map((row) => row.slug as Slug)
    },
    latest: async (limit) => {
      const said = db.selectFrom('corrections').selectAll()
      const shown = said.where('slug', 'not in', db.selectFrom('held_articles').select('slug'))
      const rows = await shown.orderBy('id', 'desc').limit(limit).execute()
      return rows.map(({ title, language, change, created_at }) => {
        return { ...changeOfColumn(change), title, language: languageOf(language), at: created_at }
      })
    },
    jobs: async () => await db.selectFrom('correction_jobs').selectAll().orderBy('id').execute(),
    advance: (job, limit, now) => db.transaction().execute((tx) => advance(tx, { job, limit, now })),
    finish: async (job) => {
      const deliveries = db.selectFrom('deliveries').select('id').where('digest_id', '=', job.digest_id)
      if ((await deliveries.where('state', '=', 'sending').limit(1).executeTakeFirst()) !== undefined) return
      await db.deleteFrom('correction_jobs').where('id', '=', job.id).execute()
    },
  }
}

/** Of `article_texts`: what an article says, as JSON, in a file. */
export function textColumns(fileHash: string, units: string): Omit<Row<'article_texts'>, 'slug'> {
  return { file_hash: fileHash, units_hash: createHash('sha256').update(units).digest('hex'), units }
}

/** Writes only a difference: at each start all articles come by, and few have changed. */
async function keepText(db: Tx, { slug, fileHash, units }: ArticleText): Promise<void> {
  const text = textColumns(fileHash, JSON.stringify(units))
  const stored = db.selectFrom('article_texts').select('slug').where('slug', '=', slug)
  const same = stored.where('file_hash', '=', fileHash).where('units_hash', '=', text.units_hash)
  if ((await same.executeTakeFirst()) !== undefined) return
  const added = db.insertInto('article_texts').values({ slug, ...text })
  await added.onConflict((conflict) => conflict.column('slug').doUpdateSet(text)).execute()
}

async function record(tx: Tx, correction: ArticleCorrection, now: number): Promise<boolean> {
  const { text, changeId: change_id, title, language, changes, digests, looked, withdrawn } = correction
  const known = tx.selectFrom('article_texts').select('file_hash').where('slug', '=', text.slug)
  // another process that watches the same folder may have been first
  if ((await known.executeTakeFirst())?.file_hash === text.fileHash) return true
  const showing = await tx.selectFrom('digest_shows').select('digest_id').where('slug', '=', text.slug).execute()
  if (showing.some(({ digest_id }) => !looked.includes(digest_id))) return false
  await keepText(tx, text)
  await keepShrunk(tx, text.slug, correction.shrunk)
  if (withdrawn.length > 0) await tx.deleteFrom('corrections').where('id', 'in', withdrawn).execute()
  for (const change of changes) {
    const entry = { change_id, slug: text.slug, title, language, change: JSON.stringify(change), created_at: now }
    await tx.insertInto('corrections').values(entry).execute()
  }
  for (const { digestId, corrected, marked, notice } of digests) {
    const keep = (message: Message) => keepSuccessor(tx, { digestId, message, now })
    const [corrected_id, marked_id] = [await keep(corrected), await keep(marked)]
    const notice_id = notice === null ? null : await keep(notice)
    await correctDrafts(tx, digestId, corrected_id)
    // a message that is right again needs no correction
    await tx.deleteFrom('correction_jobs').where('digest_id', 'in', [corrected_id, marked_id]).execute()
    const job = { change_id, digest_id: digestId, corrected_id, marked_id, notice_id, created_at: now }
    await tx.insertInto('correction_jobs').values(job).execute()
  }
  return true
}

type WithdrawalRecord = {
  readonly slug: Slug
  readonly digests: readonly WithdrawnDigest[]
  readonly now: number
}

async function recordWithdrawal(tx: Tx, { slug, digests, now }: WithdrawalRecord): Promise<void> {
  const change_id = `${slug}:withdrawn`
  for (const { digestId, message } of digests) {
    const known = tx.selectFrom('correction_jobs').select('id').where('digest_id', '=', digestId)
    if ((await known.where('change_id', '=', change_id).executeTakeFirst()) !== undefined) continue
    const corrected_id = await keepSuccessor(tx, { digestId, message, now })
    await correctDrafts(tx, digestId, corrected_id)
    const replaced = { digest_id: digestId, corrected_id, marked_id: corrected_id, notice_id: null }
    await tx
      .insertInto('correction_jobs')
      .values({ change_id, ...replaced, created_at: now })
      .execute()
  }
}

type Advancing = { readonly job: CorrectionJob; readonly limit: number; readonly now: number }

/** Each handled delivery refers to another digest from then on, so that none is handled twice. */
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
  const edited = sent.flatMap((row) =>
    row.message_id === null ? [] : [{ ...deliveryTo(row, job.marked_id, now), edits: row.message_id }],
  )
  await enqueue(tx, edited, now)
  await notify(tx, sent, { job, limit, now })
  return rows.length > 0
}

async function refer(tx: Tx, ids: readonly number[], digestId: string): Promise<void> {
  if (ids.length > 0) await tx.updateTable('deliveries').set({ digest_id: digestId }).where('id', 'in', ids).execute()
}

/** Notifies each chat once of a change, however many digests with it the chat received. */
async function notify(tx: Tx, sent: readonly Row<'deliveries'>[], { job, now }: Advancing): Promise<void> {
  const { notice_id, change_id } = job
  if (notice_id === null || sent.length === 0) return
  const chats = new Map(sent.map((row) => [row.chat_id, row]))
  const notified = tx.selectFrom('deliveries').select('chat_id').where('change_id', '=', change_id)
  for (const { chat_id } of await notified.where('chat_id', 'in', [...chats.keys()]).execute()) chats.delete(chat_id)
  const notices = [...chats.values()].map((row) => ({ ...deliveryTo(row, notice_id, now), change_id }))
  await enqueue(tx, notices, now)
}

function deliveryTo({ chat_id, thread_id }: Row<'deliveries'>, digest_id: string, now: number) {
  return { chat_id, thread_id, digest_id, due_at: now, rank: RANKS.correction }
}
