import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

function say(
  text: string,
  from = bot.member,
  more: { replyTo?: number; threadId?: number; as?: 'chat'; chatId?: number } = {},
) {
  return bot.playground.say({ chatId: bot.group, from, text, ...more })
}

const answer = (chatId = bot.group) => bot.playground.waitForMessage({ chatId })

/** Sends a text that the bot should ignore, then a command; returns what the bot sent. */
async function expectSilenceAt(text: string): Promise<void> {
  const before = bot.playground.messages(bot.group).filter(({ sender }) => sender.kind === 'bot').length
  say(text)
  say('/articles')
  await answer()
  expect(bot.playground.messages(bot.group).filter(({ sender }) => sender.kind === 'bot')).toHaveLength(before + 1)
}

describe('in a group', () => {
  test('a command is answered as a reply', async () => {
    const asked = say(`/summary@${bot.playground.bot.username}`)
    const answered = await answer()
    expect(answered.text).toContain('الملخص')
    expect(answered.replyTo).toBe(asked)
  })

  test('a mention with an Arabic word is a command', async () => {
    say(`@${bot.playground.bot.username} اقتباسات بوتين`)
    expect((await answer()).text).toContain('فلاديمير بوتين')
  })

  test('a reply to the bot with a word is a command', async () => {
    const { id } = await answer().catch(() => ({ id: bot.playground.messages(bot.group).at(-1)?.id ?? 0 }))
    say('موجز', bot.member, { replyTo: id })
    expect((await answer()).text).toContain('المصدر')
  })

  test.each([['/weather'], ['/brief@some_other_bot'], ['صباح الخير'], ['/sumary']])('%s is met with silence', (text) =>
    expectSilenceAt(text),
  )

  test('a reply to the bot is answered when it asks something, and met with silence when it does not', async () => {
    say('/articles')
    const { id } = await answer()
    say('من حضر القمة؟', bot.member, { replyTo: id })
    expect((await answer()).text).toMatch(/لـ«من حضر القمة؟»/)
    const sent = () => bot.playground.messages(bot.group).filter(({ sender }) => sender.kind === 'bot').length
    const before = sent()
    for (const words of ['كلام جميل', '👍', 'شكرا']) say(words, bot.member, { replyTo: id })
    say('/people')
    await answer()
    expect(sent()).toBe(before + 1)
  })

  test('only admins change settings; the refusal is shown to the member alone', async () => {
    say('/subscribe 09:00')
    const refusal = await answer()
    expect(refusal.text).toContain('للمشرفين')
    expect(refusal.visibleTo).toBe(bot.member)
    say('/subscribe 09:00', bot.admin)
    expect((await answer()).text).toContain('09:00')
  })

  test('a member’s press on a settings button is refused by an alert, an admin’s works', async () => {
    const { member, admin, group } = bot
    const refused = await bot.playground.press({ chatId: group, from: member, button: 'إلغاء الاشتراك' })
    expect(refused).toMatchObject({ showAlert: true, text: expect.stringContaining('للمشرفين') })
    await bot.playground.press({ chatId: group, from: admin, button: 'إلغاء الاشتراك' })
    expect((await answer()).text).toContain('هل ألغي')
    await bot.playground.press({ chatId: group, from: admin, button: 'نعم، ألغِ النشرة' })
    expect((await answer()).text).toContain('أُلغي الاشتراك')
  })

  test('a press is answered also when Telegram refuses to say the rights', async () => {
    const { group } = bot
    say('/subscribe', bot.admin)
    await answer()
    bot.playground.setMember({ chatId: group, userId: bot.member, status: 'administrator' } as never)
    bot.playground.faults.plan({
      methods: ['getChatMember'],
      times: 4,
      strike: { kind: 'refuse', code: 400, description: 'Bad Request: no' },
    })
    const told = await bot.playground.press({ chatId: group, from: bot.member, button: '1_S_0800', timeoutMs: 15_000 })
    expect(told.text).not.toBe('')
    bot.playground.faults.clear()
    bot.playground.setMember({ chatId: group, userId: bot.member, status: 'member' } as never)
  })

  test('an anonymous admin changes settings', async () => {
    bot.playground.setMember({ chatId: bot.group, userId: bot.admin, status: 'creator', anonymous: true })
    const supergroup = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member] })
    bot.playground.setMember({ chatId: supergroup, userId: bot.admin, status: 'creator', anonymous: true })
    say('/subscribe 10:00', bot.admin, { chatId: supergroup })
    expect((await answer(supergroup)).text).toContain('10:00')
  })

  test('another member’s press turns the pages', async () => {
    say('/brief')
    await answer()
    await bot.playground.press({ chatId: bot.group, from: bot.member, button: 'المزيد ▾' })
    await answer()
    await bot.playground.press({ chatId: bot.group, from: bot.admin, button: 'الملخص' })
    expect((await answer()).text).toContain('الملخص')
  })

  test('an answer goes to the topic of its question', async () => {
    const forum = bot.playground.addSupergroup({
      title: 'المنتدى',
      creator: bot.admin,
      members: [bot.member],
      forum: true,
    })
    const threadId = bot.playground.addTopic({ chatId: forum, name: 'أخبار' })
    say('/brief', bot.member, { chatId: forum, threadId })
    expect((await answer(forum)).threadId).toBe(threadId)
  })

  test('a group that becomes a supergroup keeps its subscription', async () => {
    const old = bot.playground.addGroup({ title: 'قديم', creator: bot.admin })
    say('/subscribe 06:00', bot.admin, { chatId: old })
    await answer(old)
    const grown = bot.playground.upgradeGroup(old)
    await bot.playground.waitUntilTaken()
    say('/subscribe', bot.admin, { chatId: grown })
    expect((await answer(grown)).text).toContain('06:00')
  })

  test('a channel’s own post is a command there, and its buttons are links', async () => {
    const channel = bot.playground.addChannel({ title: 'قناة', creator: bot.admin })
    say('/brief', bot.admin, { chatId: channel })
    const { keyboard } = await answer(channel)
    for (const button of keyboard.flat()) expect(button).toHaveProperty('url')
  })

  test('a group that adds the bot gets a welcome with one button', async () => {
    const fresh = bot.playground.addGroup({ title: 'جديد', creator: bot.admin, bot: 'absent' })
    bot.playground.addBot({ chatId: fresh })
    const { text, keyboard } = await answer(fresh)
    expect(text).toContain('أرسل إليك')
    expect(text).toContain(`@${bot.playground.bot.username}`)
    expect(keyboard.flat()).toMatchObject([{ text: expect.stringContaining('نشرة كل صباح') }])
  })

  test('commands are listed by scope and language', async () => {
    const inPrivate = bot.playground.commands({ chatId: bot.english, userId: bot.english })
    expect(inPrivate.find(({ command }) => command === 'subscribe')?.description).toMatch(/digest/)
    const names = (userId: number) =>
      bot.playground.commands({ chatId: bot.group, userId }).map(({ command }) => command)
    expect(names(bot.member)).not.toContain('subscribe')
    expect(names(bot.admin)).toContain('subscribe')
  })
})
