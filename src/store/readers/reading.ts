import type { Slug } from '../../article/article.ts'
import { insertRows } from '../insert-rows.ts'
import type { Place } from '../place.ts'
import type { Database, Tx } from '../schema.ts'
import { together } from '../together.ts'

declare const readerBrand: unique symbol
/** Who reads: one user over all private use, or a group, channel or topic as one reader of its digests. */
export type ReaderKey = string & { readonly [readerBrand]: true }

/** How far a reader is in an article; chunk indices from 0. */
type ReadingPlace = { readonly furthest: number; readonly lastShown: number; readonly startedAt: number }

export type Reading = {
  readonly place: (reader: ReaderKey, slug: Slug) => Promise<ReadingPlace | null>
  /** The articles that a reader has begun, the earliest first. */
  readonly ofReader: (reader: ReaderKey) => Promise<readonly (ReadingPlace & { readonly slug: Slug })[]>
  /** Records that a reader was shown a chunk; `furthest` never goes back. */
  readonly mark: (reader: ReaderKey, at: { readonly slug: Slug; readonly chunk: number }, now: number) => Promise<void>
}

export type Mark = { readonly reader: ReaderKey; readonly slug: Slug; readonly chunk: number }

export function readerOfUser(userId: number): ReaderKey {
  return brand(`u:${userId}`)
}

/** A private chat and its user are one reader, so that chunks opened by hand count for its digests. */
export function readerOfPlace({ chatId, threadId }: Place): ReaderKey {
  return chatId > 0 ? readerOfUser(chatId) : brand(`c:${chatId}:${threadId}`)
}

export function createReading(db: Database): Reading {
  const mark = together((marks: readonly TimedMark[]) => markInOrder(db, marks))
  return {
    place: async (reader, slug) => {
      const question = db.selectFrom('reading').selectAll().where('reader', '=', reader)
      const row = await question.where('slug', '=', slug).executeTakeFirst()
      return row === undefined ? null : placeOf(row)
    },
    ofReader: async (reader) => {
      const question = db.selectFrom('reading').selectAll().where('reader', '=', reader)
      const rows = await question.orderBy('started_at').orderBy('slug').execute()
      return rows.map((row) => ({ ...placeOf(row), slug: row.slug }))
    },
    mark: (reader, { slug, chunk }, now) => mark({ reader, slug, chunk, now }),
  }
}

type TimedMark = Mark & { readonly now: number }

async function markInOrder(db: Database, marks: readonly TimedMark[]): Promise<void> {
  for (let rest = marks; rest.length > 0; ) {
    const firsts = new Map(rest.toReversed().map((mark) => [`${mark.reader} ${mark.slug}`, mark]))
    const now = Math.max(...rest.map((mark) => mark.now))
    await markRead(db, [...firsts.values()], now)
    const written = new Set(firsts.values())
    rest = rest.filter((mark) => !written.has(mark))
  }
}

/** Records many marks in one statement; at most one for each reader and article. */
export async function markRead(db: Database | Tx, marks: readonly Mark[], now: number): Promise<void> {
  if (marks.length === 0) return
  const rows = marks.map(({ reader, slug, chunk }) => {
    return { reader, slug, furthest: chunk, last_shown: chunk, started_at: now, updated_at: now }
  })
  await insertRows(db, 'reading', rows)
    .onConflict((conflict) =>
      conflict.columns(['reader', 'slug']).doUpdateSet((row) => ({
        furthest: row
          .case()
          .when('excluded.furthest', '>', row.ref('reading.furthest'))
          .then(row.ref('excluded.furthest'))
          .else(row.ref('reading.furthest'))
          .end(),
        last_shown: row.ref('excluded.last_shown'),
        updated_at: now,
      })),
    )
    .execute()
}

type PlaceColumns = { readonly furthest: number; readonly last_shown: number; readonly started_at: number }

function placeOf({ furthest, last_shown, started_at }: PlaceColumns): ReadingPlace {
  return { furthest, lastShown: last_shown, startedAt: started_at }
}

function brand(key: string): ReaderKey {
  return key as ReaderKey
}
