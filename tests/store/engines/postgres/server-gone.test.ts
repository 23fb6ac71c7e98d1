import { expect, onTestFinished, test } from 'vitest'
import { aPlayground } from '../../../delivery/sender/a-fan-out.ts'
import { startPostgres } from '../../../start-postgres.ts'
import { oneArticle, startProcess } from '../../../start-process.ts'

test('a server that is gone does not end the bot, nor keep it from ending well', async () => {
  const playground = await aPlayground()
  const { server, stop } = await startPostgres()
  onTestFinished(stop)
  const settings = { BOT_TOKEN: playground.token, BOT_API_ROOT: playground.url, DATABASE_URL: server }
  const bot = await startProcess({ ...settings, ...(await oneArticle()) })
  const chatId = playground.addPerson({ firstName: 'ليلى', started: true })
  playground.say({ chatId, from: chatId, text: '/privacy' })
  await playground.waitForMessage({ chatId })
  await stop()
  await bot.waitFor('the database does not say who is on duty')
  bot.child.kill('SIGTERM')
  expect(await bot.exit()).toBe(0)
  expect(bot.printed()).toContain('could not be given up')
}, 120_000)
