import { readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingsOf } from '../../src/app/readings.ts'
import { createTroubleWatch } from '../../src/bot/owner/trouble-watch.ts'
import { cachedProbe } from '../../src/web/health.ts'
import { createMetrics } from '../../src/web/metrics.ts'
import { type ABot, aBot } from '../bot/a-bot.ts'
import { planFor } from '../delivery/sender/a-fan-out.ts'
import { aDirectory, aStore } from '../store/a-store.ts'

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
  // by the tests before
  for (const name of ['delivery_delay_seconds_count', 'deliveries_total{outcome="sent"}'])
    expect(await metric(name)).toBeGreaterThan(0)
  const asked = [...[caused, waits].flatMap(Object.keys), ...BY_OTHERS]
  const ours = (await page('/metrics')).match(/(?<=^# TYPE mujaz_)\w+/gm)
  expect(new Set(asked.map((name) => name.replace(/\{.*|_count$/, '')))).toEqual(new Set(ours))
})

/** Each in a test of its own. */
const BY_OTHERS = [
  ...['deliveries_total', 'delivery_delay_seconds', 'poll_age_seconds', 'articles', 'files_unusable'],
  ...['disk_free_bytes', 'deliveries_overdue_seconds'],
]

test('the time since a poll grows until one is answered, and then begins anew', async () => {
  const before = (await metric('poll_age_seconds')) ?? Number.NaN
  await expect.poll(() => metric('poll_age_seconds')).toBeGreaterThan(before + 0.2)
  const age = await metric('poll_age_seconds')
  bot.playground.say({ chatId: bot.reader, from: bot.reader, text: '/help' })
  await expect.poll(() => metric('poll_age_seconds'), { interval: 5 }).toBeLessThan(age ?? 0)
})

test('articles, and files that can’t be used, are counted as they come and go', async () => {
  const contentDir = await aDirectory()
  const other = await aBot({ contentDir })
  const counts = async () => {
    const text = await (await fetch(`${other.running.url}/metrics`)).text()
    return ['articles', 'files_unusable'].map((name) =>
      Number(new RegExp(`^mujaz_${name} (\\d+)$`, 'm').exec(text)?.[1]),
    )
  }
  await expect.poll(counts).toEqual([0, 0])
  await writeFile(join(contentDir, 'broken.md'), '---\ntitle: [\n---\n')
  await writeFile(join(contentDir, 'good.md'), '---\ntitle: جسر جديد\npublished: 2026-08-15\n---\n\nفُتح الجسر أمس.\n')
  await expect.poll(counts).toEqual([1, 1])
  await rm(join(contentDir, 'broken.md'))
  await expect.poll(counts).toEqual([1, 0])
  await other.close()
})

test('a disk without room, and deliveries that nobody sends, are told', async () => {
  const store = await aStore()
  let now = Date.now()
  const text = async (dataDir: string) => {
    const watch = createTroubleWatch({ store, contentDir: await aDirectory(), dataDir, now: () => now })
    return await createMetrics(readingsOf(store, watch)).text()
  }
  const roomy = await text('/tmp')
  expect(roomy).toContain('mujaz_deliveries_overdue_seconds 0\n')
  expect(roomy).toContain('mujaz_trouble{kind="sender-stuck"} 0\n')
  const { bavail, bsize } = await statfs('/tmp')
  const told = Number(/^mujaz_disk_free_bytes (\S+)$/m.exec(roomy)?.[1])
  // others write there too
  expect(Math.abs(told / (bavail * bsize) - 1)).toBeLessThan(0.2)
  await planFor(store, [{ chatId: 5, threadId: 0 }])
  now = ((await store.deliveries.nextAt()) ?? 0) + 1_200_000
  // it has no room at all
  const full = await text('/proc')
  expect(full).toContain('mujaz_disk_free_bytes 0\n')
  expect(full).toContain('mujaz_trouble{kind="disk-low"} 1\n')
  expect(full).toContain('mujaz_deliveries_overdue_seconds 1200\n')
  expect(full).toContain('mujaz_trouble{kind="sender-stuck"} 1\n')
})

test('no page tells the token or the webhook’s secret, whatever is asked of it', async () => {
  const secret = 'a-secret-of-the-webhook'
  const other = await aBot({ environment: { WEBHOOK_URL: 'http://127.0.0.1:1/hook', WEBHOOK_SECRET: secret } })
  const { token } = other.playground
  const asks = ['/', '/healthz', '/readyz', '/metrics', '/verify', '/hook', `/bot${token}/getMe`].flatMap((path) =>
    ['GET', 'POST', 'PUT'].map((method) => ({ path, method, body: method === 'GET' ? null : token })),
  )
  for (const { path, method, body } of asks) {
    const headers = { 'x-telegram-bot-api-secret-token': secret }
    const answer = await fetch(`${other.running.url}${path}`, { method, body, headers })
    expect(`${await answer.text()}${[...answer.headers].join()}`, `${method} ${path}`).not.toMatch(
      new RegExp(`${token}|${secret}`),
    )
  }
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
