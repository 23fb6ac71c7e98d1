import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ABot, aBot } from '../a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot({ environment: { SEND_RATE: '1000' } })
})
afterAll(() => bot.close())

async function ask(text: string, chatId: number) {
  bot.playground.say({ text, chatId, from: bot.admin })
  return bot.playground.waitForMessage({ chatId })
}

async function passDueTime() {
  const due = await bot.running.nextDigest()
  if (due !== null) bot.clock.jumpTo(new Date(due))
  await bot.running.tick()
  return due
}

const sendsTo = (chatId: number) =>
  bot.playground.requests.filter(({ method, params }) => method === 'sendMessage' && params.chat_id === chatId).length

test('a group that mutes its members is paused after one refusal, and resumed when the bot may post', async () => {
  const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin })
  await ask('/subscribe 07:00', chatId)
  bot.playground.muteMembers(chatId)
  const before = sendsTo(chatId)
  await passDueTime()
  await expect.poll(() => sendsTo(chatId)).toBe(before + 1)
  await expect.poll(() => bot.running.nextDigest()).toBeNull()
  bot.playground.setMember({ chatId, userId: bot.playground.bot.id, status: 'administrator' })
  await expect.poll(() => bot.running.nextDigest()).not.toBeNull()
  await ask('/unsubscribe', chatId)
})

test('a refused answer in a muted group pauses its schedule; the next answer resumes it', async () => {
  const chatId = bot.playground.addSupergroup({ title: 'المجلس', creator: bot.admin })
  await ask('/subscribe 07:00', chatId)
  const refusal = { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' }
  bot.playground.faults.plan({ methods: ['sendMessage'], chatId, times: 1, strike: { kind: 'refuse', ...refusal } })
  bot.playground.say({ text: '/people', chatId, from: bot.admin })
  await expect.poll(() => bot.running.nextDigest()).toBeNull()
  await ask('/figures', chatId)
  await expect.poll(() => bot.running.nextDigest()).not.toBeNull()
  await ask('/unsubscribe', chatId)
})

test('a group that became a supergroup is recognized by the error too, before its message', async () => {
  const chatId = bot.playground.addGroup({ title: 'قديم', creator: bot.admin })
  await ask('/subscribe 07:00', chatId)
  bot.playground.faults.plan({ methods: ['sendMessage'], chatId, times: 1, strike: { kind: 'upgrade' } })
  bot.playground.say({ text: '/people', chatId, from: bot.admin })
  const movedTo = () => bot.playground.updates.flatMap(({ message }) => message?.migrate_to_chat_id ?? [])
  await expect.poll(movedTo).toHaveLength(1)
  await bot.playground.waitUntilTaken()
  const [moved = 0] = movedTo()
  expect((await ask('/subscribe', moved)).text).toContain('07:00')
})
