import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { insertRows } from '../insert-rows.ts'
import type { Database, Tx, UsageKind } from '../schema.ts'
import type { ReaderKey } from './reading.ts'

/** What one request read or searched: an article's key or a word's, and the word. */
type Use = { readonly what: UsageKind; readonly key: string; readonly word: string | null }

/** How often something was read or searched; `word`: what was searched, once it was so twice. */
type UsedOften = { readonly key: string; readonly word: string | null; readonly count: number }

/** What is read and searched, counted for the owner: no names, and no words that were searched once. */
export type Usage = {
  /** Notes uses, to be written within a second. */
  readonly count: (uses: readonly Use[], reader: ReaderKey, now: number) => void
  /** Writes what is noted. */
  readonly write: () => Promise<void>
  /** The most used of the `days` days up to `now`, that day included. */
  readonly top: (what: UsageKind, span: Days & { readonly limit: number }) => Promise<readonly UsedOften[]>
  /** How often something was read or searched in those days. */
  readonly total: (what: UsageKind, span: Days) => Promise<number>
  /** How many people did so on an average day of those on which anybody did. */
  readonly peopleADay: (what: UsageKind, span: Days) => Promise<number>
}

type Days = { readonly days: number; readonly now: number }

const DAY_MS = 24 * 60 * 60_000
const KEPT_DAYS = 30

/** What is noted this long is written together: a count is no promise. */
const NOTE_MS = 1000

export function createUsage(db: Database): Usage {
  let noted: Noted = new Map()
  let timer: NodeJS.Timeout | undefined
  const write = async () => {
    clearTimeout(timer)
    timer = undefined
    const days = noted
    noted = new Map()
    if (days.size === 0) return
    await db.transaction().execute(async (tx) => {
      for (const [day, notes] of days) await writeDay(tx, day, notes)
    })
  }
  return {
    count: (uses, reader, now) => {
      const day = dayOf(now)
      const { counts, readers } = noted.get(day) ?? { counts: new Map(), readers: new Map() }
      noted.set(day, { counts, readers })
      for (const use of uses) {
        const id = `${use.what} ${use.key}`
        counts.set(id, { ...use, count: (counts.get(id)?.count ?? 0) + 1 })
        readers.set(`${use.what} ${reader}`, { what: use.what, reader })
      }
      // what can't be written is lost: the next request says what is wrong with the store
      timer ??= setTimeout(() => void write().catch(() => {}), NOTE_MS).unref()
    },
    write,
    top: async (what, { limit, ...span }) => {
      await write()
      const counted = db
        .selectFrom('usage')
        .where(isWithin(what, span))
        .select((row) => ['key', row.fn.max('word').as('word'), row.fn.sum<number>('count').as('count')])
      return await counted.groupBy('key').orderBy('count', 'desc').orderBy('key').limit(limit).execute()
    },
    total: async (what, span) => {
      await write()
      const counted = db.selectFrom('usage').where(isWithin(what, span))
      const summed = counted.select((row) => row.fn.sum<number | null>('count').as('count'))
      return (await summed.executeTakeFirst())?.count ?? 0
    },
    peopleADay: async (what, span) => {
      await write()
      const counted = db.selectFrom('usage_people').where(isWithin(what, span)).groupBy('day')
      const perDay = await counted.select((row) => row.fn.countAll<number>().as('people')).execute()
      return perDay.length === 0 ? 0 : Math.round(perDay.reduce((sum, { people }) => sum + people, 0) / perDay.length)
    },
  }
}

/** A condition of `usage` and of `usage_people`. */
function isWithin(what: UsageKind, { days, now }: Days) {
  const today = dayOf(now)
  return sql<boolean>`what = ${what} and day > ${today - days} and day <= ${today}`
}

type Notes = {
  readonly counts: Map<string, Use & { readonly count: number }>
  readonly readers: Map<string, { readonly what: UsageKind; readonly reader: ReaderKey }>
}
/** By day. */
type Noted = Map<number, Notes>

async function writeDay(tx: Tx, day: number, { counts, readers }: Notes): Promise<void> {
  for (const { what, key, word, count } of counts.values()) {
    await tx
      .insertInto('usage')
      .values({ day, what, key, word: count > 1 ? word : null, count })
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'what', 'key'])
          .doUpdateSet((row) => ({ word, count: row('usage.count', '+', count) })),
      )
      .execute()
  }
  const salt = await saltOf(tx, day)
  const people = [...readers.values()].map(({ what, reader }) => {
    return { day, what, person: createHash('sha256').update(`${salt} ${reader}`).digest('base64url').slice(0, 16) }
  })
  if (people.length > 0)
    await insertRows(tx, 'usage_people', people)
      .onConflict((known) => known.doNothing())
      .execute()
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
