import { Bot } from 'grammy'
import { FIXED_TEXT } from './fixed-text.ts'

/** A grammY bot with the default transport that answers one text, with the two calls a pressed button needs. */
export function createGrammyBot(): Bot {
  const { BOT_TOKEN = '', BOT_API_ROOT = '' } = process.env
  const bot = new Bot(BOT_TOKEN, { client: { apiRoot: BOT_API_ROOT } })
  bot.on('message:text', (ctx) => ctx.reply(FIXED_TEXT))
  bot.on('callback_query:data', async (ctx) => {
    await ctx.answerCallbackQuery()
    await ctx.editMessageText(FIXED_TEXT)
  })
  return bot
}
