import { afterAll, beforeAll, expect, test } from 'vitest'
import { cachedProbe } from '../../src/web/health.ts'
import { type ABot, aBot } from '../bot/a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

const page = async (path: string) => (await fetch(`${bot.running.url}${path}`)).text()
const asked = (method: string) => bot.playground.requests.filter((request) => request.method === method).length

test('readiness calls Telegram once for many probes', async () => {
  const before = asked('getMe')
  const answers = [await page('/readyz'), ...(await Promise.all([page('/readyz'), page('/readyz')]))]
  expect(answers).toEqual(['ok\n', 'ok\n', 'ok\n'])
  expect(asked('getMe') - before).toBe(1)
})

test('readiness is 503 while Telegram hangs, and answers in time', async () => {
  await bot.restart()
  bot.playground.faults.plan({ methods: ['getMe'], strike: { kind: 'slow', milliseconds: 60_000 } })
  expect(await page('/readyz')).toBe('not reachable: Telegram\n')
  expect(await page('/healthz')).toBe('ok\n')
  bot.playground.faults.clear()
})

test('a probe calls again when its answer has expired', async () => {
  let count = 0
  const probe = cachedProbe(async () => ++count, { keepMs: 0, withinMs: 1000 })
  expect([await probe(), await probe()]).toEqual([1, 2])
})

test('each outcome of a delivery is counted', async () => {
  const blocker = bot.playground.addPerson({ firstName: 'هدى', languageCode: 'ar', started: true })
  for (const chatId of [bot.reader, blocker]) {
    bot.playground.say({ chatId, from: chatId, text: '/subscribe 06:00 UTC' })
    await bot.playground.waitForMessage({ chatId })
  }
  bot.playground.deletePerson(blocker)
  bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
  await bot.running.tick()
  await expect.poll(() => page('/metrics')).toContain('mujaz_deliveries_total{outcome="sent"} 1')
  await expect.poll(() => page('/metrics')).toContain('mujaz_deliveries_total{outcome="gone"} 1')
})
