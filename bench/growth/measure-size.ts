import { link, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BotServer } from '../bot-server/start.ts'
import { slugOf, writeArticles } from '../make-articles.ts'
import { isWanted, type Options } from '../options.ts'
import { type RunningProgram, startProgram } from '../programs.ts'
import { planFollowers } from './followers.ts'

/** What is measured of a size. `beside`: the size that a ratio is with. */
export const FIGURES = [
  { name: 'first start, to the first poll', unit: 'ms', beside: 'first' },
  { name: 'first start, until all are on hand', unit: 'ms', beside: null },
  { name: 'brought in', unit: 'articles/s', beside: null },
  { name: 'brought in, a core', unit: 'articles a second of CPU', beside: null },
  { name: 'start, nothing changed, to the first poll', unit: 'ms', beside: 'first' },
  { name: 'memory, idle', unit: 'MiB', beside: 'first' },
  { name: '/articles', unit: 'ms, p99', beside: 'before' },
  { name: '/quotes', unit: 'ms, p99', beside: 'before' },
  { name: '/quotes بوتين', unit: 'ms, p99', beside: 'before' },
  { name: '/people', unit: 'ms, p99', beside: 'before' },
  { name: '/search', unit: 'ms, p99', beside: 'before' },
  { name: '/brief', unit: 'ms, p99', beside: 'before' },
  { name: '/digest', unit: 'ms, p99', beside: 'before' },
  { name: 'a digest due, to its first message', unit: 'ms', beside: 'before' },
  { name: 'a digest due, to its last message', unit: 'ms', beside: 'before' },
  { name: 'the slowest answer while they come in', unit: 'ms, p99', beside: null },
] as const satisfies readonly { name: string; unit: string; beside: 'first' | 'before' | null }[]

type FigureName = (typeof FIGURES)[number]['name']
/** By name; a text where it was not finished in time. */
export type SizeFigures = ReadonlyMap<FigureName, number | string>

export type Site = { readonly server: BotServer; readonly directory: string; readonly options: Options }

const SETTLE_MS = 2_000
const ASKS = 200
const FEW = 6
const WHILE_COMING_IN = { texts: ['/summary', '/articles', '/start'], chats: 50, rate: 20, updates: 1_000_000 }

export async function measureSize(site: Site, size: number): Promise<SizeFigures> {
  const { directory, options } = site
  const figures = new Map<FigureName, number | string>()
  const made = join(directory, 'content')
  await writeArticles(made, size)
  if (await bringIn({ site, size, figures })) await measureAgain({ site, size, figures })
  if (size > FEW && isWanted(options, 'coming-in')) {
    figures.set('the slowest answer while they come in', await slowestComingIn(site, size))
  }
  return figures
}

type Measuring = { readonly site: Site; readonly size: number; readonly figures: Map<FigureName, number | string> }

/** Whether all came on hand in time. */
async function bringIn({ site, size, figures }: Measuring): Promise<boolean> {
  const { seconds } = site.options
  const program = await start(site)
  try {
    const began = performance.now()
    const polled = program.ready(seconds)
    const isIn = await untilOnHand(program, size, seconds)
    const took = performance.now() - began
    const cpu = program.cpuMs()
    const late = `not finished in ${seconds} s`
    // what never came on hand may yet have been served from
    figures.set(
      'first start, to the first poll',
      (isIn ? await polled : await Promise.race([polled, sleep(1)])) ?? late,
    )
    figures.set('first start, until all are on hand', isIn ? took : late)
    if (isIn && size > FEW) {
      figures.set('brought in', (size * 1000) / took)
      figures.set('brought in, a core', (size * 1000) / cpu)
    }
    return isIn
  } finally {
    await program.stop()
  }
}

async function measureAgain({ site, size, figures }: Measuring): Promise<void> {
  const { seconds } = site.options
  const late = `not finished in ${seconds} s`
  const program = await start(site)
  try {
    const polled = await program.ready(seconds)
    figures.set('start, nothing changed, to the first poll', polled ?? late)
    if (polled === null) return
    await untilOnHand(program, size, seconds)
    await sleep(SETTLE_MS)
    figures.set('memory, idle', program.memory())
    for (const [ask, texts] of asksOf(size)) {
      if (!isWanted(site.options, ask)) continue
      const load = { texts, chats: 1, updates: ASKS, rate: null, withinMs: (seconds * 1000) / 30 }
      const { p99Ms } = await program.run(load)
      figures.set(ask, p99Ms)
    }
    if (!isWanted(site.options, 'digest')) return
    const digest = await planFollowers(program, join(site.directory, 'data'))
    figures.set('a digest due, to its first message', digest.firstMs ?? late)
    figures.set('a digest due, to its last message', digest.lastMs ?? late)
  } finally {
    await program.stop()
  }
}

/** The old ones are of the first tenth. */
function asksOf(size: number): readonly (readonly [FigureName, readonly string[]])[] {
  const old = Array.from({ length: ASKS }, (_, at) => slugOf(Math.floor((at * size) / ASKS / 10)))
  return [
    ['/articles', ['/articles']],
    ['/quotes', ['/quotes']],
    ['/quotes بوتين', ['/quotes بوتين']],
    ['/people', ['/people']],
    ['/search', SEARCHED.map((words) => `/search ${words}`)],
    ['/brief', old.map((slug) => `/brief ${slug}`)],
    ['/digest', ['/digest']],
  ]
}

const SEARCHED = [
  ...['بوتين', 'هدنة الحدود', 'قطار الساحل', 'أسعار الخبز في وادي الزيتون', 'رواتب', 'المتحف', 'حرائق', 'الميناء'],
  ...[
    'نقيب المزارعين',
    'سلمى الراوي',
    'ضمانات مكتوبة',
    'الملاحة',
    'كلفة السد',
    'تبادل الأسرى',
    'موازنة',
    'مليون دولار',
  ],
]

/** Starts with a few articles, puts the others into the folder, and asks at a steady rate until all are on hand: the p99. */
async function slowestComingIn(site: Site, size: number): Promise<number | string> {
  const { seconds } = site.options
  const from = join(site.directory, 'content')
  const to = join(site.directory, 'coming-in')
  await writeArticles(to, FEW)
  const program = await start(site, { content: 'coming-in', data: 'data-coming-in' })
  try {
    if ((await program.ready(seconds)) === null) return `not started in ${seconds} s`
    const measured = program.run({ ...WHILE_COMING_IN, withinMs: seconds * 1000 })
    for (const file of await readdir(from)) await link(join(from, file), join(to, file)).catch(ignoreExisting)
    const isIn = await untilOnHand(program, size, seconds)
    await program.end()
    const { p99Ms } = await measured
    return isIn ? p99Ms : `not finished in ${seconds} s, so far ${Math.round(p99Ms)} ms`
  } finally {
    await program.stop()
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}

function start(
  { server, directory }: Site,
  { content, data } = { content: 'content', data: 'data' },
): Promise<RunningProgram> {
  const folders = { dataDir: join(directory, data), contentDir: join(directory, content) }
  return startProgram(server, { name: 'mujaz', ...folders })
}

/** As its metrics tell; `false`: not in time. */
async function untilOnHand(program: RunningProgram, size: number, seconds: number): Promise<boolean> {
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    if ((await program.articles()) === size) return true
    await sleep(200)
  }
  return false
}
