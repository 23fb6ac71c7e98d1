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

test('what a stop left is answered first by the next process, and nothing is answered twice', async () => {
  const { playground, reader, english } = bot
  const words = ['كلمة1', 'كلمة2', 'كلمة3']
  const answered = (chatId: number) =>
    playground
      .messages(chatId)
      .filter(({ sender }) => sender.kind === 'bot')
      .map(({ text }) => words.find((word) => text.includes(word)))
  const limit = { kind: 'flood', retryAfterSeconds: 12, scope: 'chat' } as const
  const fault = playground.faults.plan({ chatId: reader, times: 1, strike: limit })
  for (const word of words)
    for (const from of [reader, english]) playground.say({ chatId: from, from, text: `/search ${word}` })
  await expect.poll(() => [fault.hits, answered(english)]).toEqual([1, words])
  const stopped = bot.restart()
  playground.say({ chatId: reader, from: reader, text: '/search كلمة4' })
  words.push('كلمة4')
  await stopped
  await expect.poll(() => answered(reader)).toEqual(words)
  expect(answered(english)).toEqual(words.slice(0, 3))
  expect(lines.filter((line) => line.includes('not handled before the stop'))).toHaveLength(1)
})

test('a second poller on one token is noticed and said, and the bot goes on when it ends', async () => {
  const { playground, reader } = bot
  const poll = `${playground.url}/bot${playground.token}/getUpdates`
  const noticed = async () => {
    await fetch(poll)
    return lines.filter((line) => line.includes('another process takes this bot')).length
  }
  await expect.poll(noticed).toBeGreaterThan(0)
  playground.say({ chatId: reader, from: reader, text: '/brief' })
  await playground.waitForMessage({ chatId: reader })
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
