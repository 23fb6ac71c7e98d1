import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRateLimit } from '../../src/web/rate-limit.ts'
import { type ABot, aBot } from '../bot/a-bot.ts'

const DEAL = 'لا اتفاق قبل أن يكون هناك اتفاق'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
  // on a busy machine the articles come after the first answers
  while ((await verify({ text: DEAL })).results[0]?.verdict !== 'verbatim') {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}, 90_000)
afterAll(() => bot.close())

async function post(body: string, method = 'POST') {
  return await fetch(`${bot.running.url}/verify`, { method, ...(method === 'POST' ? { body } : {}) })
}

async function verify(body: object): Promise<{ results: readonly Record<string, unknown>[] }> {
  return JSON.parse(await (await post(JSON.stringify(body))).text())
}

describe('POST /verify', () => {
  test('each quote of a text has its result, with proof', async () => {
    const text = `قال ترامب: «${DEAL}». وقال بوتين: «في المرة القادمة، في باريس». وأضاف: «سنزرع ألف شجرة في الصحراء».`
    expect(await verify({ text })).toEqual({
      results: [
        {
          verdict: 'verbatim',
          quote: DEAL,
          speaker: 'دونالد ترامب',
          article: expect.stringMatching(/^alaska-/),
          paragraph: expect.any(Number),
          url: null,
          difference: [],
        },
        expect.objectContaining({
          verdict: 'altered',
          quote: 'في المرة القادمة، في موسكو',
          difference: [{ of: 'name', claimed: 'باريس', said: 'موسكو' }],
        }),
        { verdict: 'unknown', quote: null, speaker: null, article: null, paragraph: null, url: null, difference: [] },
      ],
    })
  })

  test('a speaker may be named beside the text', async () => {
    expect((await verify({ text: DEAL, speaker: 'ترامب' })).results).toMatchObject([{ verdict: 'verbatim' }])
    expect((await verify({ text: DEAL, speaker: 'بوتين' })).results).toMatchObject([
      {
        verdict: 'other-speaker',
        speaker: 'دونالد ترامب',
        difference: [{ of: 'speaker', claimed: 'بوتين', said: 'دونالد ترامب' }],
      },
    ])
    expect((await verify({ text: 'ولم يوضح ما الذي يقصده بهذه العواقب' })).results).toMatchObject([
      { verdict: 'reported', quote: 'ولم يوضح ما الذي يقصده بهذه العواقب.', speaker: null },
    ])
  })

  test.each<[number, string]>([
    [400, ''],
    [400, '[]'],
    [400, '{"text":""}'],
    [400, '{"text":"؟!"}'],
    [400, '{"text":5}'],
    [400, JSON.stringify({ text: 'كلمة '.repeat(1_000) })],
    [400, JSON.stringify({ text: DEAL, speaker: 'x'.repeat(121) })],
    [413, JSON.stringify({ text: DEAL, more: 'x'.repeat(40_000) })],
    [422, JSON.stringify({ text: '«هذه أربع كلمات هنا» ثم '.repeat(21) })],
  ])('%i for %.40s, with one line that says why', async (status, body) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect(JSON.parse(await answer.text())).toEqual({ error: expect.stringMatching(/^[^\n]{10,200}$/) })
  })

  test('other methods are refused', async () => {
    const answer = await post('', 'GET')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test('too many are told when to come back', async () => {
    const text = '«هذه أربع كلمات هنا» ثم '.repeat(20)
    const statuses: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const answer = await post(JSON.stringify({ text }))
      statuses.push(answer.status)
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(statuses).toContain(429)
    expect(statuses[0]).toBe(200)
  })
})

test('a limit fills up again, and one address’s flood leaves room for others', () => {
  let now = 0
  const limit = createRateLimit({ one: 10, all: 25 }, () => now)
  expect([limit.take('a', 10), limit.take('a', 1), limit.take('b', 10), limit.take('c', 10)]).toEqual([0, 6, 0, 12])
  now = 60_000
  expect([limit.take('a', 10), limit.take('c', 10)]).toEqual([0, 0])
})
