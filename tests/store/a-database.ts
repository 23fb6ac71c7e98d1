import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { databaseAt, type TestServer } from '../postgres-server.ts'

type TestDatabase = { readonly address: string; readonly empty: () => Promise<void> }

/** Databases of this process that no test uses now: making one takes longer than most tests. */
const free: TestDatabase[] = []

/** The address of a database with an empty store, until it is released. */
export async function borrowDatabase(server: TestServer) {
  const database = free.pop() ?? (await makeDatabase(server))
  const release = async () => {
    await database.empty()
    free.push(database)
  }
  return { address: database.address, release }
}

async function makeDatabase({ server, template, prefix }: TestServer): Promise<TestDatabase> {
  const name = `${prefix}${randomBytes(8).toString('hex')}`
  const maker = new pg.Client(server)
  await maker.connect()
  await maker.query(`create database ${name} template ${template} strategy file_copy`)
  await maker.end()
  const address = databaseAt(server, name)
  const client = new pg.Client(address)
  await client.connect()
  client.on('error', () => {})
  const emptying = await statementsToEmpty(client)
  return { address, empty: async () => void (await client.query(emptying)) }
}

/** Without triggers and foreign keys: truncating takes thirty times as long. */
async function statementsToEmpty(client: pg.Client): Promise<string> {
  await client.query('set session_replication_role = replica')
  const names = async (question: string) => (await client.query({ text: question, rowMode: 'array' })).rows.flat()
  const tables = await names(`select tablename from pg_tables where schemaname = 'public'`)
  const sequences = await names(`select sequencename from pg_sequences where schemaname = 'public'`)
  // these have the same rows from the beginning
  const kept = /^(?:kysely_migration|kysely_migration_lock|archive_counts|passages_size)$/
  return [
    ...tables.filter((table) => !kept.test(table)).map((table) => `delete from ${table}`),
    'update archive_counts set count = 0',
    'update passages_size set total = 0',
    ...sequences.map((sequence) => `alter sequence ${sequence} restart`),
  ].join(';')
}
