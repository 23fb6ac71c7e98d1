import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

const OWNER = 4_242

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000', OWNER_IDS: String(OWNER) } })
})
afterAll(() => bot.close())

async function say(text: string) {
  bot.playground.say({ chatId: bot.reader, from: bot.reader, text })
  return bot.playground.waitForMessage({ chatId: bot.reader })
}

async function tickNext() {
  const newest = bot.playground.messages(bot.reader).at(-1)?.id ?? 0
  bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
  await bot.running.tick()
  return bot.playground.waitForMessage({ chatId: bot.reader, where: ({ id }) => id > newest })
}

const tellings = () => bot.playground.messages(OWNER).filter(({ text }) => text.startsWith('لم تصل مقالات جديدة'))

test('the owner is notified once of an edition with nothing new for anybody, also over a restart', async () => {
  bot.playground.addPerson({ id: OWNER, firstName: 'صفاء', languageCode: 'ar', started: true })
  await say('/subscribe 07:30 19:00')
  expect((await tickNext()).text).toContain('مقالات جديدة')
  expect(tellings()).toHaveLength(0)
  await tickNext()
  expect(tellings()).toHaveLength(1)
  await tickNext()
  await bot.restart()
  await tickNext()
  expect(tellings()).toHaveLength(1)
})

test('a digest on schedule has the digits that the chat chose', async () => {
  await say('/settings')
  await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: 'الأرقام' })
  const settings = await bot.playground.waitForMessage({
    chatId: bot.reader,
    where: ({ text }) => text.startsWith('الأرقام'),
  })
  const arabic = settings.keyboard.flat().find(({ text }) => text.includes('١٢٣'))
  await bot.playground.press({ chatId: bot.reader, from: bot.reader, button: arabic?.text ?? '' })
  await bot.playground.waitForMessage({ chatId: bot.reader, where: (one) => one.text.includes('عربية ١٢٣') })
  const { text } = await tickNext()
  expect(text.split('\n')[0]).toMatch(/^\D*[٠-٩]+\sمن [٠-٩]+\D*$/)
})
