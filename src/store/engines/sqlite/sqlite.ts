import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { FTS5 } from './fts5.ts'

export const SQLITE: Engine = {
  rows: each,
  list: (values) => each(JSON.stringify(values)),
  fields: each,
  records: (_table, columns, rows) => {
    const values = columns.map((column) => sql`value ->> ${sql.lit(column)}`)
    // without `where`, SQLite reads `on conflict` as a join's condition
    return sql`select ${sql.join(values)} from ${each(JSON.stringify(rows))} where true`
  },
  // the planner keeps the order of these alone
  joinInOrder: sql`cross join`,
  indexedBy: (index) => sql`indexed by ${sql.id(index)}`,
  positionIn: sql`instr`,
  schema: {
    text: sql`text`,
    integer: sql`integer`,
    covering: (column) => sql`, ${sql.ref(column)}`,
    createSorted: async (db, { name, columns, key }) => {
      await sql`create table ${sql.table(name)} (${columns}, primary key (${key})) without rowid`.execute(db)
    },
    createTrigger: async (db, { name, on, when, does }) => {
      const condition = when === null ? '' : `when ${when}`
      const body = does.map((statement) => `${statement};`).join(' ')
      await sql.raw(`create trigger ${name} after ${on} ${condition} begin ${body} end`).execute(db)
    },
    // nobody could be told
    announceInserts: async () => {},
    dropTrigger: async (db, name) => {
      await sql`drop trigger ${sql.id(name)}`.execute(db)
    },
    // each table has one
    addRowId: async () => {},
    // it may
    takeTime: async () => {},
    // they do by themselves
    continueIds: async () => {},
    createAddressIndex: async (db, { name, table, column }) => {
      await db.schema.createIndex(name).on(table).column(column).execute()
    },
  },
  search: FTS5,
}

function each(json: string) {
  return sql`json_each(${json}) as given`
}
