import { expect, test } from 'vitest'
import { aPlayground, callerOf, takeUpdates } from '../calls.ts'

const BOT = 'playground_bot'
const answer = (guest_query_id: string, message_text = 'نعم') => ({
  guest_query_id,
  result: { type: 'article', id: '1', title: 'جواب', input_message_content: { message_text } },
})

/** A group that the bot isn't in, with a post of the creator's. */
async function aGroupWithoutBot(settings = {}) {
  const playground = await aPlayground({ settings })
  const creator = playground.addPerson({ firstName: 'منى' })
  const member = playground.addPerson({ firstName: 'سامي' })
  const group = playground.addSupergroup({ title: 'أصدقاء', creator, members: [member], bot: 'absent' })
  const post = playground.say({ chatId: group, from: creator, text: 'قال بوتين كذا' })
  const ask = (text: string, replyTo = post) => playground.say({ chatId: group, from: member, text, replyTo })
  return { playground, creator, member, group, post, ask, call: callerOf(playground) }
}

test('a mention in a chat without the bot calls it once, with the message that it replies to', async () => {
  const { playground, group, post, ask, call, member } = await aGroupWithoutBot()
  ask('هل هذا صحيح؟')
  const question = ask(`@${BOT} هل هذا صحيح؟`)
  const [update, ...others] = await takeUpdates(call)
  expect(others).toEqual([])
  expect(update).toMatchObject({
    guest_message: { message_id: question, reply_to_message: { message_id: post, text: 'قال بوتين كذا' } },
  })
  const { guest_query_id: id } = Object(update?.guest_message)
  const sent = await call('answerGuestQuery', answer(id))
  expect(sent).toMatchObject({ ok: true, result: { inline_message_id: expect.any(String) } })
  expect(playground.messages(group).at(-1)).toMatchObject({
    text: 'نعم',
    replyTo: question,
    asGuest: true,
    viaBot: false,
  })
  expect((await call('answerGuestQuery', answer(id))).description).toMatch(/query is too old/)
  const { inline_message_id } = sent.result as { inline_message_id: string }
  expect(await call('editMessageText', { inline_message_id, text: 'لا' })).toMatchObject({ ok: true })
  expect(playground.messages(group).at(-1)?.text).toBe('لا')
  // a reply to the guest calls it again, and tells who called it before
  ask('وماذا قال؟', playground.messages(group).at(-1)?.id)
  expect(await takeUpdates(call)).toMatchObject([
    { guest_message: { reply_to_message: { guest_bot_caller_user: { id: member } } } },
  ])
})

test('the bot may do nothing else in a chat that called it', async () => {
  const { group, ask, call } = await aGroupWithoutBot()
  ask(`@${BOT}`)
  await takeUpdates(call)
  expect((await call('sendMessage', { chat_id: group, text: 'أهلًا' })).description).toBe('Bad Request: chat not found')
})

test('a faulty answer leaves the call open', async () => {
  const { ask, call } = await aGroupWithoutBot()
  ask(`@${BOT}`)
  const [update] = await takeUpdates(call)
  const { guest_query_id: id } = Object(update?.guest_message)
  expect((await call('answerGuestQuery', answer(id, ''))).description).toBe('Bad Request: message text is empty')
  expect((await call('answerGuestQuery', answer(id))).ok).toBe(true)
})

test('with guest mode or inline mode off nobody can call the bot, until it switches them on', async () => {
  const { playground, ask, call, member } = await aGroupWithoutBot({
    supports_guest_queries: false,
    supports_inline_queries: false,
  })
  ask(`@${BOT}`)
  expect(await takeUpdates(call)).toEqual([])
  expect(() => playground.inlineQuery({ from: member, query: '' })).toThrow('inline mode switched off')
  expect(await call('getMe')).toMatchObject({ result: { supports_guest_queries: false } })
  const wanted = { supports_guest_queries: true, supports_inline_queries: true, inline_query_placeholder: 'ابحث' }
  expect(await call('setMySettings', wanted)).toEqual({ ok: true, result: true })
  expect(await call('getMe')).toMatchObject({ result: { ...wanted, can_join_groups: true, active_usernames: [BOT] } })
  ask(`@${BOT}`)
  expect(await takeUpdates(call)).toHaveLength(1)
})

test.each([
  [{ supports_guest_queries: 'maybe', x: 1 }, 'has the unknown field "x"'],
  [{ callback_query_mode: 'sometimes' }, 'must be equal to one of the allowed values'],
  [{ inline_feedback_share_denominator: 7 }, 'BOT_SETTING_INVALID'],
])('setMySettings refuses %j', async (params, words) => {
  const { call } = await aGroupWithoutBot()
  expect((await call('setMySettings', params)).description).toContain(words)
})

test('a sidebar of topics needs topics', async () => {
  const { call } = await aGroupWithoutBot()
  await call('setMySettings', { has_topic_sidebar: true })
  expect(await call('getMe')).toMatchObject({ result: { has_topic_sidebar: false } })
  await call('setMySettings', { has_topic_sidebar: true, has_topics_enabled: true })
  expect(await call('getMe')).toMatchObject({ result: { has_topic_sidebar: true } })
})

test('what is described and not carried out has its parameters checked before it is said so', async () => {
  const { call } = await aGroupWithoutBot()
  expect((await call('sendWidget', { chat_id: 1 })).description).toBe('Bad Request: parameter "html" is required')
  expect(await call('sendWidget', { chat_id: 1, html: '<b>1</b>' })).toMatchObject({ error_code: 404 })
})
