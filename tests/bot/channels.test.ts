import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodePress } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000' } })
})
afterAll(() => bot.close())

let people = 0

/** Somebody new with a channel and a group of their own where the bot was just made an admin. */
async function anOwner() {
  people += 1
  const owner = bot.playground.addPerson({ firstName: 'سلمى', languageCode: 'ar', started: true })
  const channel = bot.playground.addChannel({ title: `قناة ${people}`, creator: owner, bot: 'absent' })
  const group = bot.playground.addSupergroup({ title: `مجموعة ${people}`, creator: owner, bot: 'absent' })
  bot.playground.addBot({ chatId: channel, as: 'administrator' })
  bot.playground.addBot({ chatId: group, as: 'administrator' })
  await bot.playground.waitForMessage({ chatId: group })
  await bot.playground.waitForRequest({
    where: ({ method, params }) => method === 'getChatAdministrators' && params.chat_id === channel,
  })
  return { owner, channel, group }
}

async function ask(text: string, from: number) {
  bot.playground.say({ text, chatId: from, from })
  return bot.playground.waitForMessage({ chatId: from })
}

async function press(button: string, from: number) {
  await bot.playground.press({ chatId: from, from, button })
  return bot.playground.waitForMessage({ chatId: from })
}

/** A channel with a digest at eight, its card open in its owner's chat. */
async function aScheduledChannel() {
  const { owner, channel } = await anOwner()
  const list = await ask('/channels', owner)
  const name = list.keyboard.flat().find(({ text }) => text.includes('قناة '))?.text ?? ''
  await press(name, owner)
  await press('مواعيد النشرة', owner)
  const card = await press('كل يوم 08:00', owner)
  return { owner, channel, card }
}

/** Advances the clock through a day's due times of all chats. */
async function passDay() {
  const end = bot.clock.now().getTime() + 24 * 60 * 60_000
  for (let due = await bot.running.nextDigest(); due !== null && due <= end; due = await bot.running.nextDigest()) {
    bot.clock.jumpTo(new Date(due))
    await bot.running.tick()
  }
}

const digestIn = (chatId: number, after = 0) =>
  bot.playground.waitForMessage({ chatId, after, where: ({ text }) => text.includes('نشرة مُوجَز') })

describe('/channels', () => {
  test('lists what the person administers, and nobody else’s', async () => {
    const { owner } = await anOwner()
    const { keyboard } = await ask('/channels', owner)
    expect(keyboard.flat().map(({ text }) => text)).toEqual([
      expect.stringContaining('قناة'),
      expect.stringContaining('مجموعة'),
      'أضفني إلى قناة',
    ])
    expect((await ask('/channels', bot.reader)).text).toContain('لا أجد قناة')
  })

  test('omits a chat that the person no longer administers', async () => {
    const { owner, channel } = await anOwner()
    bot.playground.setMember({ chatId: channel, userId: owner, status: 'member' })
    const { keyboard } = await ask('/channels', owner)
    expect(keyboard.flat().map(({ text }) => text)).not.toContainEqual(expect.stringContaining('قناة '))
  })

  test('lists a chat for a new admin at once', async () => {
    const { channel } = await anOwner()
    bot.playground.setMember({ chatId: channel, userId: bot.english, status: 'administrator' })
    expect((await ask('/channels', bot.english)).keyboard.flat()[0]?.text).toContain('قناة')
  })

  test('in a group shows the way to the private chat, which opens the list', async () => {
    const { owner, group } = await anOwner()
    bot.playground.say({ text: '/channels', chatId: group, from: owner })
    const { keyboard } = await bot.playground.waitForMessage({ chatId: group })
    const [button] = keyboard.flat()
    const payload = button !== undefined && 'url' in button ? button.url.split('?start=')[1] : ''
    expect((await ask(`/start ${payload}`, owner)).text).toContain('قنواتك ومجموعاتك')
  })

  test('makes a schedule by button, in the channel’s language, and its digest is posted there', async () => {
    const { channel, card } = await aScheduledChannel()
    expect(card.text).toContain('08:00')
    await passDay()
    const digest = await digestIn(channel)
    for (const button of digest.keyboard.flat()) expect(button).toHaveProperty('url')
  })

  test('makes a schedule in words, and says which word is wrong', async () => {
    const { owner } = await anOwner()
    expect((await ask('/channels 1 07:30 19:00 الأحد-الخميس', owner)).text).toContain('07:30، 19:00')
    expect((await ask('/channels 1 25:00', owner)).text).toContain('25:00')
    expect((await ask('/channels 9 07:30', owner)).text).toContain('قنواتك ومجموعاتك')
  })

  test('previews the next digest in private without counting it as seen', async () => {
    const { owner, channel } = await aScheduledChannel()
    await bot.playground.press({ chatId: owner, from: owner, button: 'معاينة' })
    const preview = await digestIn(owner)
    await passDay()
    const posted = (await digestIn(channel)).text
    expect(preview.text).toMatch(/^معاينة نشرة «[^»]+»/)
    expect(preview.text.endsWith(posted)).toBe(true)
  })

  test('pauses and resumes, changes the language and the pin, and ends', async () => {
    const { owner, channel } = await aScheduledChannel()
    expect((await press('إيقاف مؤقت', owner)).text).toContain('متوقفة حتى تستأنفها')
    expect((await press('استئناف', owner)).text).not.toContain('متوقفة')
    expect((await press('English', owner)).text).toContain('English')
    expect((await press('تثبيت النشرة', owner)).text).toContain('تثبيت النشرة: نعم')
    await passDay()
    await bot.playground.waitForMessage({
      chatId: channel,
      after: 0,
      where: ({ text }) => text.includes('mujaz digest'),
    })
    expect((await press('إلغاء النشرة', owner)).text).toContain('هل ألغي')
    expect((await press('نعم، ألغِ النشرة', owner)).text).toContain('أُلغيت')
    expect((await press('تراجع', owner)).text).toContain('08:00')
    await press('إلغاء النشرة', owner)
    await press('نعم، ألغِ النشرة', owner)
    expect((await press('رجوع', owner)).text).toContain('لا نشرة هنا')
  })

  test('checks the right at each press', async () => {
    const { owner, channel } = await aScheduledChannel()
    bot.playground.setMember({ chatId: channel, userId: owner, status: 'member' })
    const refused = await bot.playground.press({ chatId: owner, from: owner, button: 'إيقاف مؤقت' })
    expect(refused).toMatchObject({ showAlert: true, text: expect.stringContaining('لمشرفي') })
    const stranger = { kind: 'manage', chat: channel, managing: { act: 'end' } } as const
    await ask('/help', bot.reader)
    bot.playground.pushUpdate({
      callback_query: {
        id: 'forged',
        from: { id: bot.reader, is_bot: false, first_name: 'ليلى' },
        chat_instance: '1',
        data: encodePress(stranger),
        message: { message_id: 1, date: 0, chat: { id: bot.reader, type: 'private', first_name: 'ليلى' } },
      },
    })
    await bot.playground.waitUntilTaken()
    bot.playground.setMember({ chatId: channel, userId: owner, status: 'creator' })
    expect((await press('مواعيد النشرة', owner)).text).toContain('متى تصل النشرة')
    expect((await press('رجوع', owner)).text).toContain('08:00')
  })
})

test('the screens of /channels are English for an English reader', async () => {
  const owner = bot.playground.addPerson({ firstName: 'Ada', languageCode: 'en', started: true })
  const channel = bot.playground.addChannel({ title: 'Morning news', creator: owner, bot: 'absent' })
  const before = bot.playground.requests.length
  const shown = [await ask('/channels', owner)]
  bot.playground.addBot({ chatId: channel, as: 'administrator' })
  await bot.playground.waitForRequest({
    where: ({ method, params }) => method === 'getChatAdministrators' && params.chat_id === channel,
  })
  shown.push(await ask('/channels', owner))
  for (const button of ['1. Morning news', 'Digest times', 'Daily at 08:00', 'Pause', 'Resume', 'Pin the digest']) {
    shown.push(await press(button, owner))
  }
  const words = shown.flatMap(({ text, keyboard }) => [text, ...keyboard.flat().map((button) => button.text)])
  // a language is named in itself
  for (const line of words) expect(line.replace(/العربية/g, '')).not.toMatch(/\p{Script=Arabic}|\{|undefined/u)
  const refused = bot.playground.requests.slice(before).filter(({ answer }) => answer.kind === 'error')
  expect(refused).toEqual([])
})

describe('rights of the bot', () => {
  test('lost in a channel pause its schedule; regained, they resume it', async () => {
    const { owner, channel } = await aScheduledChannel()
    await passDay()
    const { change } = await digestIn(channel)
    const me = bot.playground.bot.id
    const without = ['can_post_messages']
    bot.playground.setMember({ chatId: channel, userId: me, status: 'administrator', without })
    await bot.playground.waitUntilTaken()
    expect((await press('قنواتي ومجموعاتي', owner)).text).toContain('قنواتك ومجموعاتك')
    const name = bot.playground
      .messages(owner)
      .at(-1)
      ?.keyboard.flat()
      .find(({ text }) => text.includes('قناة '))?.text
    expect((await press(name ?? '', owner)).text).toContain('لا أملك حق النشر')
    await passDay()
    bot.playground.setMember({ chatId: channel, userId: me, status: 'administrator' })
    await bot.playground.waitUntilTaken()
    expect((await press('قنواتي ومجموعاتي', owner)).text).toContain('قنواتك ومجموعاتك')
    expect((await press(name ?? '', owner)).text).not.toContain('متوقفة')
    await passDay()
    expect((await digestIn(channel, change)).text).toContain('نشرة')
  })

  test('a schedule made where the bot may not post starts paused', async () => {
    const { owner, channel } = await anOwner()
    const without = ['can_post_messages']
    bot.playground.setMember({ chatId: channel, userId: bot.playground.bot.id, status: 'administrator', without })
    await bot.playground.waitUntilTaken()
    expect((await ask('/channels 1 06:00', owner)).text).toContain('لا أملك حق النشر')
  })

  test('a kicked bot’s chat is not listed; back in, its schedule is there', async () => {
    const { owner, channel } = await aScheduledChannel()
    bot.playground.kickBot({ chatId: channel })
    await bot.playground.waitUntilTaken()
    expect((await ask('/channels', owner)).keyboard.flat().map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining('قناة '),
    )
    bot.playground.addBot({ chatId: channel, as: 'administrator' })
    await bot.playground.waitUntilTaken()
    const name = (await ask('/channels', owner)).keyboard.flat().find(({ text }) => text.includes('قناة '))?.text ?? ''
    expect((await press(name, owner)).text).toContain('08:00')
  })
})
