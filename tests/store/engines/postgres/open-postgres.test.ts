import { once } from 'node:events'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { MIGRATIONS } from '../../../../src/store/migrations/all.ts'
import { openDatabase, type StoreOptions } from '../../../../src/store/open-database.ts'
import type { Database } from '../../../../src/store/schema.ts'
import { databaseAt } from '../../../postgres-server.ts'
import { aDirectory, anEmptyStore, aSlug, aStore } from '../../a-store.ts'

const postgres = inject('postgres')
const server = postgres?.server ?? ''

async function ask(address: string, question: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(address)
  await client.connect()
  const { rows } = await client.query(question)
  await client.end()
  return rows
}

/** A database with no table in it. */
async function aNewDatabase(encoding = 'UTF8'): Promise<StoreOptions> {
  const name = `${postgres?.prefix}${crypto.randomUUID().replaceAll('-', '')}`
  await ask(server, `create database ${name} encoding '${encoding}' locale 'C' template template0`)
  onTestFinished(async () => void (await ask(server, `drop database ${name} with (force)`)))
  return { directory: '', database: databaseAt(server, name) }
}

async function open(options: StoreOptions): Promise<Database> {
  const db = await openDatabase(options)
  onTestFinished(() => db.destroy())
  return db
}

async function aSilentPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  return typeof address === 'string' || address === null ? 0 : address.port
}

describe('a server that cannot be used', () => {
  const SECRET = 'pass-of-mine'
  const withSecret = (address: string, change: (url: URL) => void) => {
    const url = new URL(address)
    url.password = SECRET
    change(url)
    return url.href
  }

  test.each([
    [
      'where nothing answers',
      async () => withSecret(`postgres://u@127.0.0.1:${await aSilentPort()}/x`, () => {}),
      /nothing answers/,
    ],
    ['of a host that is not known', async () => withSecret('postgres://u@host.invalid/x', () => {}), /no such host/],
    ['without the database', async () => withSecret(databaseAt(server, 'nowhere'), () => {}), /no such database/],
    [
      'that refuses the user',
      async () =>
        withSecret(server, (url) => {
          url.username = 'stranger'
        }),
      /refuses this user/,
    ],
    ['of another encoding', async () => (await aNewDatabase('SQL_ASCII')).database ?? '', /encoding UTF8/],
    [
      'that wants another way in',
      async () => withSecret(`${server}?sslmode=require&password=${SECRET}`, () => {}),
      /cannot be used/,
    ],
  ])('%s: one line that names DATABASE_URL without its password', async (_, address, message) => {
    const error = await openDatabase({ directory: '', database: await address() }).then(() => '', String)
    expect(error).toMatch(/DATABASE_URL: postgres:/)
    expect(error).toMatch(message)
    expect(error).not.toContain('\n')
    expect(error).not.toContain(SECRET)
  })

  test('that a newer version has used is left alone', async () => {
    const options = await anEmptyStore()
    await ask(options.database ?? '', `insert into kysely_migration values ('999-of-the-future', '2030-01-01')`)
    onTestFinished(async () => {
      await ask(options.database ?? '', `delete from kysely_migration where name = '999-of-the-future'`)
    })
    await expect(openDatabase(options)).rejects.toThrow(/DATABASE_URL: .*newer version/)
  })
})

describe('the schema', () => {
  test('is made once by processes that start at the same time', async () => {
    const options = await aNewDatabase()
    await Promise.all(Array.from({ length: 4 }, () => open(options)))
    const applied = await ask(options.database ?? '', 'select name from kysely_migration order by name')
    expect(applied.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS))
  })

  test('that fails on the way is left as it was', async () => {
    const options = await aNewDatabase()
    const up = () => Promise.reject(new Error('no'))
    await expect(openDatabase(options, { ...MIGRATIONS, '999-failing': { up } })).rejects.toThrow(/no/)
    expect(await ask(options.database ?? '', `select tablename from pg_tables where schemaname = 'public'`)).toEqual([])
  })

  test('has the tables and columns that SQLite has', async () => {
    const columnsOf = async (db: Database) => {
      const tables = await db.introspection.getTables()
      return tables
        .filter(({ name }) => !ENGINES_OWN.test(name))
        .flatMap(({ name, columns }) =>
          columns.map((column) => `${name}.${column.name}: ${KIND_OF[column.dataType.toLowerCase()]}`),
        )
        .filter((column) => !column.startsWith('held_articles.rowid:'))
        .toSorted()
    }
    const ours = await columnsOf(await open(await anEmptyStore()))
    expect(ours).toEqual(await columnsOf(await open({ directory: await aDirectory() })))
    expect(ours.length).toBeGreaterThan(200)
  })
})

const KIND_OF: Readonly<Record<string, string>> = {
  ...{ integer: 'number', bigint: 'number', int8: 'number' },
  ...{ text: 'text', blob: 'bytes', bytea: 'bytes' },
}
const ENGINES_OWN = /^(?:passages_index|passages_size|titles_index|kysely_migration)/

describe('a turn to write', () => {
  test('is lost by a transaction that stands still, and what it wrote is undone', async () => {
    const options = await anEmptyStore()
    const [frozen, other] = [await open(options), await open(options)]
    const woken = Promise.withResolvers<void>()
    const values = (value: string) => ({ key: 'who', value })
    const standing = frozen.transaction().execute(async (tx) => {
      await tx.insertInto('meta').values(values('frozen')).execute()
      await woken.promise
      await tx.updateTable('meta').set({ value: 'awake' }).execute()
    })
    const failed = expect(standing).rejects.toThrow()
    await other.insertInto('meta').values(values('other')).execute()
    woken.resolve()
    await failed
    expect(await frozen.selectFrom('meta').selectAll().execute()).toEqual([values('other')])
  })

  test('comes to each, so that nothing is written over', async () => {
    const options = await anEmptyStore()
    const [one, two] = [await open(options), await open(options)]
    await one.insertInto('meta').values({ key: 'count', value: '0' }).execute()
    const add = (db: Database) =>
      db.transaction().execute(async (tx) => {
        const { value } = await tx.selectFrom('meta').selectAll().executeTakeFirstOrThrow()
        await tx
          .updateTable('meta')
          .set({ value: String(Number(value) + 1) })
          .execute()
      })
    await Promise.all(Array.from({ length: 40 }, (_, index) => add(index % 2 === 0 ? one : two)))
    expect(await one.selectFrom('meta').select('value').execute()).toEqual([{ value: '40' }])
  })

  test('leaves nothing in the session', async () => {
    const options = await anEmptyStore()
    const db = await open(options)
    await db.insertInto('meta').values({ key: 'a', value: 'b' }).execute()
    await expect(db.insertInto('meta').values({ key: 'a', value: 'b' }).execute()).rejects.toThrow(/duplicate/)
    const { rows } = await sql<{ locks: number; statements: number; timeout: string }>`select
      (select count(*) from pg_locks where locktype = 'advisory' and database =
        (select oid from pg_database where datname = current_database())) as locks,
      (select count(*) from pg_prepared_statements) as statements,
      current_setting('idle_in_transaction_session_timeout') as timeout`.execute(db)
    expect(rows).toEqual([{ locks: 0, statements: 0, timeout: '0' }])
  })
})

test('connections that are lost, idle or in use, are made anew', async () => {
  const options = await anEmptyStore()
  const db = await open(options)
  const end = () =>
    ask(
      options.database ?? '',
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'mujaz' and datname = current_database()`,
    )
  await db.insertInto('meta').values({ key: 'a', value: '1' }).execute()
  const interrupted = db.transaction().execute(async (tx) => {
    await tx.updateTable('meta').set({ value: '2' }).execute()
    await end()
    await tx.updateTable('meta').set({ value: '3' }).execute()
  })
  await expect(interrupted).rejects.toThrow()
  await end()
  await expect.poll(() => db.selectFrom('meta').select('value').execute().catch(String)).toEqual([{ value: '1' }])
})

test('texts that PostgreSQL has no characters for are kept without them', async () => {
  const store = await aStore()
  await store.meta.set('nul', 'a\0b')
  expect(await store.meta.get('nul')).toBe('a\u{FFFD}b')
  const update = { id: 1, text: 'half \ud800 and \0', lane: 'chat 1', receivedAt: 1 }
  const batch = { posted: [update], handled: [], isRecovering: false, isAdopting: false, now: 1 }
  await store.inbox.exchange('a', batch)
  const { updates } = await store.inbox.exchange('a', { ...batch, posted: [], isRecovering: true })
  expect(updates).toEqual([{ id: 1, text: 'half \u{FFFD} and \u{FFFD}', lane: 'chat 1' }])
  expect(await store.archive.bySlug(aSlug('no\0where'))).toBeNull()
  expect(await store.archive.titled('no\0where')).toBeNull()
})
