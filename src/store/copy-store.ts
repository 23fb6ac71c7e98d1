import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { engineOf } from './engines/engine-of.ts'
import type { Database, Tx } from './schema.ts'
import { StoreUnusable } from './store-unusable.ts'

/** The indices that each engine makes of the articles' files, when it reads them again, and what running processes tell each other. */
const MADE_ANEW = /^(?:passages.*|titles_index.*|vocabulary|indexed_articles|kysely_migration.*|takers|changes)$/
/** What others refer to comes first; what triggers count while others are copied comes last. */
const FIRST = ['chats', 'digests', 'subscriptions', 'sources']
const LAST = ['tallies', 'archive_counts']
const STEP = 500
/** The key in `meta` under which a copy keeps what it made, to tell whether anybody has changed it since. */
const MARK = 'copied'

type Table = { readonly name: string; readonly columns: readonly string[] }
type Row = Readonly<Record<string, unknown>>

/**
 * Copies all rows of a store to another in one transaction, and compares them; search is made anew at the next start. What stands
 * there is replaced only where a former copy made it and nobody has changed it since. Answers how many rows there are.
 * @throws StoreUnusable
 */
export async function copyStore(from: Database, to: Database): Promise<number> {
  const tables = await tablesOf(from)
  return await to.transaction().execute(async (tx) => {
    await engineOf(tx).schema.takeTime(tx)
    await checkUnused(tx, tables)
    for (const { name } of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(tx)
    await engineOf(tx).search.clear(tx)
    for (const name of ['passages', 'vocabulary', 'indexed_articles'])
      await sql`delete from ${sql.table(name)}`.execute(tx)
    for (const table of tables) await copyTable(from, tx, table)
    await engineOf(tx).schema.continueIds(tx)
    const [there, here] = [await fingerprintOf(from, tables), await fingerprintOf(tx, tables)]
    if (there.words !== here.words)
      throw new StoreUnusable('the rows changed while they were copied: stop the bot first')
    await tx.insertInto('meta').values({ key: MARK, value: here.words }).execute()
    return here.rows
  })
}

async function tablesOf(db: Database): Promise<readonly Table[]> {
  const found = await db.introspection.getTables()
  const tables = found
    .filter(({ name }) => !MADE_ANEW.test(name))
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name).filter((each) => each !== 'rowid'),
    }))
  const placeOf = ({ name }: Table) =>
    FIRST.includes(name) ? FIRST.indexOf(name) - FIRST.length : LAST.indexOf(name) + 1
  return tables.toSorted((one, other) => placeOf(one) - placeOf(other))
}

async function checkUnused(tx: Tx, tables: readonly Table[]): Promise<void> {
  const marked = await tx.selectFrom('meta').select('value').where('key', '=', MARK).executeTakeFirst()
  const { rows, words } = await fingerprintOf(tx, tables)
  if (rows > 0 && words !== marked?.value) throw new StoreUnusable('it is in use: name an empty one')
}

async function copyTable(from: Database, tx: Tx, table: Table): Promise<void> {
  // triggers have counted meanwhile
  await sql`delete from ${sql.table(table.name)}`.execute(tx)
  for await (const rows of rowsOf(from, table)) {
    const columns = sql.join(table.columns.map((column) => sql.ref(column)))
    const values = rows.map((row) => sql`(${sql.join(table.columns.map((column) => row[column]))})`)
    await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(values)}`.execute(tx)
  }
}

/** In steps, in the order of the first columns, which tell rows apart in every table. */
async function* rowsOf(db: Database | Tx, { name, columns }: Table): AsyncGenerator<readonly Row[]> {
  const selected = sql.join(columns.map((column) => sql.ref(column)))
  const order = sql.join(columns.slice(0, 4).map((_, at) => sql.lit(at + 1)))
  for (let offset = 0; ; offset += STEP) {
    const { rows } = await sql<Row>`select ${selected} from ${sql.table(name)}
      order by ${order} limit ${STEP} offset ${offset}`.execute(db)
    const kept = rows.filter(({ key }) => name !== 'meta' || key !== MARK).map((row) => asCopied(name, row))
    if (kept.length > 0) yield kept
    if (rows.length < STEP) return
  }
}

/** Every file is read again, and the passages counted as they come. */
function asCopied(table: string, row: Row): Row {
  if (table === 'files') return { ...row, engine: 0 }
  return table === 'archive_counts' && row.name === 'passages' ? { ...row, count: 0 } : row
}

/** All rows in a few words, whatever their order; `rows`: how many, but for counts. */
async function fingerprintOf(db: Database | Tx, tables: readonly Table[]) {
  let count = 0
  const hash = createHash('sha256')
  for (const table of tables) {
    hash.update(table.name)
    for await (const rows of rowsOf(db, table)) {
      if (!LAST.includes(table.name)) count += rows.length
      for (const row of rows) hash.update(JSON.stringify(table.columns.map((column) => written(row[column]))))
    }
  }
  return { rows: count, words: hash.digest('hex') }
}

function written(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
