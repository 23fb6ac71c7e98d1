import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzzHttp, fuzzTexts, fuzzUpdates } from '../bench/fuzz/run.ts'
import { createLog } from '../src/app/log.ts'
import { type ABot, aBot } from './bot/a-bot.ts'

/** Those that once broke something; hours of others: bench/fuzz/fuzz.ts. */
const KEPT = readFileSync(join(import.meta.dirname, '../bench/fuzz/seeds.txt'), 'utf8').match(/^\d+/gm) ?? []
const SEEDS = [...new Set(KEPT.map(Number))]

const lines: string[] = []
let bot: ABot
beforeAll(async () => {
  const write = (line: string) => void lines.push(line)
  bot = await aBot({ log: createLog({ level: 'info', secrets: [], ids: 'plain', write }) })
})
afterAll(() => bot.close())

test.each(SEEDS)('what people, files and operators write is read without a throw (seed %i)', (seed) => {
  expect(fuzzTexts(seed, 60)).toEqual([])
})

test.each(SEEDS)(
  'updates of every kind and shape end in no bug, and others are answered (seed %i)',
  async (seed) => {
    expect(await fuzzUpdates({ playground: bot.playground, url: bot.running.url, lines }, seed, 150)).toEqual([])
  },
  120_000,
)

test.each(SEEDS)('every HTTP request is answered (seed %i)', async (seed) => {
  expect(await fuzzHttp(bot.running.url, seed, 20)).toEqual([])
})
