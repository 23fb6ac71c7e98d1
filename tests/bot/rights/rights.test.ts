import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

type How = { readonly chatId: number; readonly from: number; readonly as?: 'chat' | number }

async function ask(text: string, how: How) {
  bot.playground.say({ text, ...how })
  return bot.playground.waitForMessage({ chatId: how.chatId })
}

const timesAsked = () => bot.playground.requests.filter(({ method }) => method === 'getChatMember').length

function aGroup() {
  return bot.playground.addSupergroup({
    title: 'المجلس',
    creator: bot.admin,
    members: [bot.member],
    bot: 'administrator',
  })
}

const isRefusal = expect.stringContaining('للمشرفين')

describe('rights', () => {
  test('are requested once a minute', async () => {
    const chatId = aGroup()
    const before = timesAsked()
    await ask('/settings', { chatId, from: bot.admin })
    await ask('/settings', { chatId, from: bot.admin })
    expect(timesAsked()).toBe(before + 1)
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
    await ask('/settings', { chatId, from: bot.admin })
    expect(timesAsked()).toBe(before + 2)
  })

  test('follow a promotion and a demotion at once', async () => {
    const chatId = aGroup()
    expect(await ask('/settings', { chatId, from: bot.member })).toMatchObject({
      text: isRefusal,
      visibleTo: bot.member,
    })
    bot.playground.setMember({ chatId, userId: bot.member, status: 'administrator' })
    expect((await ask('/settings', { chatId, from: bot.member })).text).toContain('إعدادات')
    bot.playground.setMember({ chatId, userId: bot.member, status: 'member' })
    expect((await ask('/settings', { chatId, from: bot.member })).text).toEqual(isRefusal)
  })

  test('are an anonymous admin’s and the linked channel’s, no other channel’s', async () => {
    const groupId = aGroup()
    const channelId = bot.playground.addChannel({ title: 'القناة', creator: bot.member })
    const other = bot.playground.addChannel({ title: 'أخرى', creator: bot.member })
    bot.playground.linkChannel({ channelId, groupId })
    bot.playground.setMember({ chatId: groupId, userId: bot.admin, status: 'creator', anonymous: true })
    expect((await ask('/settings', { chatId: groupId, from: bot.admin })).text).toContain('إعدادات')
    expect((await ask('/settings', { chatId: groupId, from: bot.member, as: channelId })).text).toContain('إعدادات')
    expect((await ask('/settings', { chatId: groupId, from: bot.member, as: other })).text).toEqual(isRefusal)
  })

  test('to press in a channel are its admins’', async () => {
    const chatId = bot.playground.addChannel({ title: 'قناة', creator: bot.admin })
    await ask('/language', { chatId, from: bot.admin })
    const refused = await bot.playground.press({ chatId, from: bot.member, button: 'English' })
    expect(refused).toMatchObject({ showAlert: true, text: isRefusal })
    await bot.playground.press({ chatId, from: bot.admin, button: 'English' })
    expect((await bot.playground.waitForMessage({ chatId })).text).toContain('Language: English')
  })

  test('a post repeated in the discussion group is answered in the channel alone', async () => {
    const channelId = bot.playground.addChannel({ title: 'القناة', creator: bot.admin })
    const groupId = aGroup()
    const chat = { id: groupId, type: 'supergroup' as const, title: 'المجلس' }
    const sender = { id: channelId, type: 'channel' as const, title: 'القناة' }
    const from = { id: 777000, is_bot: false, first_name: 'Telegram' }
    const repeated = {
      message_id: 900,
      date: 1,
      chat,
      from,
      sender_chat: sender,
      text: '/brief',
      is_automatic_forward: true as const,
    }
    bot.playground.pushUpdate({ message: repeated })
    await bot.playground.waitUntilTaken()
    await ask('/brief', { chatId: groupId, from: bot.member })
    expect(bot.playground.messages(groupId).filter(({ sender }) => sender.kind === 'bot')).toHaveLength(1)
  })
})
