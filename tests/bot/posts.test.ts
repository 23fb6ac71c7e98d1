import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../../src/article/key.ts'
import { decodePress, encodePress, type Screen } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'

const TITLES = { crossing: 'المعبر الجديد يفتح قريبًا', harvest: 'موسم القمح يبدأ مبكرًا' }
type Slug = keyof typeof TITLES

let bot: ABot
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  await write('crossing')
  await write('harvest')
  bot = await aBot({ environment: { SEND_RATE: '100' }, contentDir: dir })
})
afterEach(async () => {
  await bot.close()
  await rm(dir, { recursive: true, force: true })
})

function write(slug: Slug, detail = 'صباح الأحد'): Promise<void> {
  const head = `---\ntitle: ${TITLES[slug]}\nslug: ${slug}\nlanguage: ar\npublished: 2026-02-01\n---\n\n`
  const body = [
    `أعلنت الوزارة ${detail} فتح المرافق كلها أمام السكان بعد أعوام من الانتظار.`,
    'وقالت الوزيرة سلمى الراوي: «سنبدأ العمل غدًا».',
  ]
  return writeFile(join(dir, `${slug}.md`), `${head}${body.join('\n\n')}\n`)
}

async function say(text: string, chatId: number, from = chatId): Promise<ChatMessage> {
  bot.playground.say({ chatId, from, text })
  return bot.playground.waitForMessage({ chatId })
}

/** A digest that came on schedule. */
async function post(chatId: number, from = chatId): Promise<ChatMessage> {
  const { change } = await say('/subscribe 06:00 UTC', chatId, from)
  bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
  await bot.running.tick()
  return bot.playground.waitForMessage({ chatId, after: change, where: ({ text }) => text.includes('نشرة مُوجَز') })
}

const find = (chatId: number, id: number) =>
  bot.playground.messages(chatId).find((message) => message.id === id && message.visibleTo === null)

function openers(message: ChatMessage): readonly string[] {
  const data = message.keyboard.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
  return data.filter((one) => decodePress(one)?.kind === 'beside')
}

const latest = (chatId: number) => Math.max(...bot.playground.messages(chatId).map(({ change }) => change))

/** Presses a button of a post by its data and returns what came beside it. */
async function press(chatId: number, from: number, { id }: ChatMessage, button: string): Promise<ChatMessage> {
  const after = latest(chatId)
  await bot.playground.press({ chatId, from, button, messageId: id })
  return bot.playground.waitForMessage({ chatId, after })
}

describe('a digest that was posted', () => {
  test('stays in private, whatever is pressed, and each press is answered beside it', async () => {
    const posted = await post(bot.reader)
    expect(openers(posted).length).toBeGreaterThan(2)
    for (const button of openers(posted)) {
      const beside = await press(bot.reader, bot.reader, posted, button)
      expect(beside.id).toBeGreaterThan(posted.id)
      expect(beside.keyboard.flat().length).toBeGreaterThan(0)
    }
    expect(find(bot.reader, posted.id)).toEqual(posted)
  })

  test('stays pinned in a group, and only the presser sees the answer, which pages in place', async () => {
    const options = { title: 'المجلس', creator: bot.admin, members: [bot.member], bot: 'administrator' as const }
    const chatId = bot.playground.addSupergroup(options)
    const settings = await say('/settings', chatId, bot.admin)
    const pinning = await press(chatId, bot.admin, settings, encodePress({ kind: 'setting', setting: 'pin' }))
    const pin = encodePress({ kind: 'set', setting: 'pin', value: 'on' })
    expect((await press(chatId, bot.admin, pinning, pin)).id).toBe(settings.id)
    const { id } = await post(chatId, bot.admin)
    await expect.poll(() => find(chatId, id)?.pinned).toBe(true)
    const posted = find(chatId, id)
    const shown = bot.playground.messages(chatId).length
    if (posted === undefined) throw new Error('no digest')
    const beside = await press(chatId, bot.member, posted, openers(posted)[0] ?? '')
    expect(beside.visibleTo).toBe(bot.member)
    await bot.playground.press({ chatId, from: bot.member, button: 'المزيد ▾' })
    const more = await bot.playground.waitForMessage({ chatId, after: beside.change })
    expect(more).toMatchObject({ id: beside.id, visibleTo: bot.member, text: beside.text })
    expect(find(chatId, id)).toEqual(posted)
    expect(bot.playground.messages(chatId)).toHaveLength(shown + 1)
  })

  test('is opened in the private chat where a group takes no such answer', async () => {
    const posted = await post(bot.group, bot.admin)
    const { faults } = bot.playground
    faults.plan({
      methods: ['sendMessage'],
      times: 1,
      strike: { kind: 'refuse', code: 400, description: 'Bad Request' },
    })
    const [button = ''] = openers(posted)
    const answered = await bot.playground.press({ chatId: bot.group, from: bot.member, button, messageId: posted.id })
    const payload = /^https:\/\/t\.me\/\w+\?start=(\w+)$/.exec(answered.url ?? '')?.[1] ?? ''
    expect(decodePress(payload)?.kind).toBe('open')
    expect(find(bot.group, posted.id)).toEqual(posted)
  })

  test('stays when it was posted with the buttons of before', async () => {
    const posted = await post(bot.reader)
    for (const slug of ['crossing', 'harvest'] as const) {
      const screen: Screen = { view: 'front', article: keyOf(slug) }
      const after = latest(bot.reader)
      await pressOld(posted, encodePress({ kind: 'open', screen }))
      const beside = await bot.playground.waitForMessage({ chatId: bot.reader, after })
      expect(beside.text).toContain(TITLES[slug])
    }
    expect(find(bot.reader, posted.id)).toEqual(posted)
  })

  test('names an article that was removed, and stays', async () => {
    const posted = await post(bot.reader)
    await rm(join(dir, 'harvest.md'))
    const beside = async () => {
      const button = encodePress({ kind: 'beside', screen: { view: 'front', article: keyOf('harvest') } })
      return press(bot.reader, bot.reader, posted, button)
    }
    await expect.poll(async () => (await beside()).text, { timeout: 15_000, interval: 250 }).toContain('لم يعد متاحًا')
    const told = await beside()
    expect(told.text).toContain(TITLES.harvest)
    expect(told.keyboard.flat().length).toBeGreaterThan(0)
    expect(find(bot.reader, posted.id)).toEqual(posted)
  }, 30_000)

  test('can still be corrected after a press', async () => {
    const posted = await post(bot.reader)
    for (const button of openers(posted)) await press(bot.reader, bot.reader, posted, button)
    await write('crossing', 'مساء الخميس')
    const corrected = await bot.playground.waitForMessage({
      chatId: bot.reader,
      after: posted.change,
      timeoutMs: 15_000,
      where: ({ id }) => id === posted.id,
    })
    expect(corrected.text).toContain('مساء الخميس')
  }, 30_000)
})

/** A press of a button that the message no longer carries, as a client sends it that still shows it. */
async function pressOld(posted: ChatMessage, data: string): Promise<void> {
  const person = { id: bot.reader, is_bot: false, first_name: 'ليلى' }
  const chat = { id: bot.reader, type: 'private' as const, first_name: 'ليلى' }
  const message = { message_id: posted.id, date: posted.date, chat, from: person, text: posted.text }
  bot.playground.pushUpdate({ callback_query: { id: data, from: person, chat_instance: '1', data, message } })
  await bot.playground.waitForRequest({ where: ({ params }) => params.callback_query_id === data })
}
