import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../tests/free-port.ts'
import type { Load, Measured } from './bot-server/load.ts'
import type { BotServer } from './bot-server/start.ts'

export const BARE_BOTS = ['grammy-polling', 'grammy-runner', 'grammy-webhook', 'telegraf-polling'] as const
export type BotName = 'mujaz' | (typeof BARE_BOTS)[number]

/** `dataDir`: made when it is not there. `contentDir`: the shipped articles when not given. `database`: SQLite when not given. */
export type Program = {
  readonly name: BotName
  readonly dataDir: string
  readonly contentDir?: string
  readonly database?: string
}

/** A bot in a process of its own, asked through the server. */
export type RunningProgram = {
  /** Milliseconds from its start to its first poll, or to its webhook; `null` when there is none within so many seconds. */
  readonly ready: (withinSeconds: number) => Promise<number | null>
  readonly run: (load: Load) => Promise<Measured>
  readonly end: () => Promise<null>
  readonly sockets: () => Promise<number>
  readonly unasked: () => Promise<readonly number[]>
  /** Of all its threads and child processes since its start; steps of 10 ms. */
  readonly cpuMs: () => number
  /** Resident, in megabytes of 2^20 bytes. */
  readonly memory: () => number
  /** The articles its metrics tell of; `null` while they tell nothing. */
  readonly articles: () => Promise<number | null>
  readonly stop: () => Promise<void>
}

const ROOT = join(import.meta.dirname, '..')
/** Ticks of `/proc/<pid>/stat` a second: the same on every Linux that Node runs on. */
const TICKS = 100
const STOP_MS = 20_000

/** Starts a bot as its operator would: mujaz by its start script, a bare bot by its file. */
export async function startProgram(
  server: BotServer,
  { name, dataDir, contentDir, database = '' }: Program,
): Promise<RunningProgram> {
  mkdirSync(dataDir, { recursive: true })
  const token = `${Math.ceil(Math.random() * 1e9)}:bench_${name}`
  const port = await freePort()
  const log = join(dataDir, `${name}.log`)
  let isStopping = false
  const began = performance.now()
  const child = spawn('sh', ['-c', commandOf(name)], {
    cwd: ROOT,
    stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')],
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      ...{ BOT_TOKEN: token, BOT_API_ROOT: server.url, DATA_DIR: dataDir, DATABASE_URL: database },
      ...{ PORT: String(port), SEND_RATE: '1000' },
      ...(contentDir === undefined ? {} : { CONTENT_DIR: contentDir }),
    },
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit').finally(() => process.off('exit', kill))
  const readyAt = server.ask({ kind: 'ready', token }).then(() => performance.now() - began)
  return {
    ready: async (withinSeconds) => {
      const died = ended.then(() => {
        if (isStopping) return null
        throw new Error(`${name} ended before it polled:\n${readFileSync(log, 'utf8').slice(-2000)}`)
      })
      return await Promise.race([readyAt, died, sleep(withinSeconds * 1000, null, { ref: false })])
    },
    run: (load) => server.ask({ kind: 'run', token, load }),
    end: () => server.ask({ kind: 'end', token }),
    sockets: () => server.ask({ kind: 'sockets', token }),
    unasked: () => server.ask({ kind: 'unasked', token }),
    cpuMs: () => cpuMsOf(child.pid),
    memory: () => memoryOf(child.pid),
    articles: () => articlesAt(port),
    stop: async () => {
      isStopping = true
      child.kill('SIGTERM')
      const patience = setTimeout(kill, STOP_MS)
      await ended
      clearTimeout(patience)
    },
  }
}

/** Both become Node itself by `exec`, so that the process measured is the bot's. */
export function commandOf(name: BotName): string {
  if (name !== 'mujaz') return `exec node bench/bare/${name}.ts`
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return scripts.start
}

/** User and system time stand 12th and 13th after the name in brackets, those of ended children after them (proc_pid_stat(5)). */
export function cpuMsOf(pid: ChildProcess['pid'] | string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + cpuMsOf(child), (own * 1000) / TICKS)
}

function memoryOf(pid: ChildProcess['pid']): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

async function articlesAt(port: number): Promise<number | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(10_000) })
    return Number(/^mujaz_articles (\d+)/m.exec(await answer.text())?.[1] ?? Number.NaN)
  } catch {
    return null
  }
}
