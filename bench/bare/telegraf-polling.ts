import { Telegraf } from 'telegraf'
import { FIXED_TEXT } from './fixed-text.ts'

const { BOT_TOKEN = '', BOT_API_ROOT = '' } = process.env
const bot = new Telegraf(BOT_TOKEN, { telegram: { apiRoot: BOT_API_ROOT } })
bot.on('text', (ctx) => ctx.reply(FIXED_TEXT))
bot.on('callback_query', async (ctx) => {
  await ctx.answerCbQuery()
  await ctx.editMessageText(FIXED_TEXT)
})
await bot.launch()
