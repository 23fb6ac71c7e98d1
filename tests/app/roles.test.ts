import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { type ABot, aBot } from '../bot/a-bot.ts'
import { planFor, sendTimes } from '../delivery/sender/a-fan-out.ts'
import { freePort } from '../free-port.ts'

const SECRET = 'only-telegram-knows'

let bot: ABot
afterEach(() => bot.close())

const say = (text: string) => bot.playground.say({ chatId: bot.reader, from: bot.reader, text })
const shown = () => bot.playground.waitForMessage({ chatId: bot.reader })

function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fdinfo').flatMap((fd) => {
    try {
      return [readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')]
    } catch {
      // closed meanwhile
      return []
    }
  })
}

test('one answers and never sends unasked, the other sends and is posted nothing', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/hook`
  bot = await aBot({ environment: { PORT: String(port), WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET, ROLE: 'web' } })
  const store = await openStore({ directory: bot.dataDir })
  onTestFinished(store.close)
  await planFor(store, [{ chatId: bot.english, threadId: 0 }])
  say('/privacy')
  expect((await shown()).text).toContain('انسني')
  expect((await store.leases.look()).epoch).toBe(0)
  expect(bot.playground.messages(bot.english)).toEqual([])

  await bot.restart({ ROLE: 'worker' })
  expect((await bot.playground.waitForMessage({ chatId: bot.english, after: 0 })).text).toBe('نشرة')
  const headers = { 'x-telegram-bot-api-secret-token': SECRET }
  expect((await fetch(url, { method: 'POST', headers, body: '{"update_id":1}' })).status).toBe(404)
  expect((await store.leases.look()).epoch).toBe(1)

  say('/privacy')
  await bot.restart({ ROLE: 'web' })
  expect((await shown()).text).toContain('انسني')
  expect(await store.leases.look()).toMatchObject({ epoch: 1, holder: null })
  expect(sendTimes(bot.playground, bot.english)).toHaveLength(1)
  expect(bot.playground.requests.map(({ method }) => method)).not.toContain('getUpdates')
})

test('who only answers watches no folder and looks for no work', async () => {
  const watchers = () => openFiles().reduce((sum, facts) => sum + (facts.match(/^inotify /gm)?.length ?? 0), 0)
  const before = watchers()
  const webhook = { WEBHOOK_URL: 'http://127.0.0.1:1/hook', WEBHOOK_SECRET: SECRET }
  bot = await aBot({ environment: { ...webhook, ROLE: 'web' } })
  expect(watchers()).toBe(before)
  await bot.restart({ ROLE: 'worker' })
  await expect.poll(watchers).toBeGreaterThan(before)
})

test('a worker polls where no webhook is set', async () => {
  bot = await aBot({ environment: { ROLE: 'worker' } })
  say('/privacy')
  expect((await shown()).text).toContain('انسني')
})
