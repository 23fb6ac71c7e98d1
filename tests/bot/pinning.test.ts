import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000' } })
})
afterAll(() => bot.close())

const DAY_MS = 24 * 60 * 60_000

async function ask(text: string, chatId: number) {
  bot.playground.say({ text, chatId, from: bot.admin })
  return bot.playground.waitForMessage({ chatId })
}

async function choosePin(chatId: number) {
  await ask('/subscribe 07:00', chatId)
  await ask('/settings', chatId)
  await bot.playground.press({ chatId, from: bot.admin, button: 'تثبيت النشرة' })
  await bot.playground.waitForMessage({ chatId })
  await bot.playground.press({ chatId, from: bot.admin, button: 'نعم' })
  expect((await bot.playground.waitForMessage({ chatId })).text).toContain('تثبيت النشرة: نعم')
}

/** Comes to the next due time; resolves with the digest, once its follow-up is done. */
async function nextDigest(chatId: number) {
  const after = bot.playground.messages(chatId).at(-1)?.change ?? 0
  const due = await bot.running.nextDigest()
  bot.clock.jumpTo(new Date(due ?? bot.clock.now().getTime() + DAY_MS))
  await bot.running.tick()
  const digest = await bot.playground.waitForMessage({ chatId, after, where: ({ text }) => text.includes('نشرة') })
  await new Promise((resolve) => setTimeout(resolve, 150))
  return digest
}

const pinned = (chatId: number) => bot.playground.messages(chatId).filter((message) => message.pinned)

const CHATS = [
  ['a group', () => bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, bot: 'administrator' })],
  ['a channel', () => bot.playground.addChannel({ title: 'القناة', creator: bot.admin })],
] as const

describe('pinning', () => {
  test.each(CHATS)('in %s keeps the newest digest alone pinned', async (_, aChat) => {
    const chatId = aChat()
    await choosePin(chatId)
    await nextDigest(chatId)
    const second = await nextDigest(chatId)
    await expect.poll(() => pinned(chatId).map(({ id }) => id)).toEqual([second.id])
    const requests = bot.playground.requests.filter(({ method }) => method === 'pinChatMessage')
    expect(requests.every(({ params }) => params.disable_notification === true)).toBe(true)
    await ask('/unsubscribe', chatId)
  })

  test('is not done unless chosen', async () => {
    const chatId = CHATS[0][1]()
    await ask('/subscribe 07:00', chatId)
    await nextDigest(chatId)
    expect(pinned(chatId)).toEqual([])
    await ask('/unsubscribe', chatId)
  })

  test('without the right notifies once and is turned off', async () => {
    const chatId = CHATS[0][1]()
    await choosePin(chatId)
    const me = { chatId, userId: bot.playground.bot.id, status: 'administrator' } as const
    bot.playground.setMember({ ...me, without: ['can_pin_messages'] })
    await bot.playground.waitUntilTaken()
    await nextDigest(chatId)
    await nextDigest(chatId)
    const said = () => bot.playground.messages(chatId).filter(({ text }) => text.includes('غير مسموح'))
    await expect.poll(() => said().length).toBe(1)
    expect((await ask('/settings', chatId)).text).toContain('تثبيت النشرة: لا')
    await ask('/unsubscribe', chatId)
  })

  test('is refused where the bot may not pin', async () => {
    const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin })
    await ask('/settings', chatId)
    await bot.playground.press({ chatId, from: bot.admin, button: 'تثبيت النشرة' })
    await bot.playground.waitForMessage({ chatId })
    const refused = await bot.playground.press({ chatId, from: bot.admin, button: 'نعم' })
    expect(refused).toMatchObject({ showAlert: true, text: expect.stringContaining('حق التثبيت') })
    expect((await ask('/settings', chatId)).text).toContain('تثبيت النشرة: لا')
  })
})
