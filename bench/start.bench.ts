import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Row } from './bench.ts'
import { type BotServer, startBotServer } from './bot-server/start.ts'
import { isWanted, type Options } from './options.ts'
import { type BotName, type RunningProgram, startProgram } from './programs.ts'
import { median, medianRatio } from './statistics.ts'

const CHATS = 500
const ASKED = ['/start', '/summary', '/articles', '/search بوتين', '/brief', '/quotes']
const SETTLE_MS = 2_000
const LATER_MS = 30_000
const START_SECONDS = 120
const STORM_MS = 300_000

type Site = { readonly server: BotServer; readonly directory: string; readonly options: Options }

/** The start and the memory of mujaz beside a bare grammY bot's; what a storm does to its memory and connections. */
export async function rows(options: Options): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const server = await startBotServer()
  const site = { server, directory, options }
  try {
    return [
      ...(isWanted(options, 'start') ? await starts(site) : []),
      ...(isWanted(options, 'storm') ? await storms(site) : []),
    ]
  } finally {
    server.stop()
    await rm(directory, { recursive: true })
  }
}

async function starts(site: Site): Promise<readonly Row[]> {
  const [first, again, bare]: Start[][] = [[], [], []]
  for (let run = 0; run < site.options.runs; run += 1) {
    first?.push(await startOnce(site, 'mujaz', `new-${run}`))
    again?.push(await startOnce(site, 'mujaz', `new-${run}`))
    bare?.push(await startOnce(site, 'grammy-polling', 'bare'))
  }
  return [
    ...compared('start to the first poll, nothing brought in yet', { ours: first, theirs: bare, of: 'ms' }),
    ...compared('start to the first poll, again', { ours: again, theirs: bare, of: 'ms' }),
    ...compared('idle memory, 2 s after', { ours: again, theirs: bare, of: 'MiB' }),
    { name: 'grammy-polling: start to the first poll', value: median(of(bare, 'ms')), unit: 'ms' },
    { name: 'grammy-polling: idle memory, 2 s after', value: median(of(bare, 'MiB')), unit: 'MiB' },
  ]
}

type Start = { readonly ms: number; readonly MiB: number }
type Comparison = {
  readonly ours: readonly Start[] | undefined
  readonly theirs: readonly Start[] | undefined
  readonly of: keyof Start
}

function compared(name: string, { ours, theirs, of: unit }: Comparison): readonly Row[] {
  return [
    { name: `${name}, ÷ grammy-polling`, value: medianRatio(of(ours, unit), of(theirs, unit)), unit: '×' },
    { name, value: median(of(ours, unit)), unit },
  ]
}

function of(starts: readonly Start[] | undefined, unit: keyof Start): readonly number[] {
  return (starts ?? []).map((each) => each[unit])
}

async function startOnce(site: Site, name: BotName, data: string): Promise<Start> {
  const { program, ms } = await started(site, name, data)
  await sleep(SETTLE_MS)
  const memory = program.memory()
  await program.stop()
  return { ms, MiB: memory }
}

async function started({ server, directory }: Site, name: BotName, data: string) {
  const program = await startProgram(server, { name, dataDir: join(directory, data) })
  const ms = await program.ready(START_SECONDS)
  if (ms !== null) return { program, ms }
  await program.stop()
  throw new Error(`${name} did not poll in ${START_SECONDS} s`)
}

async function storms(site: Site): Promise<readonly Row[]> {
  const [ours, bare]: Storm[][] = [[], []]
  for (let run = 0; run < site.options.runs; run += 1) {
    ours?.push(await stormOnce(site, 'mujaz', `storm-${run}`))
    bare?.push(await stormOnce(site, 'grammy-runner', 'bare'))
  }
  return [...stormRows('mujaz', ours ?? [], site.options), ...stormRows('grammy-runner', bare ?? [], site.options)]
}

type Storm = Readonly<Record<'idle' | 'after' | 'later' | 'sockets', number>>

function stormRows(name: BotName, storms: readonly Storm[], { storm: updates }: Options): readonly Row[] {
  const each = (part: keyof Storm) => storms.map((storm) => storm[part])
  const after = `${name}: memory after ${updates.toLocaleString('en')} updates of ${CHATS} chats`
  return [
    { name: `${after}, ÷ its own idle`, value: medianRatio(each('after'), each('idle')), unit: '×' },
    { name: `${after} and 30 s, ÷ its own idle`, value: medianRatio(each('later'), each('idle')), unit: '×' },
    { name: after, value: median(each('after')), unit: 'MiB' },
    { name: `${name}: connections to Telegram at most`, value: Math.max(...each('sockets')), unit: 'sockets' },
  ]
}

async function stormOnce(site: Site, name: BotName, data: string): Promise<Storm> {
  const { program } = await started(site, name, data)
  await sleep(SETTLE_MS)
  const idle = program.memory()
  await storm(program, site.options.storm)
  const after = program.memory()
  await sleep(LATER_MS)
  const later = program.memory()
  const sockets = await program.sockets()
  await program.stop()
  return { idle, after, later, sockets }
}

async function storm(program: RunningProgram, updates: number): Promise<void> {
  const load = { texts: ASKED, chats: CHATS, updates, rate: null, withinMs: STORM_MS }
  const { answered } = await program.run(load)
  if (answered < updates) throw new Error(`${answered} of ${updates} were answered in ${STORM_MS / 1000} s`)
}
