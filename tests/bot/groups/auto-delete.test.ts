import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

async function ask(text: string, chatId: number, from = bot.member) {
  const asked = bot.playground.say({ text, chatId, from })
  return { asked, answered: await bot.playground.waitForMessage({ chatId }) }
}

/** A group where an admin has chosen that commands and answers go after five minutes. */
async function aTidyGroup(as: 'member' | 'administrator') {
  const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member], bot: as })
  await ask('/settings', chatId, bot.admin)
  await bot.playground.press({ chatId, from: bot.admin, button: 'حذف الطلبات' })
  await bot.playground.waitForMessage({ chatId })
  await bot.playground.press({ chatId, from: bot.admin, button: 'بعد 5 دقائق' })
  expect((await bot.playground.waitForMessage({ chatId })).text).toContain('وأجوبتها: بعد 5')
  return chatId
}

async function passMinutes(minutes: number) {
  bot.clock.jumpTo(new Date(bot.clock.now().getTime() + minutes * 60_000))
  await bot.running.autoDelete()
}

const idsIn = (chatId: number) => bot.playground.messages(chatId).map(({ id }) => id)

describe('auto-delete', () => {
  test('deletes a command and its answer after the time, also over a restart', async () => {
    const chatId = await aTidyGroup('administrator')
    const { asked, answered } = await ask('/people', chatId)
    await bot.restart()
    await passMinutes(4)
    expect(idsIn(chatId)).toEqual(expect.arrayContaining([asked, answered.id]))
    await passMinutes(2)
    expect(idsIn(chatId)).not.toContain(asked)
    expect(idsIn(chatId)).not.toContain(answered.id)
  })

  test('deletes only the answer where the bot may delete nothing else', async () => {
    const chatId = await aTidyGroup('member')
    const { asked, answered } = await ask('/people', chatId)
    await bot.playground.waitUntilTaken()
    await ask('/figures', chatId)
    await passMinutes(6)
    expect(idsIn(chatId)).toContain(asked)
    expect(idsIn(chatId)).not.toContain(answered.id)
  })

  test('is off until an admin turns it on; a member cannot', async () => {
    const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member] })
    await ask('/settings', chatId, bot.admin)
    const refused = await bot.playground.press({ chatId, from: bot.member, button: 'حذف الطلبات' })
    expect(refused.showAlert).toBe(true)
    const { answered } = await ask('/people', chatId)
    await passMinutes(61)
    expect(idsIn(chatId)).toContain(answered.id)
  })

  test('is offered in groups alone', async () => {
    const offered = async (chatId: number, from: number) =>
      JSON.stringify((await ask('/settings', chatId, from)).answered.keyboard)
    expect(await offered(bot.reader, bot.reader)).not.toMatch(/حذف الطلبات|تثبيت/)
    const channel = bot.playground.addChannel({ title: 'قناة', creator: bot.admin })
    expect(await offered(channel, bot.admin)).toMatch(/تثبيت/)
    expect(await offered(channel, bot.admin)).not.toMatch(/حذف الطلبات/)
  })

  test('deletes a refusal after a minute where Telegram can’t show it to one person alone', async () => {
    const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member] })
    bot.playground.faults.plan({
      methods: ['sendMessage'],
      chatId,
      where: ({ params }) => 'ephemeral_message_parameters' in params,
      times: 1,
      strike: { kind: 'refuse', code: 400, description: 'Bad Request: EPHEMERAL_UNSUPPORTED' },
    })
    const { answered } = await ask('/settings', chatId)
    expect(answered).toMatchObject({ visibleTo: null, text: expect.stringContaining('للمشرفين') })
    await ask('/people', chatId)
    await passMinutes(2)
    expect(idsIn(chatId)).not.toContain(answered.id)
  })
})
