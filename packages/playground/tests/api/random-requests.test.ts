import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aGroup } from '../calls.ts'

const METHODS: Readonly<Record<string, readonly string[]>> = {
  sendMessage: [
    'chat_id',
    'text',
    'parse_mode',
    'entities',
    'message_thread_id',
    'reply_parameters',
    'reply_markup',
    'ephemeral_message_parameters',
  ],
  editMessageText: ['chat_id', 'message_id', 'text', 'parse_mode', 'entities', 'reply_markup'],
  editMessageReplyMarkup: ['chat_id', 'message_id', 'reply_markup'],
  deleteMessages: ['chat_id', 'message_ids'],
  answerCallbackQuery: ['callback_query_id', 'text', 'url'],
  copyMessage: ['chat_id', 'from_chat_id', 'message_id', 'message_thread_id', 'caption', 'reply_markup'],
  forwardMessage: ['chat_id', 'from_chat_id', 'message_id', 'message_thread_id'],
  sendDocument: ['chat_id', 'document', 'caption', 'parse_mode'],
  pinChatMessage: ['chat_id', 'message_id'],
  setMyCommands: ['commands', 'language_code'],
  getChatMember: ['chat_id', 'user_id'],
  setMessageReaction: ['chat_id', 'message_id', 'reaction'],
  getUpdates: ['offset', 'limit'],
}

const text = fc.oneof(
  { arbitrary: fc.string({ unit: 'binary' }), weight: 3 },
  fc.constantFrom(
    '<b>a</b>',
    '<a href="x">',
    'قال \u202bنعم',
    '\ud800',
    'ا'.repeat(5000),
    '/start@x @y #z https://x.io',
  ),
)

test('any parameters are answered or refused, never a 500', async () => {
  const { playground, group, creator, member, call } = await aGroup('forum')
  const threadId = playground.addTopic({ chatId: group, name: 'نقاش' })
  playground.say({ chatId: group, from: creator, text: 'أهلًا', threadId })
  playground.say({ chatId: member, from: member, text: '/start' })
  const id = fc.oneof(
    { arbitrary: fc.constantFrom<unknown>(group, member, String(group)), weight: 4 },
    fc.constantFrom<unknown>(playground.bot.id, 0, -1, 1.5, 1e300, 'x', '@x', null, {}),
  )
  const count = fc.oneof({ arbitrary: fc.nat(6), weight: 6 }, fc.constantFrom<unknown>(-5, 0.5, 1e12, '1', 'x', null))
  const entity = fc.record({
    type: fc.constantFrom('bold', 'code', 'pre', 'blockquote', 'url'),
    offset: count,
    length: count,
  })
  const button = fc.oneof(
    fc.record({ text, callback_data: text }),
    fc.record({ text, url: text }),
    fc.record({ text, web_app: fc.record({ url: text }) }),
    fc.object(),
  )
  const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    chat_id: id,
    from_chat_id: id,
    user_id: id,
    message_id: count,
    message_thread_id: fc.constantFrom(threadId, 99),
    offset: count,
    limit: count,
    message_ids: fc.array(count),
    text,
    caption: text,
    document: text,
    url: text,
    callback_query_id: text,
    parse_mode: fc.constantFrom<unknown>('HTML', 'HTML', 'Markdown', '', 5),
    language_code: fc.constantFrom('ar', 'xx', ''),
    entities: fc.array(entity),
    reply_parameters: fc.record({ message_id: count }),
    reply_markup: fc.oneof(
      text,
      fc.record({ inline_keyboard: fc.array(fc.array(button, { maxLength: 3 }), { maxLength: 3 }) }),
    ),
    ephemeral_message_parameters: fc.record({ receiver_user_id: id }),
    commands: fc.array(fc.record({ command: text, description: text })),
    reaction: fc.array(fc.record({ type: fc.constantFrom('emoji', 'paid', 'x'), emoji: text }), { maxLength: 2 }),
  }
  const calls = fc.constantFrom(...Object.entries(METHODS)).chain(([method, names]) => {
    const fields = Object.fromEntries(names.map((name) => [name, values[name] ?? fc.anything()]))
    return fc.tuple(fc.constant(method), fc.record(fields, { requiredKeys: names.slice(0, 2) }))
  })
  let answered = 0
  const property = fc.asyncProperty(calls, async ([method, params]) => {
    const reply = await call(method, params)
    if (reply.ok) answered += 1
    else expect(reply.description).toMatch(/^(?:Bad Request|Forbidden): /)
    expect(playground.messages(group).every(({ text: shown }) => shown.isWellFormed())).toBe(true)
  })
  await fc.assert(property, { numRuns: 500 })
  expect(answered).toBeGreaterThan(20)
})
