import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000' } })
})
afterAll(() => bot.close())

const DAY_MS = 24 * 60 * 60_000

async function ask(text: string, chatId = bot.reader, from = chatId) {
  bot.playground.say({ chatId, from, text })
  return bot.playground.waitForMessage({ chatId })
}

/** Sets the clock to the next due time, which it returns; `null` when nothing is due. */
async function jump(): Promise<Date | null> {
  const due = await bot.running.nextDigest()
  if (due === null) return null
  bot.clock.jumpTo(new Date(due))
  await bot.running.tick()
  return new Date(due)
}

/** Sets the clock to the next due minute, and waits for the digest. */
async function nextDigest(chatId = bot.reader) {
  const { change } = bot.playground.messages(chatId).at(-1) ?? { change: 0 }
  const due = await jump()
  const message = await bot.playground.waitForMessage({ chatId, after: change })
  return { due, message }
}

describe('digests', () => {
  test('bring new articles, then chunk after chunk, then nothing', async () => {
    const agreed = await ask('/subscribe 07:30 19:00 Asia/Riyadh')
    expect(agreed.text).toContain('07:30، 19:00')
    expect(agreed.text).toContain('الرياض')
    const first = await nextDigest()
    expect(first.message.text).toContain('نشرة مُوجَز: 9\u00A0مقالات جديدة')
    expect(['04:30', '16:00']).toContain(first.due?.toISOString().slice(11, 16))
    const second = await nextDigest()
    expect(second.message.text).toContain('تابع القراءة من حيث توقفت')
    const third = await nextDigest()
    expect(third.message.text).not.toBe(second.message.text)
  })

  test('skip the pages that the reader opened by hand', async () => {
    const read = await ask('/read')
    const { message } = await nextDigest()
    expect(message.text).not.toContain(read.text.split('\n').at(-1))
  })

  test('are confirmed when scheduled, replaced and ended', async () => {
    const changed = await ask('/subscribe 08:15 الأحد-الخميس')
    expect(changed.text).toContain('08:15')
    expect(changed.text).toContain('الخميس')
    expect(changed.text).not.toContain('الجمعة،')
    expect((await ask('/unsubscribe')).text).toContain('أُلغي')
    expect(await jump()).toBeNull()
    expect((await ask('/unsubscribe')).text).toContain('لا اشتراك')
  })

  test.each([
    ['/subscribe 25:00'],
    ['/subscribe غدا'],
    ['/subscribe Mars/City 08:00'],
    ['/subscribe sun-thu Asia/Riyadh'],
  ])('a wrong %s is named and keeps nothing', async (text) => {
    expect((await ask(text, bot.english)).text).toMatch(/“|time/)
    expect((await ask('/unsubscribe', bot.english)).text).toContain('no subscription')
  })

  test('/digest sends new articles once', async () => {
    expect((await ask('/digest', bot.english)).text).toContain('9\u00A0new articles')
    expect((await ask('/digest', bot.english)).text).toContain('read on from where you stopped')
  })

  test('go to a topic and to a channel, with links there', async () => {
    const forum = bot.playground.addSupergroup({ title: 'المنتدى', creator: bot.admin, forum: true })
    const threadId = bot.playground.addTopic({ chatId: forum, name: 'أخبار' })
    bot.playground.say({ chatId: forum, from: bot.admin, text: '/subscribe 05:00', threadId })
    await bot.playground.waitForMessage({ chatId: forum })
    expect((await nextDigest(forum)).message.threadId).toBe(threadId)
    bot.playground.say({ chatId: forum, from: bot.admin, text: '/unsubscribe', threadId })
    await bot.playground.waitForMessage({ chatId: forum })
    const channel = bot.playground.addChannel({ title: 'قناة', creator: bot.admin })
    await ask('/subscribe 05:00', channel, bot.admin)
    const { message } = await nextDigest(channel)
    for (const button of message.keyboard.flat()) expect(button).toHaveProperty('url')
    await ask('/unsubscribe', channel, bot.admin)
  })

  test('survive a flood, a broken connection and a failing server', async () => {
    await ask('/subscribe 06:00')
    bot.playground.faults.plan({
      methods: ['sendMessage'],
      times: 1,
      strike: { kind: 'flood', retryAfterSeconds: 1, scope: 'all' },
    })
    bot.playground.faults.plan({ methods: ['sendMessage'], times: 1, strike: { kind: 'drop', when: 'before' } })
    const { message } = await nextDigest()
    expect(message.text).toContain('نشرة مُوجَز')
    bot.playground.faults.clear()
  })

  test('stop while the bot is blocked, and resume after it', async () => {
    await ask('/subscribe 06:00')
    bot.playground.blockBot(bot.reader)
    await bot.playground.waitUntilTaken()
    expect(await jump()).toBeNull()
    bot.playground.unblockBot(bot.reader)
    await bot.playground.waitUntilTaken()
    await ask('/help')
    expect((await nextDigest()).message.text).toContain('نشرة')
  })

  test('continue after a restart; a digest missed by more than the window is skipped', async () => {
    await ask('/subscribe 06:00')
    await bot.restart()
    expect((await nextDigest()).message.text).toContain('نشرة')
    const sent = bot.playground.messages(bot.reader).length
    await bot.running.stop()
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 1.5 * DAY_MS))
    await bot.restart()
    await ask('/help')
    expect(bot.playground.messages(bot.reader).length).toBe(sent + 2)
  })
})
