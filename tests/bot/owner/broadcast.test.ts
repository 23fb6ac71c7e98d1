import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterEach, describe, expect, test } from 'vitest'
import type { ABot } from '../a-bot.ts'
import { anOwnedBot, askBot, OWNER, SECOND_OWNER } from './an-owned-bot.ts'

let bot: ABot
afterEach(() => bot.close())

async function begin(options: Parameters<typeof anOwnedBot>[0] = {}) {
  const { people, ...begun } = await anOwnedBot(options)
  bot = begun.bot
  return people
}

const ask = (text: string, from = OWNER) => askBot(bot, { text, from })

/** The message with the buttons under the preview. */
function panel(where: (message: ChatMessage) => boolean, owner = OWNER): Promise<ChatMessage> {
  return bot.playground.waitForMessage({ chatId: owner, after: 0, timeoutMs: 15_000, where })
}

const press = (button: string, from = OWNER) => bot.playground.press({ chatId: from, from, button })
/** Confirms the first announcement with a button that the chat does not show. */
function forgePress(from: number, messageId: number): void {
  const chat = { id: from, type: 'private', first_name: 'x' } as const
  bot.playground.pushUpdate({
    callback_query: {
      ...{ id: `77${from}`, chat_instance: '1', data: 'o1_s_1', from: { id: from, is_bot: false, first_name: 'x' } },
      message: { message_id: messageId, date: 0, chat },
    },
  })
}

const textsOf = (chatId: number) => bot.playground.messages(chatId).map(({ text }) => text)
/** An announcement as it is sent. */
const marked = (text: string) => `رسالة من مشغّل البوت\n\n${text}`
const timesGot = (chatId: number, text: string) => textsOf(chatId).filter((one) => one === text).length

describe('/broadcast', () => {
  test('previews the announcement and its audience, and sends nothing before it is confirmed', async () => {
    const [reader = 0] = await begin({ readers: 2 })
    await ask('/broadcast  أهلًا بكم\nمن جديد ')
    const forecast = await panel(({ keyboard }) => keyboard.length > 0)
    expect(textsOf(OWNER)).toContain(marked('أهلًا بكم\nمن جديد'))
    expect(forecast.text).toContain('3\u00A0محادثات')
    expect(forecast.text).toContain('ثانية واحدة')
    // whom it is for is chosen before it is sent
    await press('القنوات وحدها')
    await panel(({ text }) => text.includes('العدد: لا'))
    await press('إلغاء')
    await panel(({ text }) => text.includes('ولم يُرسل شيء'))
    expect(timesGot(reader, marked('أهلًا بكم\nمن جديد'))).toBe(0)
    expect((await ask('/broadcast')).text).toContain('بعد الأمر')
  })

  test('shows no link previews, neither in what goes out nor in its panel', async () => {
    await begin({ readers: 1 })
    await ask('/broadcast https://example.org/news')
    await panel(({ keyboard }) => keyboard.length > 0)
    await press('أرسل')
    await panel(({ text }) => text.startsWith('تم الإرسال'))
    const shown = bot.playground.requests.filter(({ method }) => /^(?:sendMessage|editMessageText)$/.test(method))
    const previews = shown.filter(({ params }) => !JSON.stringify(params.link_preview_options ?? '').includes('true'))
    expect(previews.map(({ params }) => params.text)).toEqual([])
  })

  test('goes once to every active chat, with its entities, and reports the result', async () => {
    const people = await begin({ readers: 4 })
    const [blocker = 0, ...others] = people
    const group = bot.playground.addGroup({ title: 'الجيران', creator: bot.admin, members: [bot.member] })
    await askBot(bot, { text: '/privacy', from: bot.member, chatId: group })
    const text = '/broadcast Hello, readers: all new'
    bot.playground.pushUpdate({
      message: {
        ...{ message_id: 9001, date: 1_750_000_000, text },
        chat: { id: SECOND_OWNER, type: 'private', first_name: 'Sam' },
        from: { id: SECOND_OWNER, is_bot: false, first_name: 'Sam', language_code: 'en' },
        entities: [
          { type: 'bot_command', offset: 0, length: 10 },
          { type: 'bold', offset: 11, length: 5 },
          { type: 'text_link', offset: 27, length: 7, url: 'https://example.org/' },
        ],
      },
    })
    await panel(({ keyboard }) => keyboard.length > 0, SECOND_OWNER)
    bot.playground.deletePerson(blocker)
    await press('Send', SECOND_OWNER)
    const done = await panel(({ text }) => text.startsWith('Done'), SECOND_OWNER)
    expect(done.text).toContain('Sent: 5\u00A0of 6')
    expect(done.text).toContain('Chats that are gone: 1')
    expect(done.keyboard).toEqual([])
    for (const chatId of [...others, group, SECOND_OWNER]) {
      const got = bot.playground
        .messages(chatId)
        .filter(({ text }) => text === 'From the bot’s operator\n\nHello, readers: all new')
      expect(got).toHaveLength(chatId === SECOND_OWNER ? 2 : 1)
      expect(got.at(-1)?.entities).toEqual([
        { type: 'bold', offset: 0, length: 23 },
        { type: 'bold', offset: 25, length: 5 },
        expect.objectContaining({ type: 'text_link', offset: 41, length: 7 }),
      ])
    }
    forgePress(SECOND_OWNER, done.id)
    await bot.playground.waitUntilTaken()
    expect(timesGot(group, 'From the bot’s operator\n\nHello, readers: all new')).toBe(1)
  })

  test('announces the message it replies to', async () => {
    const [reader = 0] = await begin({ readers: 1 })
    const { text, id } = await ask('/corrections')
    await askBot(bot, { text: '/broadcast', from: OWNER, replyTo: id })
    await panel(({ keyboard }) => keyboard.flat().some(({ text: label }) => label === 'أرسل'))
    await press('أرسل')
    await panel(({ text }) => text.startsWith('تم الإرسال'))
    expect(timesGot(reader, marked(text))).toBe(1)
  })

  test('can be stopped and resumed, and reaches every chat once over restarts', async () => {
    const people = await begin({ readers: 24, rate: '6' })
    await ask('/broadcast خبر')
    await panel(({ keyboard }) => keyboard.length > 0)
    await press('أرسل')
    await panel(({ text }) => text.startsWith('في الطريق'))
    await bot.playground.waitForRequest({
      where: ({ params }) => params.chat_id !== OWNER && params.text === marked('خبر'),
    })
    await press('أوقف')
    const stopped = await panel(({ text }) => text.startsWith('توقف'))
    const got = () => people.reduce((sum, person) => sum + timesGot(person, marked('خبر')), 0)
    expect(got()).toBeLessThan(24)
    await sleep(600)
    const before = got()
    await sleep(600)
    expect(got()).toBe(before)
    await bot.restart()
    await press('أعد الإرسال لمن لم يصله')
    await bot.playground.waitForRequest({
      where: ({ params }) =>
        params.text === marked('خبر') && people.filter((one) => timesGot(one, marked('خبر')) > 0).length > before,
    })
    await bot.restart()
    const done = await bot.playground.waitForMessage({
      ...{ chatId: OWNER, after: stopped.change, timeoutMs: 15_000 },
      where: ({ text }) => text.startsWith('تم'),
    })
    expect(done.text).toContain('أُرسل: 25\u00A0من 25')
    expect(people.map((person) => timesGot(person, marked('خبر')))).toEqual(people.map(() => 1))
  })

  test('only refused chats are retried', async () => {
    const [poison = 0, other = 0] = await begin({ readers: 2 })
    await ask('/broadcast خبر')
    await panel(({ keyboard }) => keyboard.length > 0)
    const refuse = { kind: 'refuse', code: 400, description: 'Bad Request: of a kind' } as const
    bot.playground.faults.plan({ methods: ['sendMessage'], chatId: poison, times: 1, strike: refuse })
    await press('أرسل')
    const failed = await panel(({ text }) => text.startsWith('تم'))
    expect(failed.text).toContain('مرفوض: 1')
    await press('أعد الإرسال لمن لم يصله')
    await bot.playground.waitForMessage({
      ...{ chatId: OWNER, after: failed.change, timeoutMs: 10_000 },
      where: ({ text }) => text.includes('أُرسل: 3\u00A0من 3'),
    })
    expect([poison, other].map((person) => timesGot(person, marked('خبر')))).toEqual([1, 1])
  })

  test('lets a digest that is due go first', async () => {
    const people = await begin({ readers: 20, rate: '8' })
    const [subscriber = 0] = people
    await ask('/subscribe 06:00 UTC', subscriber)
    await ask('/broadcast خبر')
    await panel(({ keyboard }) => keyboard.length > 0)
    await press('أرسل')
    await bot.playground.waitForRequest({
      where: ({ params }) => params.chat_id !== OWNER && params.text === marked('خبر'),
    })
    bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
    await bot.running.tick()
    await bot.playground.waitForMessage({ chatId: subscriber, where: ({ text }) => text.includes('نشرة مُوجَز') })
    expect(people.filter((person) => timesGot(person, marked('خبر')) === 0).length).toBeGreaterThan(5)
    expect((await ask('/help', bot.reader)).text).toContain('مُوجَز')
  })

  test('is confirmed by its own owner only', async () => {
    const [reader = 0] = await begin({ readers: 1 })
    await ask('/broadcast خبر')
    const { id } = await panel(({ keyboard }) => keyboard.length > 0)
    for (const from of [reader, SECOND_OWNER]) {
      const { id: other } = await ask('/help', from)
      forgePress(from, other)
    }
    await bot.playground.waitUntilTaken()
    expect(textsOf(reader)).not.toContain(marked('خبر'))
    expect(
      bot.playground
        .messages(OWNER)
        .find((message) => message.id === id)
        ?.keyboard.at(-1),
    ).toHaveLength(2)
  })
})
