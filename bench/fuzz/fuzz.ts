import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createLog } from '../../src/app/log.ts'
import { aBot } from '../../tests/bot/a-bot.ts'
import { patternsIn, worstGrowth } from '../../tests/regular-expressions.ts'
import { type Failure, fuzzHttp, fuzzTexts, fuzzUpdates } from './run.ts'

/*
 * node bench/fuzz/fuzz.ts --seconds 3600 --seed 1     one seed after another; those that broke something are kept
 * node bench/fuzz/fuzz.ts --patterns                  the growth of every regular expression, with the whole effort
 */

const SEEDS = join(import.meta.dirname, 'seeds.txt')
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    patterns: { type: 'boolean', default: false },
  },
})

await (values.patterns ? measurePatterns() : fuzz())

async function fuzz(): Promise<void> {
  const end = performance.now() + Number(values.seconds) * 1000
  const lines: string[] = []
  const log = createLog({ level: 'info', secrets: [], ids: 'plain', write: (line) => void lines.push(line) })
  const bot = await aBot({ log })
  let [seeds, failed] = [0, 0]
  for (let seed = Number(values.seed); performance.now() < end; seed += 1, seeds += 1) {
    const { playground, running } = bot
    const failures = [
      ...fuzzTexts(seed, 100),
      ...(await fuzzUpdates({ playground, url: running.url, lines }, seed, 200)),
      ...(await fuzzHttp(running.url, seed, 20)),
    ]
    failed += failures.length
    for (const failure of failures) keep(failure)
  }
  await bot.close()
  say(`${seeds} seeds: ${seeds * 200} updates, ${seeds * 900} texts, ${seeds * 20} requests; ${failed} failures`)
  process.exitCode = failed === 0 ? 0 : 1
}

function keep({ seed, what, input, error }: Failure): void {
  appendFileSync(SEEDS, `${seed} ${what}\n`)
  say(`seed ${seed}, ${what}: ${error}\n  ${JSON.stringify(input)}`)
}

async function measurePatterns(): Promise<void> {
  const patterns = await patternsIn('src')
  for (const { path, pattern } of patterns) {
    const growth = worstGrowth(pattern, { length: 4000, pumps: 60 })
    if (growth !== null) say(`${path} ${String(pattern).slice(0, 200)} ${JSON.stringify(growth)}`)
  }
  say(`${patterns.length} expressions`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
