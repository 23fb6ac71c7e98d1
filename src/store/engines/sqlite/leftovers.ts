import SqliteFile from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Database, Tables } from '../../schema.ts'

type Part = {
  readonly name: string
  readonly type: 'table' | 'index' | 'trigger'
  readonly words: string
  readonly columns: string
}
type Schema = ReadonlyMap<string, Part>
/** What the applied migrations make, and what with the next one. */
type Around = { readonly before: Schema; readonly after: Schema }

/** Tables with rows stand where the list of applied migrations is empty: what made them is unknown. */
class UnknownTables extends Error {
  override readonly name = 'UnknownTables'
}

/**
 * Migrations once ran statement by statement, so a start that was killed may have left a part of the next one. The bot
 * never ran on such a schema, so all of it is the migration's own making: it is undone, to be made anew and whole.
 *
 *     what is there − what the applied ones make = what the next one left        run inside the migrations' transaction
 */
export async function undoLeftovers(
  db: Database,
  { applied, next }: { readonly applied: readonly Migration[]; readonly next: Migration },
): Promise<void> {
  const actual = await readSchema(db)
  if (actual.size === 0) return
  const around = await schemasAround(applied, next)
  const { before, after } = around
  const differing = [...after.keys(), ...before.keys()].filter((name) => {
    const words = before.get(name)?.words
    return words !== after.get(name)?.words && words !== actual.get(name)?.words
  })
  const found = [...new Set(differing)].flatMap((name) => actual.get(name) ?? [])
  if (applied.length === 0) await refuseRows(db, found)
  for (const { type, name } of found) {
    if (type !== 'table') await sql`drop ${sql.raw(type)} ${sql.id(name)}`.execute(db)
  }
  for (const table of found.filter(({ type }) => type === 'table')) await undoTable(db, table, around)
  for (const name of new Set(differing)) {
    const part = before.get(name)
    if (part !== undefined && part.type !== 'table') await sql.raw(part.words).execute(db)
  }
}

/** A column that neither knows is somebody's own. */
async function undoTable(db: Database, { name, columns }: Part, { before, after }: Around): Promise<void> {
  const columnsOf = (schema: Schema) => schema.get(name)?.columns.split(',')
  const kept = columnsOf(before)
  // a table that belongs to another goes with that
  if (kept === undefined) return void (await sql`drop table if exists ${sql.id(name)}`.execute(db))
  const added = columnsOf(after)?.filter((column) => !kept.includes(column))
  for (const column of columns.split(',').filter((one) => added?.includes(one))) {
    await sql`alter table ${sql.id(name)} drop column ${sql.id(column)}`.execute(db)
  }
}

async function refuseRows(db: Database, found: readonly Part[]): Promise<void> {
  for (const { type, name } of found) {
    if (type !== 'table') continue
    const { rows } = await sql`select 1 from ${sql.id(name)} limit 1`.execute(db)
    if (rows.length > 0) throw new UnknownTables('it has tables, but no list of what made them: restore a backup')
  }
}

async function readSchema(db: Database): Promise<Schema> {
  const { rows } = await sql<Part>`
    select name, type, sql as words, (select group_concat(name) from pragma_table_info(part.name)) as columns
    from sqlite_master as part where sql is not null and name not like 'sqlite%' and name not like 'kysely%'`.execute(
    db,
  )
  return new Map(rows.map((part) => [part.name, part]))
}

async function schemasAround(applied: readonly Migration[], next: Migration): Promise<Around> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new SqliteFile(':memory:') }) })
  try {
    for (const migration of applied) await migration.up(db)
    const before = await readSchema(db)
    await next.up(db)
    return { before, after: await readSchema(db) }
  } finally {
    await db.destroy()
  }
}
