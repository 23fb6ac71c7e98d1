import { createHash, randomBytes } from 'node:crypto'
import type { Database, Tx, UsageKind } from '../schema.ts'
import type { ReaderKey } from './reading.ts'

/** What one request read or searched: an article's key or a word's, and the word. */
type Use = { readonly what: UsageKind; readonly key: string; readonly word: string | null }

/** How often something was read or searched; `word`: what was searched, once it was so twice. */
type UsedOften = { readonly key: string; readonly word: string | null; readonly count: number }

/** What is read and searched, counted for the owner: no names, and no words that were searched once. */
export type Usage = {
  readonly count: (uses: readonly Use[], reader: ReaderKey, now: number) => Promise<void>
  /** The most used of the last `days` days, today included. */
  readonly top: (what: UsageKind, span: UsageSpan) => Promise<readonly UsedOften[]>
  /** How many people did so on an average day of those on which anybody did. */
  readonly peopleADay: (what: UsageKind, span: Omit<UsageSpan, 'limit'>) => Promise<number>
}

type UsageSpan = { readonly days: number; readonly now: number; readonly limit: number }

const DAY_MS = 24 * 60 * 60_000
const KEPT_DAYS = 30

export function createUsage(db: Database): Usage {
  return {
    count: async (uses, reader, now) => {
      if (uses.length > 0) await db.transaction().execute((tx) => countUses(tx, uses, { reader, day: dayOf(now) }))
    },
    top: async (what, { days, now, limit }) => {
      const question = db
        .selectFrom('usage')
        .where('what', '=', what)
        .where('day', '>', dayOf(now) - days)
      const counted = question.select((row) => [
        'key',
        row.fn.max('word').as('word'),
        row.fn.sum<number>('count').as('count'),
      ])
      return await counted.groupBy('key').orderBy('count', 'desc').orderBy('key').limit(limit).execute()
    },
    peopleADay: async (what, { days, now }) => {
      const question = db
        .selectFrom('usage_people')
        .where('what', '=', what)
        .where('day', '>', dayOf(now) - days)
      const counted = question.select((row) => ['day', row.fn.countAll<number>().as('people')]).groupBy('day')
      const perDay = (await counted.execute()).map(({ people }) => people)
      return perDay.length === 0 ? 0 : Math.round(perDay.reduce((sum, people) => sum + people, 0) / perDay.length)
    },
  }
}

type ReaderDay = { readonly reader: ReaderKey; readonly day: number }

async function countUses(tx: Tx, uses: readonly Use[], { reader, day }: ReaderDay): Promise<void> {
  for (const { what, key, word } of uses) {
    await tx
      .insertInto('usage')
      .values({ day, what, key, word: null, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['day', 'what', 'key']).doUpdateSet((row) => ({ word, count: row('usage.count', '+', 1) })),
      )
      .execute()
  }
  const salt = await saltOf(tx, day)
  const person = createHash('sha256').update(`${salt} ${reader}`).digest('base64url').slice(0, 16)
  for (const what of new Set(uses.map((use) => use.what))) {
    const added = tx.insertInto('usage_people').values({ day, what, person })
    await added.onConflict((conflict) => conflict.doNothing()).execute()
  }
}

const SALT_KEY = 'usage-salt'

/** A secret of the day: once it is replaced, nobody can tell who was counted. Old counts go with it. */
async function saltOf(tx: Tx, day: number): Promise<string> {
  const stored = await tx.selectFrom('meta').select('value').where('key', '=', SALT_KEY).executeTakeFirst()
  if (stored?.value.startsWith(`${day} `) === true) return stored.value
  const value = `${day} ${randomBytes(16).toString('hex')}`
  const kept = tx.insertInto('meta').values({ key: SALT_KEY, value })
  await kept.onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute()
  for (const table of ['usage', 'usage_people'] as const) {
    await tx
      .deleteFrom(table)
      .where('day', '<=', day - KEPT_DAYS)
      .execute()
  }
  return value
}

function dayOf(epochMs: number): number {
  return Math.floor(epochMs / DAY_MS)
}
