import { startPlayground } from '@mujaz/playground'
import { Bot } from 'grammy'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createIntake } from '../../src/bot/intake.ts'
import { startPolling } from '../../src/bot/polling.ts'

const HOUR_MS = 3_600_000
const START = Date.parse('2026-08-15T09:00:00Z')
const log = pino({ level: 'silent' })

test('an hour without Telegram: the pauses are bounded, nothing is lost or doubled, polling goes on by itself and says how long it was', async () => {
  const playground = await startPlayground()
  onTestFinished(() => playground.close())
  // somebody else each time: one alone would be a flood
  const say = (text: string) => {
    const chatId = playground.addPerson({ firstName: 'ليلى', started: true })
    playground.say({ chatId, from: chatId, text })
  }
  const bot = new Bot(playground.token, { client: { apiRoot: playground.url } })
  await bot.init()
  const heard: string[] = []
  bot.on('message:text', (ctx) => void heard.push(ctx.msg.text))
  const pauses: number[] = []
  const gone = () => pauses.reduce((sum, pause) => sum + pause, 0)
  const outages: { readonly from: number; readonly to: number }[] = []
  const intake = createIntake(bot, { decline: async () => {}, dropped: () => {}, log })
  const updates = startPolling(bot, intake, {
    ...{ polled: () => {}, broken: () => {}, log, lease: { whenHeld: async () => {}, held: () => null } },
    ...{ now: () => START + gone(), wasAway: (outage) => void outages.push(outage) },
    ...{ takeUp: async () => {}, look: async () => {}, leave: async () => true },
    rest: async (milliseconds) => {
      pauses.push(milliseconds)
      say(`${pauses.length}`)
      if (gone() >= HOUR_MS) playground.faults.clear()
    },
  })
  say('before')
  await expect.poll(() => heard).toEqual(['before'])
  playground.faults.plan({ methods: ['getUpdates'], strike: { kind: 'drop', when: 'before' } })
  say('0')
  await expect.poll(gone).toBeGreaterThanOrEqual(HOUR_MS)
  await expect.poll(() => heard.length).toBe(pauses.length + 2)
  expect(new Set(heard)).toEqual(new Set(['before', '0', ...pauses.map((_, at) => `${at + 1}`)]))
  expect(Math.max(...pauses)).toBe(30_000)
  expect(pauses.length).toBeLessThan(140)
  expect(outages).toEqual([{ from: START, to: START + gone() }])
  await updates.stop()
})
