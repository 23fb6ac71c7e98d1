import { startPlayground } from '@mujaz/playground'
import { Bot } from 'grammy'
import { expect, test } from 'vitest'

test('greets whoever presses Start', async () => {
  const playground = await startPlayground()
  const bot = new Bot(playground.token, { client: { apiRoot: playground.url } })
  bot.command('start', (ctx) => ctx.reply(`Hello, ${ctx.from?.first_name}!`))
  const running = bot.start()

  const ada = playground.addPerson({ firstName: 'Ada' })
  playground.say({ chatId: ada, from: ada, text: '/start' })
  const answer = await playground.waitForMessage({ chatId: ada })
  expect(answer.text).toBe('Hello, Ada!')

  await bot.stop()
  await running
  await playground.close()
})
