import { type RawBuilder, sql } from 'kysely'
import type { ArticlePassages, FoundPassage, VocabularyWord, WantedPassages, WantedTerm } from '../../search/passage.ts'
import type { Database, Tx } from '../schema.ts'
import { matchFor, matchForTerm, quoted } from './match.ts'

export type Passages = {
  /** Indexes an article's passages anew where they changed. Paragraphs from the 65,536th on are left out. */
  readonly sync: (article: ArticlePassages) => Promise<'same' | 'indexed'>
  /** Forgets the passages of all other articles, and tells how many articles that were. */
  readonly keepOnly: (numbers: readonly number[]) => Promise<number>
  /** To be called after many changes: brings the index into the shape that is quickest to ask. */
  readonly settle: () => Promise<void>
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

/** So many passages an article at most; the low bits of a passage's id. */
const PARAGRAPHS = 65_536
/** Of more passages than this only the newest are weighed: a weighed one costs about a microsecond. */
const MOST_WEIGHED = 1_000
/** Nobody tells more passages than these apart, and counting them takes milliseconds. */
const MOST_COUNTED = 10_000
const MOST_ALIKE = 4_000

export function createPassages(db: Database): Passages {
  return {
    sync: (article) => db.transaction().execute((tx) => syncArticle(tx, article)),
    keepOnly: (numbers) => db.transaction().execute((tx) => keepOnly(tx, numbers)),
    settle: async () => {
      await sql`insert into passages_index(passages_index) values ('optimize')`.execute(db)
    },
    count: (wishes) => countPassages(db, wishes),
    find: (wanted, limit) => findPassages(db, wanted, limit),
    frequency: (term, most) =>
      countOf(
        db,
        sql`select count(*) as count from (
          select 1 from passages_index where passages_index match ${matchForTerm(term)} limit ${most})`,
      ),
    wordsLike: (bare, reach) => wordsLike(db, bare, reach),
    wordsOfSkeleton: async (skeleton) =>
      await db.selectFrom('vocabulary').selectAll().where('skeleton', '=', skeleton).limit(200).execute(),
  }
}

async function syncArticle(tx: Tx, { number, hash, passages, vocabulary }: ArticlePassages) {
  const known = await tx.selectFrom('indexed_articles').select('hash').where('number', '=', number).executeTakeFirst()
  if (known?.hash === hash) return 'same'
  if (known !== undefined) await removeArticle(tx, number)
  // The index takes rows quickest in the order of their ids.
  const ascending = passages.filter(({ paragraph }) => paragraph < PARAGRAPHS).toReversed()
  const rows = ascending.map(({ paragraph, stems, words, about, facets }) => [
    idOf(number, paragraph),
    stems.join(' '),
    words.join(' '),
    about.join(' '),
    stems.filter((stem) => stem !== '_').join(' '),
    facets.join(' '),
  ])
  const given = JSON.stringify(rows)
  await sql`insert into passages (id, stems, words, about)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${given})`.execute(tx)
  await sql`insert into passages_index (rowid, stems, words, about, facets)
    select value ->> 0, value ->> 4, value ->> 2, value ->> 3, value ->> 5 from json_each(${given})`.execute(tx)
  const learnt = vocabulary.map(({ word, shown, bare, skeleton }) => [word, shown, bare, mirrored(bare), skeleton])
  await sql`insert into vocabulary (word, shown, bare, tail, skeleton)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(${JSON.stringify(learnt)})
    where true on conflict do nothing`.execute(tx)
  await tx.insertInto('indexed_articles').values({ number, hash }).execute()
  return 'indexed'
}

async function keepOnly(tx: Tx, numbers: readonly number[]): Promise<number> {
  const kept = new Set(numbers)
  const known = await tx.selectFrom('indexed_articles').select('number').execute()
  const gone = known.filter(({ number }) => !kept.has(number))
  for (const { number } of gone) await removeArticle(tx, number)
  return gone.length
}

async function removeArticle(tx: Tx, number: number): Promise<void> {
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
  return await countOf(
    db,
    sql`select count(*) as count from (select 1 from passages_index where ${matching} limit ${MOST_COUNTED})`,
  )
}

async function countOf(db: Database, question: RawBuilder<unknown>): Promise<number> {
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

function inSpan({ articles }: WantedPassages): RawBuilder<unknown> {
  if (articles === null) return sql``
  // A bound number is a REAL, and FTS5 jumps to integers alone.
  const [first, last] = [idOf(articles.first, PARAGRAPHS - 1), idOf(articles.last, 0)]
  const range = sql`and rowid between cast(${first} as integer) and cast(${last} as integer)`
  if (articles.without.length === 0) return range
  return sql`${range} and rowid / ${sql.lit(PARAGRAPHS)} not in (
    select value from json_each(${JSON.stringify(articles.without)}))`
}

function idOf(number: number, paragraph: number): number {
  return number * PARAGRAPHS + (PARAGRAPHS - 1 - paragraph)
}

function placeOf(id: number): { readonly number: number; readonly paragraph: number } {
  return { number: Math.floor(id / PARAGRAPHS), paragraph: PARAGRAPHS - 1 - (id % PARAGRAPHS) }
}

function mirrored(word: string): string {
  return [...word].toReversed().join('')
}
