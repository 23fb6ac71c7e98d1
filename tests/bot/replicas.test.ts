import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../free-port.ts'
import { borrowStore } from '../store/a-store.ts'
import { type ABot, aBot } from './a-bot.ts'

const SECRET = 'only-telegram-knows'
const OWNER = 4711

let bot: ABot
const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await bot.close()
  for (const close of closers.splice(0)) await close()
})

/** Bots on one database behind a small balancer, each taking the next update that is posted. */
async function replicas(count: number) {
  const targets: string[] = []
  let next = 0
  const balancer = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    next += 1
    const { 'content-type': type = '', 'x-telegram-bot-api-secret-token': secret = '' } = request.headers
    const headers = { 'content-type': type, 'x-telegram-bot-api-secret-token': String(secret) }
    const to = `${targets[next % targets.length]}/hook`
    const status = await fetch(to, { method: 'POST', headers, body: Buffer.concat(chunks) }).then(
      (answer) => answer.status,
      () => 502,
    )
    response.writeHead(status).end()
  })
  const port = await freePort()
  await new Promise<void>((resolve) => balancer.listen(port, '127.0.0.1', resolve))
  closers.push(() => new Promise((resolve) => balancer.close(resolve)))
  const { options, release } = await borrowStore()
  closers.push(release)
  const database = options.database === undefined ? {} : { DATABASE_URL: options.database }
  const environment = {
    WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
    WEBHOOK_SECRET: SECRET,
    OWNER_IDS: String(OWNER),
    ...database,
  }
  bot = await aBot({ environment })
  targets.push(bot.running.url)
  const others = []
  for (let at = 1; at < count; at++) {
    const other = await bot.join()
    targets.push(other.url)
    others.push(other)
  }
  return { targets, others }
}

const answersTo = (chatId: number) => bot.playground.messages(chatId).filter(({ sender }) => sender.kind === 'bot')
const say = (from: number, chatId: number, text: string) => bot.playground.say({ chatId, from, text })

test('each update is handled once, and a chat’s in their order, though one of the bots leaves', async () => {
  const { targets, others } = await replicas(3)
  const people = Array.from({ length: 8 }, (_, at) =>
    bot.playground.addPerson({ firstName: `قارئ ${at}`, languageCode: 'ar', started: true }),
  )
  const words = Array.from({ length: 9 }, (_, at) => `كلمة${at}`)
  for (const [at, text] of words.entries()) {
    for (const chatId of people) say(chatId, chatId, `/search ${text}`)
    if (at === 4) {
      targets.pop()
      await others.at(-1)?.stop()
    }
  }
  await bot.playground.waitUntilTaken()
  for (const chatId of people) {
    await expect.poll(() => answersTo(chatId).length).toBe(words.length)
    expect(answersTo(chatId).map(({ text }) => words.find((word) => text.includes(word)))).toEqual(words)
  }
})

test('what one changes of a chat or its rights the others know with the next update', async () => {
  await replicas(3)
  const { admin, member } = bot
  const group = bot.playground.addSupergroup({
    title: 'المجلس',
    creator: admin,
    members: [member],
    bot: 'administrator',
  })
  const settingsShown = async () => {
    const before = answersTo(bot.reader).length
    say(bot.reader, bot.reader, '/settings')
    await expect.poll(() => answersTo(bot.reader).length).toBe(before + 1)
    return answersTo(bot.reader).at(-1)?.text
  }
  // each update comes to another of three
  for (const [button, confirmed, title] of [
    ['English', 'Language: English', 'settings'],
    ['العربية', 'اللغة: العربية', 'إعدادات'],
    ['English', 'Language: English', 'settings'],
  ] as const) {
    say(bot.reader, bot.reader, '/language')
    await bot.playground.waitForMessage({ chatId: bot.reader, where: ({ keyboard }) => keyboard.length > 0 })
    await bot.playground.press({ chatId: bot.reader, from: bot.reader, button })
    await expect.poll(() => answersTo(bot.reader).at(-1)?.text).toContain(confirmed)
    for (let times = 0; times < 3; times++) expect(await settingsShown()).toContain(title)
  }
  say(admin, group, '/language')
  await bot.playground.waitForMessage({ chatId: group, where: ({ keyboard }) => keyboard.length > 0 })
  for (const status of ['administrator', 'member', 'administrator'] as const) {
    bot.playground.setMember({ chatId: group, userId: member, status })
    for (let times = 0; times < 3; times++) {
      const pressed = await bot.playground.press({ chatId: group, from: member, button: '✓ العربية' })
      expect((pressed.text ?? '').includes('للمشرفين')).toBe(status === 'member')
    }
  }
})

test('work that comes to one wakes the one that does it', async () => {
  const { targets } = await replicas(2)
  targets.shift()
  const owner = bot.playground.addPerson({ id: OWNER, firstName: 'سارة', languageCode: 'ar', started: true })
  say(owner, owner, '/broadcast أهلًا بكم')
  await bot.playground.waitForMessage({ chatId: owner, after: 0, where: ({ keyboard }) => keyboard.length > 0 })
  await bot.playground.press({ chatId: owner, from: owner, button: 'أرسل' })
  await expect.poll(() => answersTo(owner).filter(({ text }) => text.includes('أهلًا بكم')).length).toBe(2)
})
