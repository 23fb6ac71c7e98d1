import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cachedProbe } from '../../src/web/health.ts'
import { type ABot, aBot } from '../bot/a-bot.ts'
import { aDirectory } from '../store/a-store.ts'

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

/** The value of a metric, with its labels as Prometheus writes them. */
const metric = async (name: string) => {
  const line = (await page('/metrics')).split('\n').find((one) => one.startsWith(`mujaz_${name} `))
  return line === undefined ? null : Number(line.split(' ').at(-1))
}

test('each metric tells what was caused', async () => {
  const { playground, reader, group, admin } = bot
  const caused: Record<string, () => unknown> = {
    updates_total: () => playground.say({ chatId: reader, from: reader, text: '/help' }),
    updates_broken_total: () => playground.pushUpdate({ message: { text: null } } as never),
    updates_failed_total: () => {
      playground.faults.plan({ methods: ['sendMessage'], times: 1, strike: { kind: 'answer', result: null } })
      playground.say({ chatId: reader, from: reader, text: '/help' })
    },
    updates_dropped_total: () => {
      for (let at = 0; at < 100; at += 1) playground.say({ chatId: reader, from: reader, text: '/figures' })
    },
    'chats{kind="group",state="active"}': () => playground.say({ chatId: group, from: admin, text: '/help' }),
    'chats{kind="group",state="kicked"}': () => playground.kickBot({ chatId: group, by: admin }),
    'trouble{kind="chat-lost"}': () => {},
    'trouble{kind="updates-failed"}': () => {},
    'subscriptions{state="active"}': () => {
      playground.say({ chatId: bot.english, from: bot.english, text: '/subscribe 07:00' })
    },
  }
  const nextDigest = async () => bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
  const waits = {
    deliveries_waiting: async () => {
      playground.faults.plan({ chatId: bot.english, strike: { kind: 'slow', milliseconds: 3_000 } })
      await nextDigest()
      await bot.running.tick()
    },
  }
  for (const [name, cause] of Object.entries({ ...caused, ...waits })) {
    const before = name.startsWith('trouble') ? 0 : ((await metric(name)) ?? 0)
    await cause()
    await expect.poll(() => metric(name), { message: name }).toBeGreaterThan(before)
  }
  playground.faults.clear()
  const start: Record<string, (value: number) => boolean> = {
    articles: (value) => value === 9,
    disk_free_bytes: (value) => value > 0,
    poll_age_seconds: (value) => value < 60,
    // by the test before
    delivery_delay_seconds_count: (value) => value > 0,
    'deliveries_total{outcome="sent"}': (value) => value > 0,
    'trouble{kind="disk-low"}': (value) => value === 0,
    files_unusable: (value) => value === 0,
    // a sender that stands still: tests/bot/owner/trouble.test.ts
    deliveries_overdue_seconds: (value) => value >= 0,
  }
  for (const [name, isRight] of Object.entries(start))
    expect(isRight((await metric(name)) ?? Number.NaN), name).toBe(true)
  const asked = [caused, waits, start].flatMap(Object.keys).map((name) => name.replace(/\{.*|_count$/, ''))
  expect(new Set(asked)).toEqual(new Set((await page('/metrics')).match(/(?<=^# TYPE mujaz_)\w+/gm)))
})

test('a file that can’t be used is counted', async () => {
  const contentDir = await aDirectory()
  await writeFile(join(contentDir, 'broken.md'), '---\ntitle: [\n---\n')
  const other = await aBot({ contentDir })
  await expect
    .poll(async () => (await fetch(`${other.running.url}/metrics`)).text())
    .toContain('mujaz_files_unusable 1')
  await other.close()
})

test('the board asks for metrics that there are, and for each of ours', async () => {
  const board = await readFile(join(import.meta.dirname, '../../docs/grafana.json'), 'utf8')
  const ours = new Set((await page('/metrics')).match(/(?<=^# TYPE )mujaz_\w+/gm))
  const asked = new Set(
    Array.from(board.matchAll(/mujaz_\w+/g), ([name]) => name.replace(/_(?:bucket|sum|count)$/, '')),
  )
  expect([...asked].toSorted()).toEqual([...ours].toSorted())
})
