import type { Kysely, QueryExecutorProvider, RawBuilder } from 'kysely'
import type { FoundTokens, Match } from './match.ts'

/** What differs between the databases; all else is SQL that both understand. */
export type Engine = {
  /** A table `given` of a JSON array's elements, with `key` in their order; columns are read as `value ->> 0`. */
  readonly rows: (json: string) => RawBuilder<unknown>
  /** The same of plain values: `value` is each as it is, in PostgreSQL as text. */
  readonly list: (values: readonly (string | number)[]) => RawBuilder<unknown>
  /** The same of a JSON object's fields, `key` being their names. */
  readonly fields: (json: string) => RawBuilder<unknown>
  /** Selects columns of a table from rows given as objects. */
  readonly records: (table: string, columns: readonly string[], rows: readonly object[]) => RawBuilder<unknown>
  /** A join whose left side is read first. */
  readonly joinInOrder: RawBuilder<unknown>
  /** Names the index that a table is to be read by. */
  readonly indexedBy: (index: string) => RawBuilder<unknown>
  /** The function that says where a text stands in another; 0: nowhere. */
  readonly positionIn: RawBuilder<unknown>
  readonly schema: SchemaParts
  readonly search: SearchIndex
}

/** An engine's part in what migrations make. */
type SchemaParts = {
  /** The type of texts, compared by their bytes. */
  readonly text: RawBuilder<unknown>
  /** The type of whole numbers of any size. */
  readonly integer: RawBuilder<unknown>
  /** Ends an index with a column that is only read from it, where one may be as long as it likes. */
  readonly covering: (column: string) => RawBuilder<unknown>
  /** Makes a table that is kept in the order of its key. */
  readonly createSorted: (db: Kysely<unknown>, table: SortedTable) => Promise<void>
  readonly createTrigger: (db: Kysely<unknown>, trigger: Trigger) => Promise<void>
  /** Where the database can, each row that is added to a table is made heard: see `Opening`. */
  readonly announceInserts: (db: Kysely<unknown>, table: string) => Promise<void>
  readonly dropTrigger: (db: Kysely<unknown>, name: string, table: string) => Promise<void>
  /** Gives a table `rowid`, the order in which its rows came. */
  readonly addRowId: (db: Kysely<unknown>, table: string) => Promise<void>
  /** Lets a transaction stand still for as long as it likes. */
  readonly takeTime: (db: QueryExecutorProvider) => Promise<void>
  /** Has new rows' ids go on after those that are there. */
  readonly continueIds: (db: QueryExecutorProvider) => Promise<void>
  /** An index of addresses, which may be long. */
  readonly createAddressIndex: (db: Kysely<unknown>, index: AddressIndex) => Promise<void>
}

type SortedTable = {
  readonly name: string
  readonly columns: RawBuilder<unknown>
  readonly key: RawBuilder<unknown>
}

type AddressIndex = { readonly name: string; readonly table: string; readonly column: string }

/** `on`: like `insert on chats`; `when`: a condition of `new` and `old`. */
type Trigger = {
  readonly name: string
  readonly on: string
  readonly when: string | null
  readonly does: readonly string[]
}

/** Finds passages by their tokens; a passage's `rowid` in the table `passages_index` is its id. */
export type SearchIndex = {
  readonly create: (db: Kysely<unknown>) => Promise<void>
  readonly createTitles: (db: Kysely<unknown>) => Promise<void>
  /** The condition that a row of `passages_index` matches. */
  readonly matching: (match: Match) => RawBuilder<boolean>
  /** The condition that a row of `passages_index` has the word of a row of `vocabulary`. */
  readonly hasWord: RawBuilder<boolean>
  /** Adds passages: the JSON rows of an article, and the id of each. */
  readonly put: (db: QueryExecutorProvider, rows: string, id: RawBuilder<unknown>) => Promise<void>
  readonly remove: (db: QueryExecutorProvider, ids: readonly number[]) => Promise<void>
  readonly clear: (db: QueryExecutorProvider) => Promise<void>
  /** The most relevant of the newest passages that meet a condition, in no order. */
  readonly best: (db: QueryExecutorProvider, wanted: Weighing) => Promise<readonly FoundTokens[]>
  /** Merges a part of the index, for faster queries; `false`: nothing is left to merge. */
  readonly settle: (db: QueryExecutorProvider) => Promise<boolean>
  readonly putTitle: (db: QueryExecutorProvider, number: number, title: string) => Promise<void>
  readonly removeTitle: (db: QueryExecutorProvider, number: number) => Promise<void>
  /** A table that has each article whose title holds all of some words, and maybe others. */
  readonly titled: (words: readonly string[]) => RawBuilder<unknown>
}

/** `where`: conditions beside the match; of more than `newest` passages only the newest are weighed. */
type Weighing = {
  readonly match: Match
  readonly where: RawBuilder<unknown>
  readonly newest: number
  readonly limit: number
}
