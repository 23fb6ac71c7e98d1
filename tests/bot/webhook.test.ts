import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import SqliteFile from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { PROCESS_NAME } from '../../src/store/process-name.ts'
import { openStore } from '../../src/store/store.ts'
import { freePort } from '../free-port.ts'
import { type ABot, aBot } from './a-bot.ts'

const SECRET = 'only-telegram-knows'
/** Above the largest id that Linux gives. */
const NO_PROCESS = 4_194_305

let bot: ABot
afterEach(() => bot.close())

async function aHookedBot() {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/hook`
  const environment = { PORT: String(port), WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET }
  bot = await aBot({ environment })
  const post = (body: unknown, secret = SECRET) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }).then(({ status }) => status)
  return { environment, post }
}

const answersTo = (chatId: number) => bot.playground.messages(chatId).filter(isAnswer)
const isAnswer = ({ sender }: ChatMessage) => sender.kind === 'bot'
const methods = () => bot.playground.requests.map(({ method }) => method)

test('updates are posted with the secret and answered, none is polled', async () => {
  await aHookedBot()
  const chatId = bot.reader
  bot.playground.say({ chatId, from: chatId, text: '/privacy' })
  expect((await bot.playground.waitForMessage({ chatId })).text).toContain('انسني')
  expect(methods()).not.toContain('getUpdates')
  const [asked] = bot.playground.requests.filter(({ method }) => method === 'setWebhook')
  expect(asked?.params).toMatchObject({ secret_token: SECRET, allowed_updates: expect.arrayContaining(['message']) })
  // as /privacy says
  await expect.poll(textsKept).toEqual([null])
})

function textsKept(): unknown[] {
  const file = new SqliteFile(join(bot.dataDir, 'mujaz.db'), { readonly: true })
  try {
    return file.prepare('select coalesce(text, lane) from updates').pluck().all()
  } finally {
    file.close()
  }
}

test('a wrong secret gets 401, what is no update 400, and neither is handled', async () => {
  const { post } = await aHookedBot()
  const chat = { id: bot.reader, type: 'private', first_name: 'x' }
  const from = { id: bot.reader, is_bot: false, first_name: 'x' }
  const update = { update_id: 900_001, message: { message_id: 5000, date: 0, chat, from, text: 'مساعدة' } }
  expect(await post(update, 'wrong')).toBe(401)
  expect(await post(update, '')).toBe(401)
  for (const body of ['', 'null', '[]', '{"update_id":"1"}', '{"update_id":-1}', '{'])
    expect(await post(body), body).toBe(400)
  expect(await post('x'.repeat(5_000_000))).toBe(413)
  expect(answersTo(bot.reader)).toEqual([])
})

test('an update that is posted again is handled once, also after a restart', async () => {
  const { post } = await aHookedBot()
  const chatId = bot.reader
  const chat = { id: chatId, type: 'private', first_name: 'x' }
  const from = { id: chatId, is_bot: false, first_name: 'x' }
  const update = { update_id: 900_002, message: { message_id: 5001, date: 0, chat, from, text: 'خصوصية' } }
  expect(await Promise.all([post(update), post(update), post(update)])).toEqual([200, 200, 200])
  await bot.playground.waitForMessage({ chatId, after: 0 })
  await bot.restart()
  expect(await post(update)).toBe(200)
  bot.playground.say({ chatId, from: chatId, text: '/language' })
  await bot.playground.waitForMessage({ chatId, where: ({ keyboard }) => keyboard.length > 0 })
  expect(answersTo(chatId)).toHaveLength(2)
})

test('nothing is lost or handled twice over restarts in a flood, and each chat keeps its order', async () => {
  await aHookedBot()
  const people = Array.from({ length: 12 }, (_, at) =>
    bot.playground.addPerson({ firstName: `قارئ ${at}`, languageCode: 'ar', started: true }),
  )
  const words = Array.from({ length: 10 }, (_, at) => `كلمة${at}`)
  for (const text of words)
    for (const from of people) bot.playground.say({ chatId: from, from, text: `/search ${text}` })
  await bot.restart()
  await bot.restart()
  await bot.playground.waitUntilTaken()
  for (const chatId of people) {
    await expect.poll(() => answersTo(chatId).length).toBe(words.length)
    const answered = answersTo(chatId).map(({ text }) => words.find((word) => text.includes(word)))
    expect(answered).toEqual(words)
  }
})

test('polling and webhook are switched by setting alone, with nothing lost', async () => {
  const { environment } = await aHookedBot()
  const chatId = bot.reader
  const say = (text: string) => bot.playground.say({ chatId, from: chatId, text })
  const answered = (count: number) => expect.poll(() => answersTo(chatId).length).toBe(count)
  say('/privacy')
  await bot.restart({ WEBHOOK_URL: '' })
  say('/privacy')
  await answered(2)
  await bot.running.stop()
  say('/privacy')
  await bot.restart(environment)
  say('/privacy')
  await answered(4)
})

test('what a process that was killed had taken by webhook is handled where updates are polled now', async () => {
  await aHookedBot()
  const chatId = bot.reader
  await bot.running.stop()
  const [space, , ...rest] = PROCESS_NAME.split('/')
  const killed = [space, NO_PROCESS, ...rest, 1].join('/')
  const message = { message_id: 5002, date: 0, chat: { id: chatId, type: 'private' }, text: '/privacy' }
  const update = { update_id: 900_003, message: { ...message, from: { id: chatId, is_bot: false, first_name: 'x' } } }
  const posted = [{ id: update.update_id, text: JSON.stringify(update), lane: `chat ${chatId}`, receivedAt: 1 }]
  const store = await openStore({ directory: bot.dataDir })
  await store.inbox.exchange(killed, { posted, handled: [], isRecovering: false, isAdopting: false, now: 1 })
  await store.close()
  await bot.restart({ WEBHOOK_URL: '' })
  await expect.poll(() => answersTo(chatId).length).toBe(1)
})
