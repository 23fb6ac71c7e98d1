import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

const REFUSED = { kind: 'refuse', code: 401, description: 'Unauthorized' } as const

let bot: ABot
let lines: string[]
beforeEach(async () => {
  lines = []
  bot = await aBot({ logged: (line) => lines.push(line) })
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

describe('answers that are none', () => {
  /** Makes getUpdates return it once. */
  const answerPoll = (result: unknown) => bot.playground.faults.plan({ ...ONCE, strike: { kind: 'answer', result } })
  const ONCE = { methods: ['getUpdates'], times: 1 }

  test.each([null, 'soon', {}, [null], [{ update_id: 'x' }]])('%j holds up no later update', async (result) => {
    const fault = answerPoll(result)
    await expect.poll(() => fault.hits).toBe(1)
    bot.playground.say({ chatId: bot.reader, from: bot.reader, text: '/brief' })
    await bot.playground.waitForMessage({ chatId: bot.reader })
  })

  test('a broken update is one line in the log, and is confirmed', async () => {
    bot.playground.pushUpdate({ message: { text: null } } as never)
    bot.playground.say({ chatId: bot.reader, from: bot.reader, text: '/brief' })
    await bot.playground.waitForMessage({ chatId: bot.reader })
    await bot.playground.waitUntilTaken()
    expect(lines.filter((line) => line.includes('a broken update was left out'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([])
  })
})
