import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

const OWNER = 4711
const BEFORE = 'وقالت وزيرة النقل سلمى الراوي: «سنفتح المعبر الجديد يوم الأحد أمام جميع السكان».'
const AFTER = 'وقالت وزيرة النقل سلمى الراوي: «سنفتح المعبر الجديد يوم الخميس أمام جميع السكان».'

let bot: ABot
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  await write(BEFORE)
  bot = await aBot({ environment: { OWNER_IDS: String(OWNER), SEND_RATE: '100' }, contentDir: dir })
  bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
})
afterEach(async () => {
  await bot.close()
  await rm(dir, { recursive: true, force: true })
})

/** The article, with one sentence of it as given. */
function write(sentence: string, title = 'المعبر الجديد يفتح قريبًا'): Promise<void> {
  const head = `---\ntitle: ${title}\nslug: crossing\nlanguage: ar\npublished: 2026-02-01\n---\n\n`
  const body = ['أعلنت وزارة النقل موعد افتتاح المعبر الجديد بين الضفتين.', sentence, 'وانتهت أعمال البناء في الشتاء.']
  return writeFile(join(dir, 'crossing.md'), `${head}${body.join('\n\n')}\n`)
}

async function ask(text: string, from: number): Promise<ChatMessage> {
  bot.playground.say({ chatId: from, from, text })
  return bot.playground.waitForMessage({ chatId: from })
}

/** Waits for a digest to every subscriber. */
async function digests(...chats: readonly number[]): Promise<void> {
  const before = chats.map((chatId) => bot.playground.messages(chatId).at(-1)?.change ?? 0)
  bot.clock.jumpTo(new Date((await bot.running.nextDigest()) ?? 0))
  await bot.running.tick()
  for (const [index, chatId] of chats.entries()) {
    await bot.playground.waitForMessage({ chatId, after: before[index] ?? 0 })
  }
}

const find = (chatId: number, words: string) =>
  bot.playground.waitForMessage({ chatId, after: 0, timeoutMs: 10_000, where: ({ text }) => text.includes(words) })
const count = (chatId: number, words: string) =>
  bot.playground.messages(chatId).filter(({ text }) => text.includes(words)).length
const NOTICE = 'تصحيح لما ورد'

test('a corrected quote is edited in the digests that contain it, and each chat is notified once', async () => {
  const { reader, english } = bot
  await ask('/subscribe 06:00 UTC', reader)
  await digests(reader)
  await digests(reader)
  const posted = await find(reader, 'يوم الأحد')
  // this chat got the title and the gist only
  await ask('/subscribe 06:00 UTC', english)
  await digests(english)
  await write(AFTER)
  const edited = await find(reader, 'صُحّح في')
  expect(edited.id).toBe(posted.id)
  expect(edited.text).toContain('يوم الخميس')
  expect(edited.text).not.toContain('يوم الأحد')
  expect(edited.keyboard).toEqual(posted.keyboard)
  const notice = await find(reader, NOTICE)
  expect(notice.text).toContain('سلمى الراوي')
  expect(notice.text).toMatch(/الأحد[\s\S]*الخميس/)
  await bot.restart()
  await sleep(500)
  expect(count(reader, NOTICE)).toBe(1)
  expect(count(english, 'orrect')).toBe(0)
  const log = await ask('/corrections', english)
  expect(log.text).toContain('It said:')
  expect(log.text).toMatch(/الأحد[\s\S]*It should read:[\s\S]*الخميس/)
  expect((await ask('تصحيحات', reader)).text).toContain('الخميس')
})

test('a changed number is told, better style is not', async () => {
  const { reader } = bot
  const costs = (words: string) => `وتبلغ كلفة المعبر ${words} مليون دولار بحسب الوزارة التي تموّله.`
  await write(costs('1,650'))
  await expect
    .poll(async () => (await ask('/read crossing', bot.english)).text, { timeout: 20_000, interval: 250 })
    .toContain('1,650')
  await ask('/subscribe 06:00 UTC', reader)
  await digests(reader)
  await digests(reader)
  await find(reader, '1,650')
  await write(costs('1,465'))
  const notice = await find(reader, NOTICE)
  expect(notice.text).toMatch(/1,650[\s\S]*1,465/)
  await write(costs('1,465').replace('بحسب الوزارة التي تموّله', 'وفق الوزارة التي تموّل بناءه'))
  await bot.playground.waitForMessage({
    ...{ chatId: reader, after: notice.change, timeoutMs: 10_000 },
    where: ({ text }) => text.includes('وفق الوزارة'),
  })
  expect(count(reader, NOTICE)).toBe(1)
})

test('a second correction edits the digest again, under one mark', async () => {
  const { reader } = bot
  await ask('/subscribe 06:00 UTC', reader)
  await digests(reader)
  await digests(reader)
  await write(AFTER)
  await find(reader, 'صُحّح في')
  await write(AFTER.replace('الخميس', 'السبت'))
  const edited = await bot.playground.waitForMessage({
    ...{ chatId: reader, after: 0, timeoutMs: 10_000 },
    where: ({ text }) => text.includes('صُحّح في') && text.includes('السبت'),
  })
  expect(edited.text.match(/صُحّح/g)).toHaveLength(1)
  expect(count(reader, 'صُحّح في')).toBe(1)
})

test('a changed title is edited without a notice, also after a restart with the change', async () => {
  const { reader } = bot
  await ask('/subscribe 06:00 UTC', reader)
  await digests(reader)
  const posted = await find(reader, 'المعبر الجديد يفتح قريبًا')
  await bot.running.stop()
  await write(BEFORE, 'المعبر الجديد يفتح في الربيع')
  await bot.restart()
  const edited = await find(reader, 'صُحّح في')
  expect(edited.id).toBe(posted.id)
  expect(edited.text).toContain('يفتح في الربيع')
  expect(count(reader, NOTICE)).toBe(0)
})

test('an addition is no correction, and a new article is new', async () => {
  const { reader } = bot
  await ask('/subscribe 06:00 UTC', reader)
  await digests(reader)
  await digests(reader)
  await write(`${BEFORE} وأضافت الوزارة تفاصيل أخرى.`)
  await writeFile(join(dir, 'second.md'), '---\ntitle: خبر ثانٍ\nslug: second\n---\n\nجاء الخبر الثاني صباح اليوم.\n')
  await expect.poll(async () => (await ask('/articles', reader)).text).toContain('خبر ثانٍ')
  await digests(reader)
  await find(reader, 'نشرة مُوجَز: مقال جديد')
  expect(count(reader, 'صُحّح في')).toBe(0)
  expect((await ask('/corrections', reader)).text).toContain('لا تصحيحات')
})

test('a deleted digest is recorded, and delays no other edit', async () => {
  const { reader, english } = bot
  for (const person of [reader, english]) await ask('/subscribe 06:00 UTC', person)
  await digests(reader, english)
  await digests(reader, english)
  const posted = await find(reader, 'يوم الأحد')
  bot.playground.deleteMessage({ chatId: reader, messageId: posted.id })
  await write(AFTER)
  await find(english, 'Corrected: ')
  await find(reader, NOTICE)
  await expect.poll(async () => (await ask('/stats', OWNER)).text).toContain('message to edit not found')
})
