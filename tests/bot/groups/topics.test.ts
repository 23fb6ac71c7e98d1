import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_SUBSCRIPTIONS } from '../../../src/store/subscriptions/subscriptions.ts'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000' } })
})
afterAll(() => bot.close())

const DAY_MS = 24 * 60 * 60_000
type Where = { readonly chatId: number; readonly threadId?: number }

async function ask(text: string, where: Where) {
  bot.playground.say({ text, from: bot.admin, ...where })
  return bot.playground.waitForMessage({ chatId: where.chatId })
}

function aForum() {
  const chatId = bot.playground.addSupergroup({ title: 'المنتدى', creator: bot.admin, forum: true })
  const news = bot.playground.addTopic({ chatId, name: 'أخبار' })
  const english = bot.playground.addTopic({ chatId, name: 'English' })
  return { chatId, news, english }
}

/** The chat's new messages at the next due time, or a day later. */
async function passDay(chatId: number) {
  const before = bot.playground.messages(chatId).length
  const due = await bot.running.nextDigest()
  bot.clock.jumpTo(new Date(due ?? bot.clock.now().getTime() + DAY_MS))
  await bot.running.tick()
  await new Promise((resolve) => setTimeout(resolve, 150))
  return bot.playground.messages(chatId).slice(before)
}

/** Makes a chat's one subscription that of further topics too, as many `/subscribe` would. */
function copySubscription(chatId: number, times: number): void {
  const file = new SqliteFile(join(bot.dataDir, 'mujaz.db'))
  const columns = file.prepare("select name from pragma_table_info('subscriptions')").pluck().all()
  const kept = columns.filter((name) => name !== 'id' && name !== 'thread_id').join(', ')
  const copy = file.prepare(
    `insert into subscriptions (thread_id, ${kept}) select ?, ${kept} from subscriptions where chat_id = ? limit 1`,
  )
  for (let at = 1; at <= times; at += 1) copy.run(1000 + at, chatId)
  file.close()
}

describe('topics', () => {
  test('have schedules of their own, each in its language', async () => {
    const { chatId, news, english } = aForum()
    await ask('/subscribe 07:00', { chatId, threadId: news })
    await ask('/subscribe 07:00', { chatId, threadId: english })
    await ask('/language', { chatId, threadId: english })
    await bot.playground.press({ chatId, from: bot.admin, button: 'English' })
    expect((await bot.playground.waitForMessage({ chatId })).text).toContain('Language: English')
    expect((await ask('/settings', { chatId, threadId: news })).text).toContain('إعدادات')
    expect((await ask('/settings', { chatId, threadId: english })).text).toContain('settings')
    await passDay(chatId)
    const digestIn = (topic: number, word: string) =>
      bot.playground.waitForMessage({
        chatId,
        after: 0,
        where: ({ threadId, text }) => threadId === topic && text.startsWith(word),
      })
    expect((await digestIn(news, 'نشرة')).id).not.toBe((await digestIn(english, 'mujaz digest')).id)
  })

  test('of a chat with as many digests as it may have get no further one, but a line, and room when one ends', async () => {
    const { chatId, news, english } = aForum()
    await ask('/subscribe 07:00', { chatId, threadId: news })
    copySubscription(chatId, MOST_SUBSCRIPTIONS - 1)
    expect((await ask('/subscribe 07:00', { chatId, threadId: english })).text).toContain('حدّها: 50')
    expect((await ask('/subscribe 08:15', { chatId, threadId: news })).text).toContain('08:15')
    await ask('/unsubscribe', { chatId, threadId: news })
    expect((await ask('/subscribe 07:00', { chatId, threadId: english })).text).toContain('07:00')
  })

  test('keep their own language when the chat chooses another', async () => {
    const { chatId, news, english } = aForum()
    await ask('/subscribe 07:00', { chatId, threadId: english })
    await ask('/language', { chatId, threadId: news })
    await bot.playground.press({ chatId, from: bot.admin, button: 'English' })
    await bot.playground.waitForMessage({ chatId })
    await ask('/language', { chatId })
    await bot.playground.press({ chatId, from: bot.admin, button: 'English' })
    await bot.playground.waitForMessage({ chatId })
    await bot.playground.press({ chatId, from: bot.admin, button: 'العربية' })
    await bot.playground.waitForMessage({ chatId })
    expect((await ask('/settings', { chatId, threadId: news })).text).toContain('settings')
    expect((await ask('/settings', { chatId, threadId: english })).text).toContain('إعدادات')
  })

  test('that are closed get nothing until they are reopened; General is notified once', async () => {
    const { chatId, news } = aForum()
    await ask('/subscribe 07:00', { chatId, threadId: news })
    bot.playground.closeTopic({ chatId, threadId: news })
    const notice = await bot.playground.waitForMessage({ chatId })
    expect(notice).toMatchObject({ threadId: null, text: expect.stringContaining('توقفت نشرته') })
    expect(await passDay(chatId)).toEqual([])
    bot.playground.reopenTopic({ chatId, threadId: news })
    await bot.playground.waitUntilTaken()
    await passDay(chatId)
    await bot.playground.waitForMessage({ chatId, after: notice.change, where: ({ threadId }) => threadId === news })
  })

  test('without a schedule close without a notice', async () => {
    const { chatId, news } = aForum()
    bot.playground.closeTopic({ chatId, threadId: news })
    expect(await passDay(chatId)).toEqual([])
  })

  test('that are deleted are noticed when a digest is sent there, and General is notified once', async () => {
    const { chatId, news } = aForum()
    await ask('/subscribe 07:00', { chatId, threadId: news })
    bot.playground.deleteTopic({ chatId, threadId: news })
    await passDay(chatId)
    await bot.playground.waitForMessage({ chatId, where: ({ text }) => text.includes('توقفت نشرته') })
    expect(await passDay(chatId)).toEqual([])
  })
})
