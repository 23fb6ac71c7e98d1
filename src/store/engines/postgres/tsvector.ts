import { type RawBuilder, sql } from 'kysely'
import type { SearchIndex } from '../engine.ts'
import { type FoundTokens, type IndexColumn, type Match, type PhraseMatch, phrasesIn } from '../match.ts'
import { mostRelevant } from './bm25.ts'

/** Letters of a token: a lexeme has 2,046 bytes at most. */
const LONGEST = 500
const MARKS: Readonly<Record<IndexColumn, string>> = { stems: 's', words: 'w', about: 'a', facets: 'f' }

/*
 * Passages as lexemes, each our own stem or word after a letter for its column: `sقمه`, `wالقمة`. Positions are left out, as
 * PostgreSQL keeps 256 of a lexeme at most: that words follow each other is read from the passage's words.
 */
export const TSVECTOR: SearchIndex = {
  create: async (db) => {
    await sql`create table passages_index (
      rowid bigint primary key, tokens tsvector not null, size bigint not null)`.execute(db)
    await sql`create index passages_index_tokens on passages_index using gin (tokens)`.execute(db)
    await sql`create table passages_size (total bigint not null)`.execute(db)
    await sql`insert into passages_size values (0)`.execute(db)
  },
  createTitles: async () => {},
  matching,
  hasWord: sql`tokens @@ quote_literal('w' || left(vocabulary.word, ${sql.lit(LONGEST)}))::tsquery`,
  put: async (db, rows, id) => {
    await sql`with added as (
      insert into passages_index (rowid, tokens, size)
      select ${id}, array_to_tsvector(lexemes), count from json_array_elements(${rows}::json) as given(value)
      cross join lateral (
        select coalesce(array_agg(distinct left(mark || token, ${sql.lit(LONGEST + 1)})), '{}') as lexemes, count(*) as count
        from (values ('s', value ->> 4), ('w', value ->> 2), ('a', value ->> 3), ('f', value ->> 5)) as columns(mark, tokens)
        cross join lateral string_to_table(tokens, ' ') as token where token <> '') as counted
      returning size)
      update passages_size set total = total + coalesce((select sum(size) from added), 0)`.execute(db)
  },
  remove: async (db, ids) => {
    await sql`with gone as (delete from passages_index where rowid = any(${ids}::bigint[]) returning size)
      update passages_size set total = total - coalesce((select sum(size) from gone), 0)`.execute(db)
  },
  clear: async (db) => {
    await sql`delete from passages_index`.execute(db)
    await sql`update passages_size set total = 0`.execute(db)
  },
  best: async (db, { match, where, newest, limit }) => {
    const phrases = phrasesIn(match)
    const { rows } = await sql<FoundTokens & { readonly size: number }>`
      select p.id, p.stems, p.words, p.about, newest.size from (
        select rowid, size from passages_index where ${matching(match)} ${where}
        order by rowid desc limit ${newest}) as newest
      join passages as p on p.id = newest.rowid`.execute(db)
    const counts = phrases.map((phrase) => sql`(select count(*) from passages_index where ${matching(phrase)})`)
    const { rows: totals } = await sql<{ found: readonly number[]; passages: number; tokens: number }>`
      select array[${sql.join(counts)}]::float8[] as found, (select total from passages_size) as tokens,
        (select count from archive_counts where name = 'passages') as passages`.execute(db)
    const [total] = totals
    return total === undefined ? [] : mostRelevant(rows, { phrases, limit, ...total })
  },
  settle: async () => false,
  putTitle: async () => {},
  removeTitle: async () => {},
  titled: () => sql`briefings`,
}

function matching(match: Match): RawBuilder<boolean> {
  if (match.kind === 'phrase' && match.words.length > 1) return following(match)
  const query = queryOf(match)
  if (query !== null) return sql`tokens @@ ${query}::tsquery`
  if (match.kind === 'phrase') return sql`false`
  return sql`(${sql.join(match.of.map(matching), match.kind === 'all' ? sql` and ` : sql` or `)})`
}

/** A condition as a `tsquery`; `null`: it has phrases of several words, or nothing. */
function queryOf(match: Match): string | null {
  if (match.kind === 'phrase') {
    const [word = ''] = match.words
    return match.words.length > 1 ? null : `(${match.columns.map((column) => lexeme(column, word)).join('|')})`
  }
  const parts = match.of.map(queryOf)
  return parts.length === 0 || parts.includes(null) ? null : `(${parts.join(match.kind === 'all' ? '&' : '|')})`
}

function following({ columns, words }: PhraseMatch): RawBuilder<boolean> {
  const inColumns = columns.map((column) => {
    const query = words.map((word) => lexeme(column, word)).join('&')
    return sql`(tokens @@ ${query}::tsquery and exists (select 1 from passages where id = passages_index.rowid
      and strpos(' ' || ${sql.ref(column)} || ' ', ${` ${words.join(' ')} `}) > 0))`
  })
  return sql`(${sql.join(inColumns, sql` or `)})`
}

function lexeme(column: IndexColumn, word: string): string {
  const cut = [...word].slice(0, LONGEST).join('')
  return `'${MARKS[column]}${cut.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
}
