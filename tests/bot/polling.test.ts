import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

const REFUSED = { kind: 'refuse', code: 401, description: 'Unauthorized' } as const

let bot: ABot
beforeEach(async () => {
  bot = await aBot()
})
afterEach(() => bot.close())

test.each([401, 404])('a token refused twice with %i and then accepted does not end polling', async (code) => {
  const fault = bot.playground.faults.plan({ methods: ['getUpdates'], times: 2, strike: { ...REFUSED, code } })
  for (const wanted of [0, 1]) {
    await expect.poll(() => fault.hits).toBeGreaterThanOrEqual(wanted)
    bot.playground.say({ chatId: bot.reader, from: bot.reader, text: '/brief' })
    await bot.playground.waitForMessage({ chatId: bot.reader })
  }
  expect(fault.hits).toBe(2)
})

test('a token refused again and again ends polling', async () => {
  const fault = bot.playground.faults.plan({ methods: ['getUpdates'], strike: REFUSED })
  bot.playground.say({ chatId: bot.reader, from: bot.reader, text: '/brief' })
  await bot.running.ended
  expect(fault.hits).toBeGreaterThan(2)
})
