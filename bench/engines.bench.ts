import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../tests/start-postgres.ts'
import type { Row } from './bench.ts'
import type { Load } from './bot-server/load.ts'
import { startBotServer } from './bot-server/start.ts'
import type { Options } from './options.ts'
import { type RunningProgram, startProgram } from './programs.ts'
import { median, medianRatio } from './statistics.ts'

const ASKS: Readonly<Record<string, Load['texts']>> = {
  '/start': ['/start'],
  '/summary': ['/summary'],
  search: ['/search بوتين'],
}
const WITHIN_MS = 120_000
const START_SECONDS = 60

type Figures = { readonly cpu: number; readonly perSecond: number }

/** What an update costs the bot with PostgreSQL, and with SQLite; the server's own time is not counted. */
export async function rows(options: Options): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const [server, postgres] = [await startBotServer(), await startPostgres()]
  const started: RunningProgram[] = []
  try {
    const start = async (engine: string, database: string) => {
      const program = await startProgram(server, { name: 'mujaz', dataDir: join(directory, engine), database })
      started.push(program)
      if ((await program.ready(START_SECONDS)) === null)
        throw new Error(`${engine} did not start in ${START_SECONDS} s`)
      return program
    }
    const [ours, theirs] = [await start('sqlite', ''), await start('postgres', postgres.server)]
    const found: Row[] = []
    for (const [ask, texts] of Object.entries(ASKS))
      found.push(...(await compare(ask, { ours, theirs, texts, options })))
    return found
  } finally {
    for (const program of started) await program.stop()
    server.stop()
    await postgres.stop()
    await rm(directory, { recursive: true })
  }
}

type Compared = {
  readonly ours: RunningProgram
  readonly theirs: RunningProgram
  readonly texts: Load['texts']
  readonly options: Options
}

async function compare(ask: string, { ours, theirs, texts, options }: Compared): Promise<readonly Row[]> {
  const [sqlite, postgres]: [Figures[], Figures[]] = [[], []]
  for (const program of [ours, theirs]) await measure(program, texts, Math.min(500, options.updates))
  for (let run = 0; run < options.runs; run += 1) {
    sqlite.push(await measure(ours, texts, options.updates))
    postgres.push(await measure(theirs, texts, options.updates))
  }
  const of = (figures: readonly Figures[], unit: keyof Figures) => figures.map((each) => each[unit])
  return [
    { name: `${ask}, CPU, PostgreSQL ÷ SQLite`, value: medianRatio(of(postgres, 'cpu'), of(sqlite, 'cpu')), unit: '×' },
    { name: `${ask}, SQLite`, value: median(of(sqlite, 'cpu')), unit: 'µs CPU an update' },
    { name: `${ask}, PostgreSQL`, value: median(of(postgres, 'cpu')), unit: 'µs CPU an update' },
    { name: `${ask}, SQLite`, value: median(of(sqlite, 'perSecond')), unit: 'updates/s' },
    { name: `${ask}, PostgreSQL`, value: median(of(postgres, 'perSecond')), unit: 'updates/s' },
  ]
}

async function measure(program: RunningProgram, texts: Load['texts'], updates: number): Promise<Figures> {
  const before = program.cpuMs()
  const { answered, seconds } = await program.run({ texts, updates, chats: 500, rate: null, withinMs: WITHIN_MS })
  if (answered !== updates) throw new Error(`${answered} of ${updates} were answered in ${WITHIN_MS / 1000} s`)
  return { cpu: ((program.cpuMs() - before) * 1000) / updates, perSecond: updates / seconds }
}
