import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { type ABot, aBot } from './a-bot.ts'

const TOO_FAST = readWordings()('ar').say('too-fast', {})
/** More than any number of places. */
const FLOOD = 540

vi.setConfig({ testTimeout: 60_000 })

let bot: ABot
let logged: string[]
beforeEach(async () => {
  logged = []
  bot = await aBot({ logged: (line) => logged.push(line) })
})
afterEach(() => bot.close())

const warnings = () => logged.filter((line) => line.includes('too many updates'))
/** Answers that have arrived in a chat. */
const sendsTo = (chatId: number) =>
  bot.playground.requests.filter(
    ({ method, params, answer }) => method === 'sendMessage' && params.chat_id === chatId && answer.kind === 'ok',
  ).length

/** Every send to the chats is refused for a second, again and again, until the result is called. */
function holdUp(...chats: readonly number[]): () => void {
  bot.playground.faults.plan({
    where: ({ params }) => chats.includes(Number(params.chat_id)),
    strike: { kind: 'flood', retryAfterSeconds: 1, scope: 'chat' },
  })
  return bot.playground.faults.clear
}

async function ask(chatId: number, from = chatId) {
  bot.playground.say({ chatId, from, text: '/brief' })
  return bot.playground.waitForMessage({ chatId })
}

function flood(chatId: number, from: readonly number[]) {
  for (let at = 0; at < FLOOD; at += 1)
    bot.playground.say({ chatId, from: from[at % from.length] ?? 0, text: `/help@${bot.playground.bot.username}` })
}

test('a flood from one private chat keeps nobody waiting, and its sender is notified once', async () => {
  const release = holdUp(bot.reader)
  flood(bot.reader, [bot.reader])
  await ask(bot.english)
  expect(sendsTo(bot.reader)).toBe(0)
  await bot.playground.waitUntilTaken()
  release()
  await expect.poll(() => sendsTo(bot.reader), { timeout: 30_000 }).toBe(31)
  const said = bot.playground.messages(bot.reader).map(({ text }) => text)
  expect(said.indexOf(TOO_FAST)).toBe(FLOOD + 1)
  expect(said.lastIndexOf(TOO_FAST)).toBe(FLOOD + 1)
  // the last of the flood may still be ending
  await expect.poll(() => ask(bot.reader).then(() => sendsTo(bot.reader)), { timeout: 30_000 }).toBeGreaterThan(31)
  expect(warnings()).toHaveLength(1)
  expect(warnings()[0]).not.toContain('/help')
})

test('a button pressed in a flood is answered at once', async () => {
  const { id: messageId, keyboard } = await ask(bot.reader)
  const button = keyboard.flat().find((one) => 'callback_data' in one)?.text ?? ''
  const release = holdUp(bot.reader)
  flood(bot.reader, [bot.reader])
  await bot.playground.waitUntilTaken()
  const pressed = await bot.playground.press({ chatId: bot.reader, from: bot.reader, messageId, button })
  expect(pressed.text).toBe(TOO_FAST)
  release()
})

test('a flood by many members of a group keeps no other chat waiting, and the group gets no notice', async () => {
  const members = Array.from({ length: 20 }, (_, at) => bot.playground.addPerson({ firstName: `عضو ${at}` }))
  const chatId = bot.playground.addGroup({ title: 'مجلس', creator: bot.admin, members })
  const release = holdUp(chatId)
  flood(chatId, members)
  await ask(bot.reader)
  await ask(bot.group, bot.admin)
  expect(sendsTo(chatId)).toBe(0)
  await bot.playground.waitUntilTaken()
  release()
  await expect.poll(() => sendsTo(chatId), { timeout: 30_000 }).toBeGreaterThan(0)
  expect(bot.playground.messages(chatId).filter(({ text }) => text === TOO_FAST)).toEqual([])
  expect(warnings()).toHaveLength(1)
})

test('a flood by one person over many groups and inline keeps nobody waiting', async () => {
  const groups = Array.from({ length: 20 }, (_, at) =>
    bot.playground.addGroup({ title: `مجلس ${at}`, creator: bot.member }),
  )
  const release = holdUp(...groups)
  for (let at = 0; at < FLOOD; at += 1)
    bot.playground.say({ chatId: groups[at % 20] ?? 0, from: bot.member, text: `/help@${bot.playground.bot.username}` })
  const typed = Array.from({ length: FLOOD }, (_, at) =>
    bot.playground.inlineQuery({ from: bot.member, query: `كلمة ${at}`, timeoutMs: 300 }).catch(() => null),
  )
  await ask(bot.reader)
  expect(groups.map(sendsTo).every((sends) => sends === 0)).toBe(true)
  await Promise.all(typed)
  release()
  await bot.playground.waitUntilTaken()
  expect(warnings()).toHaveLength(1)
})

test('when more people write than there is room for, fetching pauses and nothing is lost', async () => {
  const people = Array.from({ length: 36 }, (_, at) => bot.playground.addPerson({ firstName: `قارئ ${at}` }))
  const release = holdUp(...people)
  for (let at = 0; at < 30; at += 1)
    for (const person of people) bot.playground.say({ chatId: person, from: person, text: '/help' })
  const polls = () => bot.playground.requests.filter(({ method }) => method === 'getUpdates')
  await expect.poll(() => polls().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(10)
  release()
  await expect.poll(() => people.map(sendsTo), { timeout: 30_000 }).toEqual(people.map(() => 30))
  expect(polls().some(({ params }) => Number(params.limit) < 100)).toBe(true)
  expect(warnings()).toEqual([])
})

test('a closed topic is handled, however many messages are dropped before it, also at a stop', async () => {
  const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin, forum: true })
  const threadId = bot.playground.addTopic({ chatId, name: 'أخبار' })
  bot.playground.say({ chatId, threadId, from: bot.admin, text: '/subscribe 07:00' })
  await bot.playground.waitForMessage({ chatId })
  expect(await bot.running.nextDigest()).not.toBeNull()
  bot.playground.faults.plan({ chatId, strike: { kind: 'flood', retryAfterSeconds: 30, scope: 'chat' } })
  flood(chatId, [bot.admin])
  bot.playground.closeTopic({ chatId, threadId })
  await bot.playground.waitUntilTaken()
  expect(await bot.running.nextDigest()).not.toBeNull()
  await bot.restart()
  expect(await bot.running.nextDigest()).toBeNull()
  expect(logged.filter((line) => line.includes('not handled before the stop'))).toHaveLength(1)
})
