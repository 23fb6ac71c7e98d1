import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../../../src/store/migrations/all.ts'
import { openDatabase } from '../../../../src/store/open-database.ts'
import { openStore } from '../../../../src/store/store.ts'
import { bundleOf } from '../../../process-bundles.ts'
import { aDirectory } from '../../a-store.ts'

type Migrations = typeof MIGRATIONS
const NAMES = Object.keys(MIGRATIONS)
const OLDEST = 1
const SUBSCRIBERS = 500
/** Of each kind; `npm run bench -- migrations` kills more often. */
const KILLS = 3

const first = (count: number): Migrations => Object.fromEntries(Object.entries(MIGRATIONS).slice(0, count))

/** A database as the version with so many migrations left it, with subscribers of the oldest. */
async function aDatabase(migrations: number, subscribers = SUBSCRIBERS): Promise<string> {
  const directory = await aDirectory()
  const db = await openDatabase({ directory }, first(migrations))
  await sql`with recursive n(id) as (select 1 union all select id + 1 from n limit ${subscribers})
    insert into chats (id, kind, state, created_at, updated_at) select id, 'private', 'active', 1, 1 from n`.execute(db)
  await sql`insert into subscriptions (chat_id, thread_id, times, days, zone, language, next_due, state, created_at, updated_at)
    select id, 0, '480', '1', 'UTC', 'ar', 5, 'active', 1, 1 from chats`.execute(db)
  await db.destroy()
  return directory
}

function look<T>(directory: string, question: string): T[] {
  const file = new SqliteFile(join(directory, 'mujaz.db'))
  try {
    return file.prepare<[], T>(question).all()
  } finally {
    file.close()
  }
}

/** Names and words of all that the schema holds, in no order of their making. */
function schemaOf(directory: string): readonly unknown[] {
  return look(
    directory,
    `select type, name, (select group_concat(name) from (select name from pragma_table_info(m.name) order by name)) columns,
      iif(type = 'table', '', sql) words from sqlite_master m where name not like 'kysely%' order by type, name`,
  )
}

async function expectWhole(directory: string, subscribers: number): Promise<void> {
  await (await openStore({ directory })).close()
  expect(look(directory, 'select name from kysely_migration order by name')).toHaveLength(NAMES.length)
  expect(look(directory, 'select id from subscriptions')).toHaveLength(subscribers)
  expect(look(directory, `select count from tallies where what = 'subscriptions'`)).toEqual(
    subscribers > 0 ? [{ count: subscribers }] : [],
  )
  expect(look(directory, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
}

function spawnOpening(directory: string): ChildProcess {
  const script = bundleOf('tests/store/engines/sqlite/opening-process.ts')
  return spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function killWhileOpening(directory: string): Promise<void> {
  const opening = spawnOpening(directory)
  const exited = once(opening, 'exit')
  if (opening.stdout !== null) await once(opening.stdout, 'data')
  await sleep(Math.random() * 60)
  opening.kill('SIGKILL')
  await exited
}

describe('an opening that is cut short', () => {
  test('by kill -9 at the first start: the next start succeeds', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const directory = await aDirectory()
      await killWhileOpening(directory)
      await expectWhole(directory, 0)
    }
  })

  test('by kill -9 during an upgrade from the oldest: the next start succeeds with all rows', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const directory = await aDatabase(OLDEST)
      await killWhileOpening(directory)
      await expectWhole(directory, SUBSCRIBERS)
    }
  })

  test.each([
    ['a migration that throws', async () => Promise.reject(new Error('no good\nat all')), /no good/],
    ['a full disk', fillDisk, /disk is full/],
  ])('by %s: one line, the database is as it was, and a later start succeeds', async (_, up, message) => {
    const directory = await aDatabase(OLDEST)
    const before = schemaOf(directory)
    const error = await openDatabase({ directory }, { ...MIGRATIONS, '999-failing': { up } }).then(() => '', String)
    expect(error).toMatch(message)
    expect(error).toMatch(/DATA_DIR/)
    expect(error).not.toContain('\n')
    expect(schemaOf(directory)).toEqual(before)
    await expectWhole(directory, SUBSCRIBERS)
  })

  test.each(['', 'header'])('when the file was only just made (%s): the next start succeeds', async (made) => {
    const directory = await aDirectory()
    await writeFile(join(directory, 'mujaz.db'), '')
    if (made === 'header') look(directory, 'pragma journal_mode = WAL')
    await expectWhole(directory, 0)
  })
})

/** Lets the file grow no more, then needs more. */
async function fillDisk(db: Kysely<unknown>): Promise<void> {
  await sql`create table big (bytes blob)`.execute(db)
  await sql`pragma max_page_count = 1`.execute(db)
  await sql`insert into big select zeroblob(1000000)`.execute(db)
}

describe('processes that open at once', () => {
  test.each([
    ['a new database', aDirectory, 0],
    ['an old one', () => aDatabase(OLDEST), SUBSCRIBERS],
  ])('%s: all succeed', async (_, prepare, subscribers) => {
    const directory = await prepare()
    const openings = Array.from({ length: 4 }, () => once(spawnOpening(directory), 'exit'))
    expect(await Promise.all(openings)).toEqual(openings.map(() => [0, null]))
    await expectWhole(directory, subscribers)
  })
})

/** Applies one migration as former versions did, each statement for itself, and dies after some. `false`: it was through. */
async function breakOff(directory: string, name: string, statements: number): Promise<boolean> {
  const file = new SqliteFile(join(directory, 'mujaz.db'))
  let left = statements
  const prepare = (words: string) => {
    left -= 1
    if (left < 0) throw new Error('killed')
    return file.prepare(words)
  }
  const db = new Kysely<unknown>({
    dialect: new SqliteDialect({ database: { prepare, close: () => file.close() } }),
  })
  try {
    await MIGRATIONS[name]?.up(db)
    return false
  } catch (error) {
    expect(String(error)).toContain('killed')
    return true
  } finally {
    await db.destroy()
  }
}

describe('what former versions left half done', () => {
  let fresh: readonly unknown[] = []
  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mujaz-'))
    await (await openStore({ directory })).close()
    fresh = schemaOf(directory)
    await rm(directory, { recursive: true })
  })

  test.each(NAMES.map((name, at) => [name, at] as const))('%s: is made whole', async (name, at) => {
    const former = at === 0 ? await anEmptyDatabase() : await aDatabase(at, 3)
    for (let statements = 1, isCut = true; isCut; statements += 3) {
      const directory = await aDirectory()
      await copyFile(join(former, 'mujaz.db'), join(directory, 'mujaz.db'))
      isCut = await breakOff(directory, name, statements)
      await expectWhole(directory, at === 0 ? 0 : 3)
      expect(schemaOf(directory)).toEqual(fresh)
    }
  })

  test('tables with rows and no list of migrations are left alone', async () => {
    const directory = await aDatabase(NAMES.length, 3)
    look(directory, 'delete from kysely_migration returning name')
    const error = await openStore({ directory }).then(() => '', String)
    expect(error).toMatch(/DATA_DIR: .*restore/)
    expect(look(directory, 'select id from subscriptions')).toHaveLength(3)
  })
})

async function anEmptyDatabase(): Promise<string> {
  const directory = await aDirectory()
  await (await openDatabase({ directory }, {})).destroy()
  return directory
}

describe('the files', () => {
  test('are their owner’s alone, old ones too', async () => {
    const directory = await aDirectory()
    await (await openStore({ directory })).close()
    await chmod(join(directory, 'mujaz.db'), 0o644)
    const store = await openStore({ directory })
    for (const file of ['mujaz.db', 'mujaz.db-wal', 'mujaz.db-shm']) {
      expect(`${file} ${((await stat(join(directory, file))).mode & 0o777).toString(8)}`).toBe(`${file} 600`)
    }
    await store.close()
  })

  test.each(['/proc/mujaz/data', '/proc/self/mujaz', '/dev/null/mujaz'])('DATA_DIR=%s: one line', async (directory) => {
    const error = await openStore({ directory }).then(() => '', String)
    expect(error).toMatch(/DATA_DIR: .*cannot be used/)
    expect(error).not.toContain('\n')
  })
})

describe('a directory that cannot be used', () => {
  test('is made where it is missing', async () => {
    const directory = join(await aDirectory(), 'made', 'when-missing')
    await (await openStore({ directory })).close()
    expect(existsSync(join(directory, 'mujaz.db'))).toBe(true)
  })

  test.each([
    ['a file where the directory should be', (at: string) => writeFile(at, 'x'), /DATA_DIR: .*directory/],
    [
      'a file that is no database',
      (at: string) => put(at, 'not a database, but long enough to have a header'.repeat(9)),
      /DATA_DIR: .*no SQLite/,
    ],
    [
      'a directory where the file should be',
      (at: string) => mkdir(join(at, 'mujaz.db'), { recursive: true }),
      /DATA_DIR: .*may write/,
    ],
    ["another program's database", foreignDatabase, /DATA_DIR: .*another program/],
  ])('%s: one line that names DATA_DIR', async (_, prepare, message) => {
    const directory = join(await aDirectory(), 'data')
    await prepare(directory)
    const error = await openStore({ directory }).then(() => null, String)
    expect(error).toMatch(message)
    expect(error).not.toContain('\n')
  })

  test('a database made by a newer version is left alone', async () => {
    const directory = await aDirectory()
    await (await openStore({ directory })).close()
    const file = new SqliteFile(join(directory, 'mujaz.db'))
    file.exec(`insert into kysely_migration values ('999-of-the-future', '2030-01-01')`)
    file.close()
    await expect(openStore({ directory })).rejects.toThrow(/DATA_DIR: .*newer version/)
  })
})

async function put(directory: string, content: string): Promise<void> {
  await mkdir(directory)
  await writeFile(join(directory, 'mujaz.db'), content)
}

async function foreignDatabase(directory: string): Promise<void> {
  await mkdir(directory)
  const file = new SqliteFile(join(directory, 'mujaz.db'))
  file.exec('create table recipes (name text)')
  file.close()
}
