import { type RawBuilder, sql } from 'kysely'
import type { FoundPassage, VocabularyWord, WantedPassages, WantedTerm } from '../../search/passage.ts'
import type { Database, Tx } from '../schema.ts'
import { mirrored, PARAGRAPHS, type PassageRows } from './article-rows.ts'
import { countOf } from './counts.ts'
import { matchFor, matchForTerm, quoted } from './match.ts'

export type Passages = {
  /** Brings the index a step nearer to the shape that is quickest to ask; `false`: it is in it. */
  readonly settle: () => Promise<boolean>
  /** How many passages there are in all. */
  readonly size: () => Promise<number>
  /** How many passages are as one of the wishes, which must be of the same articles; none counted beyond 10,000. */
  readonly count: (wishes: readonly WantedPassages[]) => Promise<number>
  /** The likeliest passages in no order; of very many only the newest articles' are weighed. */
  readonly find: (wanted: WantedPassages, limit: number) => Promise<readonly FoundPassage[]>
  /** How many passages have a term in them or above them, none counted beyond `most`. */
  readonly frequency: (term: WantedTerm, most: number) => Promise<number>
  /** Words of the vocabulary whose bare form begins or ends like another's, and is as long as it but for `reach`. */
  readonly wordsLike: (bare: string, reach: number) => Promise<readonly VocabularyWord[]>
  readonly wordsOfSkeleton: (skeleton: string) => Promise<readonly VocabularyWord[]>
}

/** Of more passages than this only the newest are weighed: a weighed one costs about a microsecond. */
const MOST_WEIGHED = 1_000
/** Nobody tells more passages than these apart, and counting them takes milliseconds. */
const MOST_COUNTED = 10_000
const MOST_ALIKE = 4_000

export function createPassages(db: Database): Passages {
  return {
    settle: () => settle(db),
    size: () => countOf(db, 'passages'),
    count: (wishes) => countPassages(db, wishes),
    find: (wanted, limit) => findPassages(db, wanted, limit),
    frequency: (term, most) =>
      numberOf(
        db,
        sql`select count(*) as count from (
          select 1 from passages_index where passages_index match ${matchForTerm(term)} limit ${most})`,
      ),
    wordsLike: (bare, reach) => wordsLike(db, bare, reach),
    wordsOfSkeleton: async (skeleton) =>
      await db.selectFrom('vocabulary').selectAll().where('skeleton', '=', skeleton).limit(200).execute(),
  }
}

/** Indexes an article's passages anew where they changed. Paragraphs from the 65,536th on are left out. */
export async function putPassages(tx: Tx, number: number, passages: PassageRows): Promise<void> {
  const { day, hash, count, rows, vocabulary } = passages
  const known = await tx.selectFrom('indexed_articles').select('hash').where('number', '=', number).executeTakeFirst()
  if (known?.hash === hash) return
  if (known !== undefined) await removePassages(tx, number)
  const first = idOf(number, PARAGRAPHS - 1)
  const id = sql`cast(${first + PARAGRAPHS - 1} as integer) - (value ->> 0)`
  await sql`insert into passages (id, stems, words, about)
    select ${id}, value ->> 1, value ->> 2, value ->> 3 from json_each(${rows})`.execute(tx)
  await sql`insert into passages_index (rowid, stems, words, about, facets)
    select ${id}, value ->> 4, value ->> 2, value ->> 3, value ->> 5 from json_each(${rows})`.execute(tx)
  // most words of an article are known by then: the rest of a row is only read of those that are not
  await sql`insert into vocabulary (word, shown, bare, tail, skeleton)
    select key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${vocabulary})
    where not exists (select 1 from vocabulary where word = key)`.execute(tx)
  await tx.insertInto('indexed_articles').values({ number, hash, day, passages: count }).execute()
}

/** Forgets an article's passages, and the words that no other has. */
export async function removePassages(tx: Tx, number: number): Promise<void> {
  const [first, last] = [idOf(number, PARAGRAPHS - 1), idOf(number, 0)]
  const own = tx.selectFrom('passages').select(['id', 'words']).where('id', '>=', first).where('id', '<=', last)
  const rows = await own.execute()
  for (const { id } of rows) await sql`delete from passages_index where rowid = ${id}`.execute(tx)
  await tx.deleteFrom('passages').where('id', '>=', first).where('id', '<=', last).execute()
  await tx.deleteFrom('indexed_articles').where('number', '=', number).execute()
  for (const word of new Set(rows.flatMap(({ words }) => words.split(' ')))) {
    await sql`delete from vocabulary where word = ${word} and not exists (
      select 1 from passages_index where passages_index match ${`words : ${quoted(word)}`})`.execute(tx)
  }
}

/** So many pages of the index are merged at a time: some milliseconds. */
const MERGED_PAGES = 64

/** FTS5 tells that nothing was left to merge by changing fewer than two rows. */
async function settle(db: Database): Promise<boolean> {
  const changes = () => numberOf(db, sql`select total_changes() as count`)
  const before = await changes()
  await sql`insert into passages_index (passages_index, rank) values ('merge', ${sql.lit(MERGED_PAGES)})`.execute(db)
  return (await changes()) - before >= 2
}

async function findPassages(db: Database, wanted: WantedPassages, limit: number): Promise<readonly FoundPassage[]> {
  const match = matchFor(wanted)
  if (match === null) return []
  const matching = sql`from passages_index where passages_index match ${match} ${inSpan(wanted)}`
  const newest = sql`select rowid as id ${matching} order by rowid desc limit ${limit}`
  const likeliest = sql`select id from (
      select rowid as id, bm25(passages_index, 1.0, 1.0, 0.4, 0.0) as weight ${matching}
      order by rowid desc limit ${MOST_WEIGHED}) as weighed order by weight, id desc limit ${limit}`
  const chosen = (await isWorthWeighing(db, { wanted, matching, limit })) ? likeliest : newest
  const { rows } = await sql<{ id: number; stems: string; words: string; about: string }>`
    select p.id, p.stems, p.words, p.about from (${chosen}) as chosen join passages as p on p.id = chosen.id`.execute(
    db,
  )
  return rows.map(({ id, ...tokens }) => ({ ...placeOf(id), ...tokens }))
}

type Weighing = {
  readonly wanted: WantedPassages
  readonly matching: RawBuilder<unknown>
  readonly limit: number
}

/** Weighing reads all that each word has: only where some passages must be left out for others. */
async function isWorthWeighing(db: Database, { wanted, matching, limit }: Weighing): Promise<boolean> {
  if (wanted.terms.length + wanted.phrases.length === 0) return false
  const { rows } = await sql`select 1 ${matching} limit 1 offset ${limit}`.execute(db)
  return rows.length > 0
}

async function countPassages(db: Database, wishes: readonly WantedPassages[]): Promise<number> {
  const match = wishes.flatMap((wish) => matchFor(wish) ?? []).map((each) => `(${each})`)
  const [first] = wishes
  if (first === undefined || match.length === 0) return 0
  const matching = sql`passages_index match ${match.join(' OR ')} ${inSpan(first)}`
  return await numberOf(
    db,
    sql`select count(*) as count from (select 1 from passages_index where ${matching} limit ${MOST_COUNTED})`,
  )
}

async function numberOf(db: Database, question: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`${question}`.execute(db)
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

/** Of more articles than this the numbers are not looked through for the first and last. */
const MOST_BOUNDED = 2_000

/**
 * FTS5 jumps to ids, so that a short span costs only its own articles' passages; in a long one most passages are welcome, and
 * each is looked up.
 */
function inSpan({ articles }: WantedPassages): RawBuilder<unknown> {
  if (articles === null) return sql``
  const isInTime = sql`day >= ${articles.after ?? '0'} and day < ${articles.before ?? '9999'}`
  const numbers = sql`(select number from indexed_articles where ${isInTime} limit ${sql.lit(MOST_BOUNDED)})`
  const isShort = sql`(select count(*) from ${numbers}) < ${sql.lit(MOST_BOUNDED)}`
  // a bound number is a REAL, and FTS5 jumps to integers alone
  return sql`and rowid >= case when ${isShort} then (select min(number) from ${numbers}) * ${sql.lit(PARAGRAPHS)} else 0 end
    and rowid < case when ${isShort} then (select max(number) + 1 from ${numbers}) * ${sql.lit(PARAGRAPHS)}
      else ${sql.lit(Number.MAX_SAFE_INTEGER)} end
    and exists (select 1 from indexed_articles where number = passages_index.rowid / ${sql.lit(PARAGRAPHS)} and ${isInTime})`
}

function idOf(number: number, paragraph: number): number {
  return number * PARAGRAPHS + (PARAGRAPHS - 1 - paragraph)
}

function placeOf(id: number): { readonly number: number; readonly paragraph: number } {
  return { number: Math.floor(id / PARAGRAPHS), paragraph: PARAGRAPHS - 1 - (id % PARAGRAPHS) }
}
