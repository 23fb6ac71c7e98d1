import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../tests/free-port.ts'
import { commandOf, cpuMsOf } from '../programs.ts'

/** A mujaz in a process of its own, on the same database as the others. */
export type Replica = {
  readonly pid: number
  readonly url: string
  readonly cpuMs: () => number
  /** Resolves with its exit code once it has ended. */
  readonly signal: (signal: NodeJS.Signals) => Promise<number | null>
  /** The lines of its log that tell of an error. */
  readonly errors: () => readonly string[]
  /** Sends a signal that does not end it. */
  readonly nudge: (signal: 'SIGSTOP' | 'SIGCONT') => void
}

export type ReplicaOptions = {
  readonly directory: string
  readonly database: string
  readonly apiRoot: string
  /** Where all of them believe they are posted to; polling when not given. */
  readonly webhookUrl?: string
  readonly rate: number
  /** The checkout it runs; this one when not given. */
  readonly root?: string
}

const TOKEN = '1:bench_replica'
export const WEBHOOK_SECRET = 'bench'
const ROOT = join(import.meta.dirname, '..', '..')
const READY_MS = 120_000
let started = 0

/** Resolves once it can serve. @throws Error where it ends before */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const { directory, database, apiRoot, webhookUrl, rate, root = ROOT } = options
  started += 1
  const dataDir = join(directory, `replica-${started}`)
  mkdirSync(dataDir, { recursive: true })
  const port = await freePort()
  const log = join(dataDir, 'log')
  const child = spawn('sh', ['-c', commandOf('mujaz')], {
    cwd: root,
    stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')],
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      ...{ BOT_TOKEN: TOKEN, BOT_API_ROOT: apiRoot, DATA_DIR: dataDir, DATABASE_URL: database },
      ...{ PORT: String(port), SEND_RATE: String(rate) },
      ...(webhookUrl === undefined ? {} : { WEBHOOK_URL: webhookUrl, WEBHOOK_SECRET }),
    },
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit').finally(() => process.off('exit', kill))
  const url = `http://127.0.0.1:${port}`
  for (const until = performance.now() + READY_MS; ; await sleep(100)) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) break
    if (child.exitCode !== null || performance.now() > until)
      throw new Error(`a replica did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`)
  }
  return {
    pid: child.pid ?? 0,
    url,
    cpuMs: () => cpuMsOf(child.pid),
    errors: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line)),
    signal: async (signal) => {
      child.kill(signal)
      const [code] = await ended
      return code
    },
    nudge: (signal) => child.kill(signal),
  }
}
