import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from './bench.ts'
import type { Load } from './bot-server/load.ts'
import { startBotServer } from './bot-server/start.ts'
import { isWanted, type Options } from './options.ts'
import { BARE_BOTS, type BotName, type RunningProgram, startProgram } from './programs.ts'
import { median, medianRatio } from './statistics.ts'

const ASKS: Readonly<Record<string, Load['texts']>> = {
  '/start': ['/start'],
  '/summary': ['/summary'],
  button: 'press',
  search: ['/search بوتين'],
}
const CHATS = 500
const WITHIN_MS = 120_000
const START_SECONDS = 60

type Figures = {
  readonly 'updates/s': number
  readonly 'µs CPU an update': number
  readonly 'ms, p50': number
  readonly 'ms, p99': number
}
const UNITS = ['updates/s', 'µs CPU an update', 'ms, p50', 'ms, p99'] as const satisfies readonly (keyof Figures)[]
type Started = { readonly name: BotName; readonly program: RunningProgram }

/** How many updates a second mujaz and each bare bot answer, at what CPU, and how late at a moderate pace; in turn. */
export async function rows(options: Options): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const server = await startBotServer()
  const started: Started[] = []
  try {
    for (const name of ['mujaz', ...BARE_BOTS] as const) {
      const program = await startProgram(server, { name, dataDir: join(directory, name) })
      started.push({ name, program })
      if ((await program.ready(START_SECONDS)) === null) throw new Error(`${name} did not start in ${START_SECONDS} s`)
    }
    const asks = Object.keys(ASKS).filter((ask) => isWanted(options, ask))
    const found: Row[] = []
    for (const ask of asks) found.push(...(await compare(started, ask, options)))
    return found
  } finally {
    for (const { program } of started) await program.stop()
    server.stop()
    await rm(directory, { recursive: true })
  }
}

async function compare(started: readonly Started[], ask: string, options: Options): Promise<readonly Row[]> {
  const texts = ASKS[ask] ?? []
  const figures = new Map<BotName, Figures[]>(started.map(({ name }) => [name, []]))
  for (const { name, program } of started) {
    // the button that is pressed is one of an earlier answer; what is asked first is compiled first
    if (texts === 'press') await askAll(name, program, { ...one(['/summary']), updates: 1 })
    await askAll(name, program, { ...one(texts), updates: Math.min(500, options.updates) })
  }
  for (let run = 0; run < options.runs; run += 1) {
    for (const { name, program } of started) figures.get(name)?.push(await measure(name, program, { texts, options }))
  }
  const of = (name: BotName, unit: keyof Figures) => (figures.get(name) ?? []).map((each) => each[unit])
  return UNITS.flatMap((unit) => [
    ...BARE_BOTS.map((bare) => {
      return { name: `${ask}, ${unit}, ÷ ${bare}`, value: medianRatio(of('mujaz', unit), of(bare, unit)), unit: '×' }
    }),
    ...started.map(({ name }) => ({ name: `${ask}, ${name}`, value: median(of(name, unit)), unit })),
  ])
}

type Measure = { readonly texts: Load['texts']; readonly options: Options }

async function measure(name: BotName, program: RunningProgram, { texts, options }: Measure): Promise<Figures> {
  const { updates, rate } = options
  const before = program.cpuMs()
  const { seconds } = await askAll(name, program, { ...one(texts), updates })
  const cpu = program.cpuMs() - before
  const paced = await askAll(name, program, { ...one(texts), rate, updates: Math.ceil(updates / 5) })
  return {
    'updates/s': updates / seconds,
    'µs CPU an update': (cpu * 1000) / updates,
    'ms, p50': paced.p50Ms,
    'ms, p99': paced.p99Ms,
  }
}

function one(texts: Load['texts']): Omit<Load, 'updates'> {
  return { texts, chats: CHATS, rate: null, withinMs: WITHIN_MS }
}

async function askAll(name: BotName, program: RunningProgram, load: Load) {
  const measured = await program.run(load)
  if (measured.answered === load.updates) return measured
  throw new Error(`${name} answered ${measured.answered} of ${load.updates} in ${WITHIN_MS / 1000} s`)
}
