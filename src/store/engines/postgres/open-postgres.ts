import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { migrate } from '../../migrate.ts'
import type { Migrations } from '../../migrations/all.ts'
import type { Database, Tables } from '../../schema.ts'
import { StoreUnusable } from '../../store-unusable.ts'
import type { Opening } from '../opening.ts'
import { TurnTakingDialect } from './dialect.ts'
import { CHANNEL } from './postgres.ts'

/** PostgreSQL 15. */
const OLDEST = 150_000
/** Writers come one after another; a connection that is used often knows all tables and plans quickly. */
const MOST_CONNECTIONS = 5
const CONNECT_MS = 10_000
/** A server that vanished doesn't even say so. A new version's first start may work for longer. */
const ANSWER_MS = 60_000

/** Opens a PostgreSQL database, its schema up to date; many processes may. @throws StoreUnusable, without the password */
export async function openPostgres(address: string, { migrations, ...heard }: Opening): Promise<Database> {
  const db = connect(address, { ...heard, query_timeout: ANSWER_MS })
  try {
    await checkServer(db, address)
    if (!(await isCurrent(db, address, migrations))) await bringUpToDate(address, migrations)
    return db
  } catch (error) {
    await db.destroy()
    if (error instanceof StoreUnusable) throw error
    throw unusable(address, adviceFor(error), error)
  }
}

/** Who starts at the same time waits for the turn and finds nothing to do. */
async function bringUpToDate(address: string, migrations: Migrations): Promise<void> {
  const db = connect(address, { onWrite: () => {}, onNews: () => {} })
  try {
    await db.transaction().execute((tx) => migrate(tx, migrations))
  } finally {
    await db.destroy()
  }
}

type Connecting = Omit<Opening, 'migrations'> & { readonly query_timeout?: number }

function connect(address: string, { onWrite, onNews, ...limits }: Connecting): Database {
  const options = {
    ...limits,
    connectionString: address,
    application_name: 'mujaz',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser: parserOf },
  }
  const pool = new pg.Pool(options)
  // a connection that is lost, in the pool or in use, fails its next question; that is where it is dealt with
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {}).on('notification', onNews)
    // every one of them hears it, so that none must be kept for that alone
    client.query(`listen ${CHANNEL}`).catch(() => {})
  })
  return new Kysely<Tables>({ dialect: new TurnTakingDialect(pool, onWrite) })
}

/** `bigint` and `numeric`: ids, times and sums, all of which JavaScript's numbers hold. */
const NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]

function parserOf(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return NUMBERS.includes(type) ? Number : pg.types.getTypeParser(type, format ?? 'text')
}

async function checkServer(db: Database, address: string): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string; standby: boolean }>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      pg_is_in_recovery() as standby`.execute(db)
  const [server] = rows
  if (server === undefined || server.version < OLDEST) throw unusable(address, 'PostgreSQL 15 or later is needed')
  if (server.encoding !== 'UTF8') throw unusable(address, 'make it with the encoding UTF8: createdb --encoding=UTF8')
  if (server.standby) throw unusable(address, 'it is a standby, which nobody may write to: name its primary')
}

/** Whether all migrations were applied. @throws StoreUnusable where a newer version was here. */
async function isCurrent(db: Database, address: string, migrations: Migrations): Promise<boolean> {
  const { rows: tables } = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(db)
  if ((tables[0]?.found ?? null) === null) return false
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  if (rows.some(({ name }) => !Object.hasOwn(migrations, name))) {
    throw unusable(address, 'a newer version of mujaz has used it: run that one')
  }
  return rows.length === Object.keys(migrations).length
}

function unusable(address: string, advice: string, cause?: unknown): StoreUnusable {
  return new StoreUnusable(`DATABASE_URL: ${withoutSecrets(address)} cannot be used: ${advice}`, { cause })
}

/** Its parameters may hold secrets too. */
function withoutSecrets(address: string): string {
  const { protocol, username, host, pathname } = new URL(address)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}

/** What to do about an error, in one line. */
function adviceFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = ADVICE.find(([codes]) => codes.test(code))
  if (known !== undefined) return known[1]
  return error instanceof Error ? (error.message || error.name).split('\n', 1).join('') : String(error)
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/,
    'nothing answers there: is PostgreSQL running, and may it be reached?',
  ],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, 'no such host is known'],
  [/^28/, 'it refuses this user or password'],
  [/^3D000$/, 'there is no such database: make one with createdb'],
  [/^42501$/, 'this user may not make tables there: grant it all on the schema public'],
  [/^53300$/, 'it has no connection left: raise its max_connections'],
]
