import { expect, test } from 'vitest'
import { aGroup, takeUpdates } from '../calls.ts'

const BOT = 'playground_bot'

test.each([
  ['talk', 'صباح الخير', false],
  ['a command', '/quotes بوتين', true],
  ['a command for it', `/quotes@${BOT} بوتين`, true],
  ['a command for it, in capitals', `/quotes@${BOT.toUpperCase()}`, true],
  ['a command for another', '/quotes@another_bot', false],
  ['a mention', `@${BOT} اقتباسات بوتين`, true],
  ['a mention of another', '@another_bot اقتباسات', false],
  ['a longer name', `@${BOT}x اقتباسات`, false],
  ['a slash within', 'نعم/لا', false],
])('with privacy mode a group shows the bot %s: %s → %s', async (_, text, shown) => {
  const { playground, group, member, call } = await aGroup()
  playground.say({ chatId: group, from: member, text })
  expect(await takeUpdates(call)).toHaveLength(shown ? 1 : 0)
})

test('replies to the bot are shown, replies to others are not', async () => {
  const { playground, group, member, creator, call } = await aGroup()
  await call('sendMessage', { chat_id: group, text: 'موجز' })
  const other = playground.say({ chatId: group, from: member, text: 'شكرًا' })
  playground.say({ chatId: group, from: creator, text: 'على ماذا؟', replyTo: other })
  playground.say({ chatId: group, from: creator, text: 'اقتباسات', replyTo: 1 })
  expect(await takeUpdates(call)).toMatchObject([
    { message: { text: 'اقتباسات', reply_to_message: { message_id: 1 } } },
  ])
})

test('administrators see everything, and so does a bot with privacy mode off', async () => {
  const { playground, group, member, call } = await aGroup()
  playground.setMember({ chatId: group, userId: playground.bot.id, status: 'administrator' })
  playground.say({ chatId: group, from: member, text: 'صباح الخير' })
  expect((await takeUpdates(call)).at(-1)).toMatchObject({ message: { text: 'صباح الخير' } })
  const open = await aGroup('group', { settings: { can_read_all_group_messages: true } })
  open.playground.say({ chatId: open.group, from: open.member, text: 'صباح الخير' })
  expect(await takeUpdates(open.call)).toHaveLength(1)
})

test('a bot outside hears nothing', async () => {
  const { playground, group, member, call } = await aGroup()
  playground.kickBot({ chatId: group })
  playground.say({ chatId: group, from: member, text: '/start' })
  expect(await takeUpdates(call)).toMatchObject([{ my_chat_member: {} }])
})
