import { type RawBuilder, sql } from 'kysely'
import type { FoundPassage, PassageQuery, TermQuery, VocabularyWord } from '../../search/passage.ts'
import { engineOf } from '../engines/engine-of.ts'
import { any, type FoundTokens, matchFor, matchForTerm } from '../engines/match.ts'
import type { Database, Tx } from '../schema.ts'
import { mirrored, PARAGRAPHS, type PassageRows } from './article-rows.ts'
import { countOf } from './counts.ts'

export type Passages = {
  /** Merges a part of the index, for faster queries; `false`: nothing is left to merge. */
  readonly settle: () => Promise<boolean>
  readonly size: () => Promise<number>
  /** How many passages match any of the queries, which must span the same articles; counted up to 10,000. */
  readonly count: (queries: readonly PassageQuery[]) => Promise<number>
  /** The most relevant passages in no order; of more than 1,000 matches only those of the newest articles are weighed. */
  readonly find: (wanted: PassageQuery, limit: number) => Promise<readonly FoundPassage[]>
  /** How many passages have a term in them or above them, counted up to `most`. */
  readonly frequency: (term: TermQuery, most: number) => Promise<number>
  /** Words whose bare form begins or ends like `bare`, with a length within `reach` of it. */
  readonly wordsLike: (bare: string, reach: number) => Promise<readonly VocabularyWord[]>
  readonly wordsOfSkeleton: (skeleton: string) => Promise<readonly VocabularyWord[]>
}

/** Weighing a passage costs about a microsecond, so only the newest are weighed. */
const MOST_WEIGHED = 1_000
/** Readers don't care for exact larger numbers, and counting takes milliseconds. */
const MOST_COUNTED = 10_000
const MOST_ALIKE = 4_000

export function createPassages(db: Database): Passages {
  return {
    settle: () => engineOf(db).search.settle(db),
    size: () => countOf(db, 'passages'),
    count: (queries) => countPassages(db, queries),
    find: (wanted, limit) => findPassages(db, wanted, limit),
    frequency: (term, most) =>
      numberOf(
        db,
        sql`select count(*) as count from (
          select 1 from passages_index where ${engineOf(db).search.matching(matchForTerm(term))} limit ${most}) as counted`,
      ),
    wordsLike: (bare, reach) => wordsLike(db, bare, reach),
    wordsOfSkeleton: async (skeleton) =>
      await db.selectFrom('vocabulary').selectAll().where('skeleton', '=', skeleton).limit(200).execute(),
  }
}

/** Replaces an article's passages where they changed. Paragraphs from the 65,536th on are left out. */
export async function putPassages(tx: Tx, number: number, passages: PassageRows): Promise<void> {
  const { day, hash, count, vocabulary } = passages
  const known = await tx.selectFrom('indexed_articles').select('hash').where('number', '=', number).executeTakeFirst()
  if (known?.hash === hash) return
  if (known !== undefined) await removePassages(tx, number)
  const first = idOf(number, PARAGRAPHS - 1)
  const { rows, fields, search } = engineOf(tx)
  const id = sql`cast(${first + PARAGRAPHS - 1} as bigint) - cast(value ->> 0 as bigint)`
  await sql`insert into passages (id, stems, words, about)
    select ${id}, value ->> 1, value ->> 2, value ->> 3 from ${rows(passages.rows)}`.execute(tx)
  await search.put(tx, passages.rows, id)
  // most words are known already: the rest of the JSON is read for new words only
  await sql`insert into vocabulary (word, shown, bare, tail, skeleton)
    select key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from ${fields(vocabulary)}
    where not exists (select 1 from vocabulary where word = key)`.execute(tx)
  await tx.insertInto('indexed_articles').values({ number, hash, day, passages: count }).execute()
}

/** Deletes an article's passages, and the words that no other passage has. */
export async function removePassages(tx: Tx, number: number): Promise<void> {
  const [first, last] = [idOf(number, PARAGRAPHS - 1), idOf(number, 0)]
  const own = tx.selectFrom('passages').select(['id', 'words']).where('id', '>=', first).where('id', '<=', last)
  const rows = await own.execute()
  const { search, list } = engineOf(tx)
  await search.remove(
    tx,
    rows.map(({ id }) => id),
  )
  await tx.deleteFrom('passages').where('id', '>=', first).where('id', '<=', last).execute()
  await tx.deleteFrom('indexed_articles').where('number', '=', number).execute()
  const ownWords = [...new Set(rows.flatMap(({ words }) => words.split(' ')))]
  await sql`delete from vocabulary where word in (select value from ${list(ownWords)})
    and not exists (select 1 from passages_index where ${search.hasWord})`.execute(tx)
}

async function findPassages(db: Database, wanted: PassageQuery, limit: number): Promise<readonly FoundPassage[]> {
  const match = matchFor(wanted)
  if (match === null) return []
  const { search } = engineOf(db)
  const where = inSpan(wanted)
  const matching = sql`from passages_index where ${search.matching(match)} ${where}`
  const found = (await isWorthWeighing(db, { wanted, matching, limit }))
    ? await search.best(db, { match, where, newest: MOST_WEIGHED, limit })
    : await newest(db, matching, limit)
  return found.map(({ id, stems, words, about }) => ({ ...placeOf(id), stems, words, about }))
}

async function newest(db: Database, matching: RawBuilder<unknown>, limit: number): Promise<readonly FoundTokens[]> {
  const { rows } = await sql<FoundTokens>`select p.id, p.stems, p.words, p.about from (
    select rowid as id ${matching} order by rowid desc limit ${limit}) as chosen join passages as p on p.id = chosen.id`.execute(
    db,
  )
  return rows
}

type Worth = {
  readonly wanted: PassageQuery
  readonly matching: RawBuilder<unknown>
  readonly limit: number
}

/** Weighing reads each word's whole posting list, so it is done only where matches exceed the limit. */
async function isWorthWeighing(db: Database, { wanted, matching, limit }: Worth): Promise<boolean> {
  if (wanted.terms.length + wanted.phrases.length === 0) return false
  const { rows } = await sql`select 1 ${matching} limit 1 offset ${limit}`.execute(db)
  return rows.length > 0
}

async function countPassages(db: Database, queries: readonly PassageQuery[]): Promise<number> {
  const matches = queries.flatMap((query) => matchFor(query) ?? [])
  const [first] = queries
  if (first === undefined || matches.length === 0) return 0
  const matching = sql`${engineOf(db).search.matching(any(matches))} ${inSpan(first)}`
  return await numberOf(
    db,
    sql`select count(*) as count from (select 1 from passages_index where ${matching} limit ${MOST_COUNTED}) as counted`,
  )
}

async function numberOf(db: Database, count: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`${count}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

async function wordsLike(db: Database, bare: string, reach: number): Promise<readonly VocabularyWord[]> {
  const letters = [...bare]
  const [head, end] = [letters.slice(0, 2).join(''), mirrored(letters.slice(-2).join(''))]
  const { rows } = await sql<VocabularyWord>`
    select word, shown, bare, skeleton from vocabulary
    where (bare between ${head} and ${`${head}\u{10FFFF}`} or tail between ${end} and ${`${end}\u{10FFFF}`})
      and length(bare) between ${letters.length - reach} and ${letters.length + reach}
    limit ${MOST_ALIKE}`.execute(db)
  return rows
}

/** A span of more articles is not scanned for its first and last number. */
const MOST_BOUNDED = 2_000

/**
 * FTS5 seeks by id, so a short span reads only its own articles' passages; in a long one most passages match, and each is
 * looked up.
 */
function inSpan({ articles }: PassageQuery): RawBuilder<unknown> {
  if (articles === null) return sql``
  const isInTime = sql`day >= ${articles.after ?? '0'} and day < ${articles.before ?? '9999'}`
  const numbers = sql`(select number from indexed_articles where ${isInTime} limit ${sql.lit(MOST_BOUNDED)})`
  const isShort = sql`(select count(*) from ${numbers} as numbers) < ${sql.lit(MOST_BOUNDED)}`
  // a bound number is a REAL, and FTS5 seeks by integers alone
  return sql`and rowid >= case when ${isShort} then (select min(number) from ${numbers} as numbers) * ${sql.lit(PARAGRAPHS)} else 0 end
    and rowid < case when ${isShort} then (select max(number) + 1 from ${numbers} as numbers) * ${sql.lit(PARAGRAPHS)}
      else ${sql.lit(Number.MAX_SAFE_INTEGER)} end
    and exists (select 1 from indexed_articles where number = passages_index.rowid / ${sql.lit(PARAGRAPHS)} and ${isInTime})`
}

function idOf(number: number, paragraph: number): number {
  return number * PARAGRAPHS + (PARAGRAPHS - 1 - paragraph)
}

function placeOf(id: number): { readonly number: number; readonly paragraph: number } {
  return { number: Math.floor(id / PARAGRAPHS), paragraph: PARAGRAPHS - 1 - (id % PARAGRAPHS) }
}
