import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../src/store/open-database.ts'
import { startPostgres } from './start-postgres.ts'

/** A server for tests; `template`: its database of an empty store; `prefix`: begins the names of those made for tests. */
export type TestServer = { readonly server: string; readonly template: string; readonly prefix: string }

declare module 'vitest' {
  export interface ProvidedContext {
    /** `null`: tests use SQLite. */
    readonly postgres: TestServer | null
  }
}

/** Begins the names of a run's databases. */
const PREFIX = `mujaz_test_${process.pid}_`

/** One PostgreSQL for all tests: that of TEST_DATABASE_URL, else one that ends with the run, whatever ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const { server, stop } = given === undefined ? await startPostgres() : { server: given, stop: async () => {} }
  const template = `${PREFIX}template`
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database ${template} encoding 'UTF8' template template0`)
  await (await openDatabase({ directory: '', database: databaseAt(server, template) })).destroy()
  project.provide('postgres', { server, template, prefix: PREFIX })
  return async () => {
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [PREFIX])
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
    await client.end()
    await stop()
  }
}

export function databaseAt(server: string, name: string): string {
  const address = new URL(server)
  address.pathname = name
  return address.href
}
