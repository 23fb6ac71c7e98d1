import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { OF_SHORT_TEXTS, patternsIn, worstGrowth } from '../../tests/regular-expressions.ts'
import type { Failure } from './run.ts'

/*
 * node bench/fuzz/fuzz.ts --seconds 3600 --seed 1     one seed after another; those that broke something are kept
 * node bench/fuzz/fuzz.ts --patterns                  the growth of every regular expression, on 25 strings made from each, of up
 *   [--longest 1000000] [--pumps 25]                  to a million characters
 */

const SEEDS = join(import.meta.dirname, 'seeds.txt')
/** Of each seed; texts for each reader of them. */
const [TEXTS, UPDATES, REQUESTS] = [100, 200, 20]
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    patterns: { type: 'boolean', default: false },
    longest: { type: 'string', default: '1000000' },
    pumps: { type: 'string', default: '25' },
  },
})

await (values.patterns ? measurePatterns() : fuzz())

async function fuzz(): Promise<void> {
  // not loaded where expressions are measured: those are found as modules are loaded
  const { aFuzzedBot, fuzzHttp, fuzzTexts, fuzzUpdates } = await import('./run.ts')
  const readers = Object.keys((await import('./texts.ts')).READERS).length
  const end = performance.now() + Number(values.seconds) * 1000
  const bot = await aFuzzedBot()
  const first = Number(values.seed)
  let failed = 0
  for (let seed = first; performance.now() < end; seed += 1) {
    const failures = [
      ...fuzzTexts(seed, TEXTS),
      ...(await fuzzUpdates(bot, seed, UPDATES)),
      ...(await fuzzHttp(bot.running.url, seed, REQUESTS)),
    ]
    failed += failures.length
    for (const failure of failures) keep(failure)
    // each line is whole, so that a run that is ended early keeps its count
    if (seed % 10 === 0 || performance.now() >= end) say(counted(seed - first + 1, readers, failed))
  }
  await bot.close()
  process.exitCode = failed === 0 ? 0 : 1
}

function counted(seeds: number, readers: number, failed: number): string {
  const seconds = Math.round(performance.now() / 1000)
  return `${seeds} seeds: ${seeds * UPDATES} updates, ${seeds * TEXTS * readers} texts, ${seeds * REQUESTS} requests in ${seconds} s; ${failed} failures`
}

function keep({ seed, what, input, error }: Failure): void {
  appendFileSync(SEEDS, `${seed} ${what}\n`)
  say(`seed ${seed}, ${what}: ${error}\n  ${JSON.stringify(input)}`)
}

async function measurePatterns(): Promise<void> {
  const [longest, pumps] = [Number(values.longest), Number(values.pumps)]
  const short = new Set(OF_SHORT_TEXTS.map(({ pattern }) => String(pattern)))
  const patterns = (await patternsIn('src')).filter(({ pattern }) => !short.has(String(pattern)))
  let worse = 0
  for (const { path, pattern } of patterns) {
    const growth = worstGrowth(pattern, { longest, pumps })
    if (growth === null) continue
    worse += 1
    say(`${path} ${String(pattern).slice(0, 200)} ${JSON.stringify(growth)}`)
  }
  say(`${patterns.length} expressions, ${longest} characters, ${pumps} strings of each: ${worse} worse than linear`)
  process.exitCode = worse === 0 ? 0 : 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
