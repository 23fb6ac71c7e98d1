import { startPlayground } from '@mujaz/playground'
import { Bot, InlineKeyboard } from 'grammy'
import { expect, test } from 'vitest'

test('Ada orders tea, then blocks the bot', async () => {
  const playground = await startPlayground()
  const bot = new Bot(playground.token, { client: { apiRoot: playground.url } })
  const keyboard = new InlineKeyboard().text('Tea', 'tea')
  const found = { type: 'article', id: '1', title: 'Tea', input_message_content: { message_text: 'A cup' } } as const
  bot.hears('menu', (ctx) => ctx.reply('Choose', { reply_markup: keyboard }))
  bot.callbackQuery('tea', (ctx) => ctx.answerCallbackQuery('Coming'))
  bot.on('inline_query', (ctx) => ctx.answerInlineQuery([found]))
  const running = bot.start()

  const ada = playground.addPerson({ firstName: 'Ada', started: true })
  const group = playground.addGroup({ title: 'Tea room', creator: ada })
  playground.say({ chatId: ada, from: ada, text: 'menu' })
  await playground.waitForMessage({ chatId: ada })
  expect(await playground.press({ chatId: ada, from: ada, button: 'Tea' })).toMatchObject({ text: 'Coming' })

  await playground.inlineQuery({ from: ada, query: 'tea' })
  playground.sendInlineResult({ chatId: group, from: ada, resultId: '1' })
  expect(playground.messages(group)).toMatchObject([{ text: 'A cup', viaBot: true }])

  playground.faults.plan({ times: 1, strike: { kind: 'flood', retryAfterSeconds: 3, scope: 'chat', lasting: false } })
  await expect(bot.api.sendMessage(ada, 'More?')).rejects.toMatchObject({ parameters: { retry_after: 3 } })
  playground.blockBot(ada)
  await expect(bot.api.sendMessage(ada, 'More?')).rejects.toMatchObject({ error_code: 403 })

  await bot.stop()
  await running
  await playground.close()
})
