import { setTimeout as sleep } from 'node:timers/promises'
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
const textsOf = (chatId: number) => bot.playground.messages(chatId).map(({ text }) => text)

describe('/stats', () => {
  test('counts chats, subscriptions and deliveries, in the owner’s language', async () => {
    const [first = 0] = await begin({ readers: 3 })
    await ask('/subscribe 07:30', first)
    bot.playground.blockBot(first)
    await bot.playground.waitUntilTaken()
    const stats = await ask('/stats')
    expect(stats.text).toContain('المحادثات: 4')
    expect(stats.text).toContain('نشطة 3، حظرت البوت 1')
    expect(stats.text).toContain('جارية 0، متوقفة 1')
    expect(stats.text).toContain('المقالات: 9')
    expect((await ask('إحصاءات')).text).toBe(stats.text)
    expect((await ask('/stats', SECOND_OWNER)).text).toContain('Private: 4\u00A0active, 1\u00A0blocked the bot')
  })

  test('says what was read and searched, and by how many, without names', async () => {
    const [first = 0, second = 0] = await begin({ readers: 2 })
    for (const reader of [first, second]) {
      await ask('/brief alaska-summit-outcome', reader)
      await ask('/search الهدنة', reader)
    }
    await ask('/search سرّي', first)
    const { text } = await ask('/stats')
    expect(text).toMatch(/هذا الأسبوع: [^\n]*يقرأ 2، ويبحث 2/)
    expect(text).toMatch(/الأسبوع السابق: 0[^\n]*يقرأ 0، ويبحث 0/)
    expect(text).toMatch(/قُرئ مرتين: قمة ألاسكا/)
    expect(text).toContain('الأكثر بحثًا: الهدنة (2)')
    expect(text).not.toMatch(/سرّي|قارئ/)
  })

  test('shows sent, refused and skipped deliveries, with reasons', async () => {
    const people = await begin({ readers: 4 })
    const [blocker = 0, poison = 0] = people
    for (const person of people) await ask('/subscribe 06:00 UTC', person)
    bot.playground.deletePerson(blocker)
    const refuse = { kind: 'refuse', code: 400, description: 'Bad Request: of a kind' } as const
    bot.playground.faults.plan({ methods: ['sendMessage'], chatId: poison, times: 1, strike: refuse })
    const due = (await bot.running.nextDigest()) ?? 0
    bot.clock.jumpTo(new Date(due + 10 * 60_000))
    await bot.running.tick()
    for (const person of people.slice(2))
      await bot.playground.waitForMessage({ chatId: person, where: ({ text }) => text.includes('نشرة مُوجَز') })
    await bot.playground.waitForRequest({ where: ({ params }) => params.chat_id === poison && params.text !== '' })
    await sleep(300)
    bot.clock.jumpTo(new Date(due + 30 * 60 * 60_000))
    await bot.running.tick()
    const { text } = await ask('/stats', SECOND_OWNER)
    expect(text).toContain('Sent: 2, of them late: 2')
    expect(text).toContain('Not sent: 1 (chats that are gone), 1 (refused)')
    expect(text).toContain('1 × Bad Request: of a kind')
    expect(text).toContain('1 × Forbidden: user is deactivated')
    expect(text).toContain('Due times skipped: 3')
    expect(text).toContain('Waiting to be sent: 0')
  })

  test.each(['/stats', '/broadcast السلام عليكم', 'إحصاءات'])('%s does not exist for others', async (text) => {
    await begin()
    const unknown = text.startsWith('/') ? (await ask('/qwertz', bot.reader)).text : null
    const answered = await ask(text, bot.reader)
    if (unknown !== null) expect(answered.text).toBe(unknown)
    expect(answered.text).not.toContain('المحادثات')
    expect(textsOf(bot.reader)).not.toContain('السلام عليكم\n')
  })

  test('is ignored in a group, even from an owner', async () => {
    await begin()
    bot.playground.say({ chatId: bot.group, from: bot.admin, text: '/stats' })
    const group = bot.playground.addGroup({ title: 'الفريق', creator: OWNER, members: [bot.member] })
    bot.playground.say({ chatId: group, from: OWNER, text: '/stats' })
    await bot.playground.waitUntilTaken()
    expect(textsOf(group)).toEqual(expect.not.arrayContaining([expect.stringContaining('البوت بالأرقام')]))
    expect(textsOf(bot.group)).toEqual(expect.not.arrayContaining([expect.stringContaining('البوت بالأرقام')]))
  })

  test('is listed for owners in private alone', async () => {
    await begin()
    const names = (chatId: number, userId = chatId) =>
      bot.playground.commands({ chatId, userId }).map(({ command }) => command)
    // at the first start no owner had started the bot
    expect(names(OWNER)).not.toContain('stats')
    await bot.restart()
    expect(names(OWNER)).toEqual(expect.arrayContaining(['brief', 'stats', 'broadcast']))
    expect(names(SECOND_OWNER)).toContain('broadcast')
    expect(names(bot.reader)).not.toContain('stats')
    expect(names(bot.group, OWNER)).not.toContain('stats')
  })
})
