import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Slug } from '../../article/article.ts'
import type { Briefing } from '../../briefing/briefing.ts'
import type { Fix } from '../../briefing/with-fixes.ts'
import type { PageOf } from '../../shelf/archive.ts'
import { type Decision, type DeskArticle, HOLD_REASONS } from '../../shelf/release.ts'
import type { StoredArchive } from '../articles/archive.ts'
import { unpackBriefing } from '../articles/article-rows.ts'
import { takeOff } from '../articles/release.ts'
import type { Database, Row, Tx } from '../schema.ts'

/** `through`: names the last of them to `setTold`. */
type Untold = { readonly total: number; readonly through: number; readonly items: readonly DeskArticle[] }

/** An article just withdrawn, as it was. */
export type Withdrawal = { readonly slug: Slug; readonly briefing: Briefing; readonly withdrawnAt: number }

/** The articles that are not on hand though a file has them, what was decided on articles, and what was fixed in them. */
export type Held = {
  readonly count: () => Promise<number>
  /** Those under embargo last, in the order of their minutes; the others newest first. Withdrawn ones are left out. */
  readonly list: (page: PageOf) => Promise<readonly DeskArticle[]>
  /** The names of the first of them. */
  readonly slugs: (limit: number) => Promise<readonly Slug[]>
  readonly byKey: (key: string) => Promise<DeskArticle | null>
  readonly bySlug: (slug: string) => Promise<DeskArticle | null>
  /** Those the desk was not told of; `null`: none. */
  readonly untold: (limit: number) => Promise<Untold | null>
  readonly setTold: (through: number, now: number) => Promise<void>
  /** Stores a decision; a withdrawn article is off hand at once, another once its file is read again. */
  readonly decide: (slug: Slug, decision: Decision, now: number) => Promise<void>
  /** Stores a fix, in place of an earlier one of the same words. */
  readonly fix: (slug: Slug, fix: Fix) => Promise<void>
  readonly dropFixes: (slug: Slug) => Promise<void>
  readonly fixes: () => Promise<ReadonlyMap<Slug, readonly Fix[]>>
  /** Asks for the articles whose embargo has ended. */
  readonly askDue: (now: number) => Promise<void>
  /** When the next embargo ends. */
  readonly nextDue: () => Promise<number | null>
  readonly withdrawals: () => Promise<readonly Withdrawal[]>
  /** Forgets withdrawals until a moment: what was posted of them is edited. */
  readonly forgetWithdrawals: (until: number) => Promise<void>
}

export function createHeld(db: Database, archive: StoredArchive): Held {
  const listed = db.selectFrom('held_articles').where('state', '<>', 'withdrawn')
  return {
    count: async () => {
      const { count } = await listed.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      return count
    },
    list: async ({ offset, limit }) => {
      const rows = listed
        .selectAll()
        .orderBy(sql`due is not null`)
        .orderBy('due')
        .orderBy('held_at', 'desc')
        .orderBy('slug')
      return (await rows.offset(offset).limit(limit).execute()).map(heldArticle)
    },
    slugs: async (limit) => {
      const rows = await listed.select('slug').orderBy('slug').limit(limit).execute()
      return rows.map(({ slug }) => slug)
    },
    byKey: (key) => find(db, 'key', key),
    bySlug: (slug) => find(db, 'slug', slug),
    untold: async (limit) => {
      const untold = listed.where('told_at', 'is', null)
      const { total, through } = await untold
        .select(({ fn }) => [fn.countAll<number>().as('total'), fn.max<number | null>(sql`rowid`).as('through')])
        .executeTakeFirstOrThrow()
      if (through === null) return null
      const rows = await untold.selectAll().orderBy('held_at').orderBy('slug').limit(limit).execute()
      return { total, through, items: rows.map(heldArticle) }
    },
    setTold: async (through, now) => {
      const untold = db.updateTable('held_articles').set({ told_at: now }).where('told_at', 'is', null)
      await untold.where(sql<boolean>`rowid <= ${through}`).execute()
    },
    decide: async (slug, decision, now) => {
      const taken = await db.transaction().execute((tx) => decide(tx, { slug, decision, now }))
      if (taken !== null) archive.changed([taken])
    },
    fix: (slug, { kind, quote, words }) =>
      db.transaction().execute(async (tx) => {
        const added = tx.insertInto('article_fixes').values({ slug, kind, quote, words })
        await added.onConflict((known) => known.columns(['slug', 'kind', 'quote']).doUpdateSet({ words })).execute()
        await ask(tx, slug)
      }),
    dropFixes: (slug) =>
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('article_fixes').where('slug', '=', slug).execute()
        await ask(tx, slug)
      }),
    fixes: async () => {
      const rows = await db
        .selectFrom('article_fixes')
        .selectAll()
        .orderBy('slug')
        .orderBy('kind')
        .orderBy('quote')
        .execute()
      return Map.groupBy(rows, ({ slug }) => slug)
    },
    askDue: async (now) => {
      const due = db.selectFrom('held_articles').select('file').where('due', '<=', now)
      if ((await due.limit(1).executeTakeFirst()) === undefined) return
      await sql`update files set asked = answered + 1 where name in (${due})`.execute(db)
    },
    nextDue: async () => {
      const row = await db
        .selectFrom('held_articles')
        .select(({ fn }) => fn.min('due').as('due'))
        .executeTakeFirst()
      return row?.due ?? null
    },
    withdrawals: async () => {
      const rows = await db.selectFrom('withdrawals').selectAll().orderBy('slug').execute()
      return rows.map(({ slug, briefing, withdrawn_at: withdrawnAt }) => {
        return { slug, briefing: unpackBriefing(briefing).briefing, withdrawnAt }
      })
    },
    forgetWithdrawals: async (until) => {
      await db.deleteFrom('withdrawals').where('withdrawn_at', '<=', until).execute()
    },
  }
}

const REASONS = z.array(z.enum(HOLD_REASONS))

function heldArticle({ slug, key, state, reasons, due, briefing }: Row<'held_articles'>): DeskArticle {
  return { slug, key, state, reasons: REASONS.parse(JSON.parse(reasons)), due, ...contentOf(briefing) }
}

function contentOf(packed: Uint8Array): Pick<DeskArticle, 'briefing' | 'code'> {
  const code = createHash('sha256').update(packed).digest('hex').slice(0, 8)
  return { briefing: unpackBriefing(packed).briefing, code }
}

async function find(db: Database, column: 'key' | 'slug', value: string): Promise<DeskArticle | null> {
  const held = await db
    .selectFrom('held_articles')
    .selectAll()
    .where(sql`${sql.ref(column)}`, '=', value)
    .executeTakeFirst()
  if (held !== undefined) return heldArticle(held)
  const columns = db.selectFrom('briefings').select(['slug', 'key', 'briefing'])
  const row = await columns.where(sql`${sql.ref(column)}`, '=', value).executeTakeFirst()
  if (row === undefined) return null
  return { slug: row.slug, key: row.key, state: 'published', reasons: [], due: null, ...contentOf(row.briefing) }
}

type Deciding = { readonly slug: Slug; readonly decision: Decision; readonly now: number }

/** The number of an article that it took off hand. */
async function decide(tx: Tx, { slug, decision, now }: Deciding): Promise<number | null> {
  const row = { decision, decided_at: now }
  const added = tx.insertInto('article_decisions').values({ slug, ...row })
  await added.onConflict((known) => known.column('slug').doUpdateSet(row)).execute()
  await ask(tx, slug)
  if (decision !== 'withdraw') return null
  const known = tx.selectFrom('briefings').select(['number', 'key', 'file', 'briefing']).where('slug', '=', slug)
  const onHand = await known.executeTakeFirst()
  const state = { state: 'withdrawn' as const, reasons: '[]', due: null, told_at: now }
  if (onHand === undefined) {
    await tx.updateTable('held_articles').set(state).where('slug', '=', slug).execute()
    return null
  }
  const { number, ...article } = onHand
  await takeOff(tx, slug, 'withdrawn', now)
  await tx
    .insertInto('held_articles')
    .values({ slug, ...article, ...state, held_at: now })
    .execute()
  return number
}

/** Has the files that name an article read again, though they are unchanged. */
async function ask(tx: Tx, slug: Slug): Promise<void> {
  await sql`update files set asked = asked + 1
    where name in (select file from file_slugs where slug = ${slug})`.execute(tx)
}
