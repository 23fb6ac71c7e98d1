import type { Slug } from '../../article/article.ts'
import { type Ruling, ruleOn, type StatedRelease } from '../../shelf/release.ts'
import type { Tx } from '../schema.ts'
import { arrivalNumber } from './arrival-number.ts'
import type { ArticleRows } from './article-rows.ts'
import { putArticle, removeArticle } from './put-article.ts'

/** What dates are read by: epoch milliseconds, and the zone of those that name none. */
export type RulingClock = { readonly now: number; readonly zone: string }

/** An article of a file, and what the file says of its publication. */
export type Arriving = { readonly file: string; readonly rows: ArticleRows; readonly page: StatedRelease }

/**
 * Puts an article of a file on hand, or holds it and takes it off hand. One that was never on hand arrives when it is
 * published. Returns the numbers that changed.
 */
export async function release(tx: Tx, arriving: Arriving, clock: RulingClock): Promise<readonly number[]> {
  const { file, rows, page } = arriving
  const { slug } = rows
  const onHand = await tx.selectFrom('briefings').select('number').where('slug', '=', slug).executeTakeFirst()
  const decided = tx.selectFrom('article_decisions').select('decision').where('slug', '=', slug)
  const decision = (await decided.executeTakeFirst())?.decision ?? null
  const known = await tx.selectFrom('articles').select('number').where('slug', '=', slug).executeTakeFirst()
  const facts = { ...page, decision, isImport: file.startsWith('imported/'), wasPublished: known !== undefined }
  const ruling = ruleOn(facts, clock.now, clock.zone)
  if (ruling.state === 'published') {
    const number = await arrivalNumber(tx, rows, clock.now)
    await putArticle(tx, { number, file, rows })
    if (onHand === undefined) await forgetHeld(tx, slug)
    return [number]
  }
  if (onHand !== undefined) await takeOff(tx, slug, ruling.state, clock.now)
  await hold(tx, arriving, { ruling, isTold: decision !== null || ruling.state === 'withdrawn', now: clock.now })
  return onHand === undefined ? [] : [onHand.number]
}

/** Takes an article off hand; of a withdrawn one what was posted is to be edited. */
export async function takeOff(tx: Tx, slug: Slug, state: Ruling['state'], now: number): Promise<void> {
  const known = tx.selectFrom('briefings').select(['number', 'briefing']).where('slug', '=', slug)
  const { number, briefing } = await known.executeTakeFirstOrThrow()
  await removeArticle(tx, number, state === 'withdrawn' ? 'withdrawn' : 'held')
  if (state !== 'withdrawn') return
  const added = tx.insertInto('withdrawals').values({ slug, briefing, withdrawn_at: now })
  await added.onConflict((known) => known.column('slug').doUpdateSet({ briefing, withdrawn_at: now })).execute()
}

/** Whether an article is held as that of a file. */
export async function isHeldOf(tx: Tx, slug: Slug, file: string): Promise<boolean> {
  const held = tx.selectFrom('held_articles').select('slug').where('slug', '=', slug).where('file', '=', file)
  return (await held.executeTakeFirst()) !== undefined
}

async function forgetHeld(tx: Tx, slug: Slug): Promise<void> {
  await tx.deleteFrom('held_articles').where('slug', '=', slug).execute()
  await tx.deleteFrom('withdrawals').where('slug', '=', slug).execute()
}

type Holding = { readonly ruling: Ruling; readonly isTold: boolean; readonly now: number }

/** The desk is told once of what is held, and not of what it decided itself. */
async function hold(tx: Tx, { file, rows }: Arriving, { ruling, isTold, now }: Holding): Promise<void> {
  const { state, reasons, due } = ruling
  if (state === 'published') return
  const { slug, key, briefing } = rows
  const row = { file, state, reasons: JSON.stringify(reasons), due, briefing, ...(isTold ? { told_at: now } : {}) }
  const added = tx.insertInto('held_articles').values({ told_at: null, ...row, slug, key, held_at: now })
  await added.onConflict((known) => known.column('slug').doUpdateSet(row)).execute()
}
