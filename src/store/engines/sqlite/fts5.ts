import { sql } from 'kysely'
import type { SearchIndex } from '../engine.ts'
import type { FoundTokens, Match } from '../match.ts'

/*
 * SQLite's FTS5 is given our own stems: its tokenizer only cuts at spaces (every character past ASCII belongs to a token) and
 * folds nothing. Every token of a query is quoted, so no token is syntax:
 *
 *     (({stems about} : "قمه") AND (stems : "قمه" OR …) AND (words : "word after word"))
 */
export const FTS5: SearchIndex = {
  create: async (db) => {
    await sql`create virtual table passages_index using fts5(
      stems, words, about, facets, tokenize = "ascii tokenchars '_'", content = '', contentless_delete = 1)`.execute(db)
  },
  createTitles: async (db) => {
    await sql`create virtual table titles_index using fts5(
      title, tokenize = 'trigram', content = '', contentless_delete = 1)`.execute(db)
  },
  matching: (match) => sql`passages_index match ${expressionOf(match)}`,
  hasWord: sql`passages_index match 'words : "' || replace(vocabulary.word, '"', '') || '"'`,
  put: async (db, rows, id) => {
    await sql`insert into passages_index (rowid, stems, words, about, facets)
      select ${id}, value ->> 4, value ->> 2, value ->> 3, value ->> 5 from json_each(${rows})`.execute(db)
  },
  remove: async (db, ids) => {
    for (const id of ids) await sql`delete from passages_index where rowid = ${id}`.execute(db)
  },
  clear: async (db) => {
    await sql`insert into passages_index (passages_index) values ('delete-all')`.execute(db)
  },
  best: async (db, { match, where, newest, limit }) => {
    const { rows } = await sql<FoundTokens>`select p.id, p.stems, p.words, p.about from (
      select id from (
        select rowid as id, bm25(passages_index, 1.0, 1.0, 0.4, 0.0) as weight from passages_index
        where passages_index match ${expressionOf(match)} ${where} order by rowid desc limit ${newest}) as weighed
      order by weight, id desc limit ${limit}) as chosen join passages as p on p.id = chosen.id`.execute(db)
    return rows
  },
  settle: async (db) => {
    const changes = async () => {
      const { rows } = await sql<{ count: number }>`select total_changes() as count`.execute(db)
      return rows[0]?.count ?? 0
    }
    const before = await changes()
    await sql`insert into passages_index (passages_index, rank) values ('merge', ${sql.lit(MERGED_PAGES)})`.execute(db)
    // FTS5 changes fewer than two rows when nothing is left to merge
    return (await changes()) - before >= 2
  },
  putTitle: async (db, number, title) => {
    await sql`insert into titles_index (rowid, title) values (cast(${number} as integer), ${title})`.execute(db)
  },
  removeTitle: async (db, number) => {
    await sql`delete from titles_index where rowid = cast(${number} as integer)`.execute(db)
  },
  titled: (words) => {
    // the index knows nothing shorter than three letters
    const indexed = words.filter((word) => [...word].length >= 3).map((word) => `"${word.replaceAll('"', '""')}"`)
    return indexed.length === 0
      ? sql`briefings`
      : sql`(select b.number, b.published, b.folded from titles_index as t
          cross join briefings as b on b.number = t.rowid where titles_index match ${indexed.join(' AND ')})`
  },
}

/** Pages of the index merged at a time: some milliseconds. */
const MERGED_PAGES = 64

function expressionOf(match: Match): string {
  if (match.kind !== 'phrase') return `(${match.of.map(expressionOf).join(match.kind === 'all' ? ' AND ' : ' OR ')})`
  const [first = '', ...others] = match.columns
  const columns = others.length === 0 ? first : `{${match.columns.join(' ')}}`
  return `${columns} : "${match.words.join(' ').replaceAll('"', '')}"`
}
