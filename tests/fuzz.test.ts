import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFuzzedBot, type FuzzedBot, fuzzHttp, fuzzTexts, fuzzUpdates } from '../bench/fuzz/run.ts'

/** Those that once broke something; hours of others: bench/fuzz/fuzz.ts. */
const KEPT = readFileSync(join(import.meta.dirname, '../bench/fuzz/seeds.txt'), 'utf8').match(/^\d+/gm) ?? []
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
  expect(await fuzzHttp(bot.url, seed, 20)).toEqual([])
})
