import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodePress } from '../../../src/messages/buttons/press.ts'
import { MOST_A_MINUTE } from '../../../src/requests/group-throttle.ts'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

function aGroup() {
  return bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, members: [bot.member] })
}

async function ask(text: string, chatId: number, from = bot.member) {
  bot.playground.say({ text, chatId, from })
  return bot.playground.waitForMessage({ chatId })
}

/** Ends when all that was asked before is answered. */
async function askLast(chatId: number) {
  bot.playground.say({ text: '/settings', chatId, from: bot.admin })
  await bot.playground.waitForMessage({ chatId, where: ({ text }) => text.includes('إعدادات هذه المحادثة') })
}

const ownMessages = (chatId: number) => bot.playground.messages(chatId).filter(({ sender }) => sender.kind === 'bot')

function linkOf({ keyboard }: ChatMessage): string | undefined {
  const button = keyboard.flat().find(({ text }) => text === 'افتح في الخاص')
  return button !== undefined && 'url' in button ? button.url : undefined
}

describe('in a group', () => {
  test.each([
    '/summary',
    '/read',
    '/quotes',
    '/people',
    '/figures',
    '/timeline',
    '/headlines',
    '/search القمة',
    '/digest',
    '/brief 9m',
  ])('%s is short, and opens whole in private', async (text) => {
    const answered = await ask(text, aGroup())
    expect(answered.text.length).toBeLessThanOrEqual(601)
    const payload = linkOf(answered)?.split('?start=')[1] ?? ''
    expect(decodePress(payload)?.kind).toBe('open')
    bot.playground.say({ text: `/start ${payload}`, chatId: bot.reader, from: bot.reader })
    const whole = await bot.playground.waitForMessage({ chatId: bot.reader })
    expect(whole.text.length).toBeGreaterThanOrEqual(text === '/digest' ? 1 : answered.text.length - 1)
    expect(linkOf(whole)).toBeUndefined()
  })

  test.each(['/quotes', '/people', '/timeline', '/search القمة'])(
    '%s has a numbered button for each item it shows',
    async (text) => {
      const answered = await ask(text, aGroup())
      const numbers = answered.keyboard.flat().flatMap(({ text }) => (/^\d+$/.test(text) ? [text] : []))
      const shown = Array.from(answered.text.matchAll(/^[\u200F\u2066-\u2069]*(\d+)\. /gmu), ([, number]) => number)
      expect(numbers.toSorted()).toEqual(shown.toSorted())
    },
  )

  test('a press shows the rest in place', async () => {
    const chatId = aGroup()
    const short = await ask('/summary', chatId)
    await bot.playground.press({ chatId, from: bot.admin, button: 'بقية الجواب هنا' })
    const whole = await bot.playground.waitForMessage({ chatId })
    expect(whole.id).toBe(short.id)
    expect(whole.text.length).toBeGreaterThan(short.text.length)
  })

  test('in private the same is whole', async () => {
    expect((await ask('/summary', bot.reader, bot.reader)).text.length).toBeGreaterThan(601)
  })

  test('a question asked again points to its answer, until that is gone or half a minute has passed', async () => {
    const chatId = aGroup()
    const first = await ask('/summary', chatId)
    const again = await ask(`@${bot.playground.bot.username} ملخص`, chatId, bot.admin)
    expect(again).toMatchObject({ replyTo: first.id, text: expect.stringContaining('↑') })
    expect((await ask('/people', chatId)).text).not.toContain('↑')
    bot.playground.deleteMessage({ chatId, messageId: first.id })
    const anew = await ask('/summary', chatId)
    expect(anew.text).toContain('الملخص')
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 31_000))
    expect((await ask('/summary', chatId)).text).toContain('الملخص')
  })

  test('another reader’s /read is no repetition; nor is a question whose answer a press has changed', async () => {
    const chatId = aGroup()
    await ask('/read', chatId)
    expect((await ask('/read', chatId, bot.admin)).text).not.toContain('↑')
    await ask('/quotes', chatId)
    await bot.playground.press({ chatId, from: bot.member, button: 'بقية الجواب هنا' })
    expect((await ask('/quotes', chatId)).text).not.toContain('↑')
  })

  test('a burst gets one line with the seconds to wait, and settings still work', async () => {
    const chatId = aGroup()
    for (let count = 0; count < MOST_A_MINUTE; count += 1) await ask(`/search كلمة${count}`, chatId)
    expect((await ask('/people', chatId)).text).toMatch(/بعد \d+\u00A0ثانية/)
    const before = ownMessages(chatId).length
    bot.playground.say({ text: '/figures', chatId, from: bot.member })
    await ask('/settings', chatId, bot.admin)
    expect(ownMessages(chatId)).toHaveLength(before + 1)
    bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
    expect((await ask('/figures', chatId)).text).toContain('أرقام')
  })

  test('/save again and again is told once, then pointed to, then silent', async () => {
    const chatId = aGroup()
    const { id: replyTo } = await ask('/brief', chatId)
    const save = () => bot.playground.say({ text: '/save', chatId, from: bot.member, replyTo })
    const before = ownMessages(chatId).length
    for (let count = 0; count < 25; count += 1) save()
    await askLast(chatId)
    expect(ownMessages(chatId).length - before).toBeLessThanOrEqual(MOST_A_MINUTE + 2)
  })

  test('members who may not change settings are refused once in half a minute where all see it', async () => {
    const chatId = aGroup()
    const refuse = { kind: 'refuse', code: 400, description: 'Bad Request: no such parameter' } as const
    const isEphemeral = ({ params }: { params: object }) => 'ephemeral_message_parameters' in params
    bot.playground.faults.plan({ where: isEphemeral, strike: refuse })
    const before = ownMessages(chatId).length
    for (let count = 0; count < 25; count += 1)
      bot.playground.say({ text: `/subscribe 07:${10 + count}`, chatId, from: bot.member })
    await askLast(chatId)
    bot.playground.faults.clear()
    expect(ownMessages(chatId).length - before).toBe(2)
  })

  test('in private nobody has to wait', async () => {
    for (let count = 0; count <= MOST_A_MINUTE; count += 1) {
      expect((await ask('/people', bot.reader, bot.reader)).text).toContain('شخصيات')
    }
  })
})
