import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFuzzedBot, type FuzzedBot, fuzzHttp, fuzzTexts, fuzzUpdates } from '../bench/fuzz/run.ts'
import { run } from './run-command.ts'

const ROOT = resolve(import.meta.dirname, '..')
/** Those that once broke something; hours of others: bench/fuzz/fuzz.ts. */
const KEPT = readFileSync(join(ROOT, 'bench/fuzz/seeds.txt'), 'utf8').match(/^\d+/gm) ?? []
const SEEDS = [...new Set(KEPT.map(Number))]

let bot: FuzzedBot
beforeAll(async () => {
  bot = await aFuzzedBot()
})
afterAll(() => bot.close())

test.each(SEEDS)('what people, files and operators write is read without a throw (seed %i)', (seed) => {
  expect(fuzzTexts(seed, 20)).toEqual([])
})

test.each(SEEDS)(
  'updates of every kind and shape end in no bug, and others are answered (seed %i)',
  async (seed) => {
    expect(await fuzzUpdates(bot, seed, 150)).toEqual([])
  },
  120_000,
)

test.each(SEEDS)('every HTTP request is answered (seed %i)', async (seed) => {
  expect(await fuzzHttp(bot.running.url, seed, 20)).toEqual([])
})

test('hours of it run without the suite', async () => {
  const load = "await import('./bench/fuzz/run.ts')"
  const ended = await run([process.execPath, '--input-type=module', '--eval', load], { cwd: ROOT })
  expect(ended).toEqual({ status: 0, stdout: '', stderr: '' })
})
