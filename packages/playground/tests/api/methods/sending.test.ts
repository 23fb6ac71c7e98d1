import { describe, expect, test } from 'vitest'
import { aChat, aGroup, aPlayground, callerOf, takeUpdates } from '../../calls.ts'

describe('a message to a person', () => {
  test('is shown with its entities and keyboard', async () => {
    const { playground, reader, call } = await aChat({ now: () => new Date('2026-05-03T06:00:00Z') })
    const keyboard = [[{ text: 'اقرأ', callback_data: 'r' }]]
    const reply = await call('sendMessage', {
      chat_id: reader,
      text: '<b>قال</b> نعم',
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: keyboard },
    })
    expect(reply).toEqual({
      ok: true,
      result: {
        message_id: 1,
        from: { id: playground.bot.id, is_bot: true, first_name: 'Playground bot', username: 'playground_bot' },
        chat: { id: reader, type: 'private', first_name: 'سامي' },
        date: 1777788000,
        text: 'قال نعم',
        entities: [{ type: 'bold', offset: 0, length: 3 }],
        reply_markup: { inline_keyboard: keyboard },
      },
    })
    expect(playground.messages(reader)).toMatchObject([{ id: 1, text: 'قال نعم', keyboard, sender: { kind: 'bot' } }])
  })

  test('asks for a reply: everybody, or those whom it names or answers', async () => {
    const { playground, reader, call } = await aChat()
    const id = playground.say({ chatId: reader, from: reader, text: 'ما الخبر؟' })
    const ask = (more: object) => call('sendMessage', { chat_id: reader, text: 'سامي، اكتب', ...more })
    const selective = { force_reply: true, selective: true }
    const user = { id: 77, is_bot: false, first_name: 'سامي' }
    await ask({ reply_markup: { force_reply: true } })
    await ask({ reply_markup: selective, entities: [{ type: 'text_mention', offset: 0, length: 4, user }] })
    await ask({ reply_markup: selective, reply_parameters: { message_id: id } })
    await ask({})
    const asked = playground.messages(reader).map(({ askedToReply }) => askedToReply)
    expect(asked).toEqual([null, 'everybody', [77], [reader], null])
  })

  test('replies to another, and may do without it', async () => {
    const { playground, reader, call } = await aChat()
    const id = playground.say({ chatId: reader, from: reader, text: 'ما الخبر؟' })
    const answer = { chat_id: reader, text: 'خير', reply_parameters: { message_id: id } }
    expect(await call('sendMessage', answer)).toMatchObject({ result: { reply_to_message: { message_id: id } } })
    const lost = { ...answer, reply_parameters: { message_id: 99 } }
    expect(await call('sendMessage', lost)).toMatchObject({
      description: 'Bad Request: message to be replied not found',
    })
    const brave = { ...answer, reply_parameters: { message_id: 99, allow_sending_without_reply: true } }
    expect(await call('sendMessage', brave)).toMatchObject({ ok: true })
  })

  test.each([
    ['data of 65 bytes', [[{ text: 'a', callback_data: 'ا'.repeat(33) }]], 'BUTTON_DATA_INVALID'],
    ['empty data', [[{ text: 'a', callback_data: '' }]], 'BUTTON_DATA_INVALID'],
    ['no link', [[{ text: 'a', url: 'nowhere' }]], "inline keyboard button URL 'nowhere' is invalid"],
    ['too much to copy', [[{ text: 'a', copy_text: { text: 'x'.repeat(257) } }]], 'BUTTON_COPY_TEXT_INVALID'],
    ['no text', [[{ text: ' ', callback_data: 'a' }]], 'inline keyboard button text must be non-empty'],
    [
      'nine in a row',
      [Array.from({ length: 9 }, () => ({ text: 'a', callback_data: 'b' }))],
      'reply markup is too long',
    ],
    ['101 buttons', Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'b' }]), 'reply markup is too long'],
  ])('a button with %s refuses', async (_, inline_keyboard, words) => {
    const { reader, call } = await aChat()
    const { description } = await call('sendMessage', { chat_id: reader, text: 'a', reply_markup: { inline_keyboard } })
    expect(description).toContain(`Bad Request: ${words}`)
  })
})

describe('chats that refuse a message', () => {
  test('people: unknown, never met, met elsewhere, blocked, deleted', async () => {
    const { playground, call, member } = await aGroup()
    const stranger = playground.addPerson({ firstName: 'غريب' })
    const fan = playground.addPerson({ firstName: 'ليلى', started: true })
    const to = async (chat_id: number) => (await call('sendMessage', { chat_id, text: 'a' })).description
    expect(await to(123456)).toBe('Bad Request: chat not found')
    expect(await to(stranger)).toBe('Bad Request: chat not found')
    expect(await to(member)).toBe("Forbidden: bot can't initiate conversation with a user")
    playground.blockBot(fan)
    expect(await to(fan)).toBe('Forbidden: bot was blocked by the user')
    playground.unblockBot(fan)
    expect(await to(fan)).toBeUndefined()
    playground.deletePerson(fan)
    expect(await to(fan)).toBe('Forbidden: user is deactivated')
  })

  test.each([
    ['group', 'Forbidden: bot was kicked from the group chat'],
    ['supergroup', 'Forbidden: bot was kicked from the supergroup chat'],
    ['channel', 'Forbidden: bot was kicked from the channel chat'],
  ] as const)('a %s that threw the bot out', async (kind, words) => {
    const { playground, group, call } = await aGroup(kind)
    playground.kickBot({ chatId: group })
    expect(await call('sendMessage', { chat_id: group, text: 'a' })).toMatchObject({
      error_code: 403,
      description: words,
    })
  })

  test('a chat the bot has left, or never saw', async () => {
    const { playground, creator, group, call } = await aGroup('channel')
    expect(await call('leaveChat', { chat_id: group })).toEqual({ ok: true, result: true })
    const left = await call('sendMessage', { chat_id: group, text: 'a' })
    expect(left.description).toBe('Forbidden: bot is not a member of the channel chat')
    const unseen = playground.addChannel({ title: 'بعيدة', creator, bot: 'absent' })
    expect(await call('getChat', { chat_id: unseen })).toMatchObject({ description: 'Bad Request: chat not found' })
  })

  test('a channel or group without the right to write', async () => {
    const channel = await aGroup('channel')
    channel.playground.setMember({
      chatId: channel.group,
      userId: channel.playground.bot.id,
      status: 'administrator',
      without: ['can_post_messages'],
    })
    const words = 'Bad Request: not enough rights to send text messages to the chat'
    expect(await channel.call('sendMessage', { chat_id: channel.group, text: 'a' })).toMatchObject({
      description: words,
    })
    const { playground, group, call } = await aGroup('supergroup')
    playground.muteMembers(group)
    expect(await call('sendMessage', { chat_id: group, text: 'a' })).toMatchObject({ description: words })
    playground.setMember({ chatId: group, userId: playground.bot.id, status: 'administrator' })
    expect(await call('sendMessage', { chat_id: group, text: 'a' })).toMatchObject({ ok: true })
  })

  test('a chat is found by its public name', async () => {
    const playground = await aPlayground()
    const creator = playground.addPerson({ firstName: 'منى' })
    const channel = playground.addChannel({ title: 'قناة', creator, username: 'Akhbar_Test' })
    const reply = await callerOf(playground)('sendMessage', { chat_id: '@akhbar_test', text: 'a' })
    expect(reply).toMatchObject({ result: { chat: { id: channel, type: 'channel' }, sender_chat: { id: channel } } })
  })
})

describe('a group that became a supergroup', () => {
  test('refuses under its old id and names the new one', async () => {
    const { playground, group, member, call } = await aGroup()
    const supergroup = playground.upgradeGroup(group)
    expect(await call('sendMessage', { chat_id: group, text: 'a' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: supergroup },
    })
    expect(await call('sendMessage', { chat_id: supergroup, text: 'a' })).toMatchObject({ ok: true })
    expect(await call('getChatMember', { chat_id: supergroup, user_id: member })).toMatchObject({
      result: { status: 'member' },
    })
  })
})

describe('topics', () => {
  test('take messages until they are closed or gone', async () => {
    const { playground, group, call } = await aGroup('forum')
    const threadId = playground.addTopic({ chatId: group, name: 'نشرات' })
    const to = { chat_id: group, message_thread_id: threadId, text: 'a' }
    expect(await call('sendMessage', to)).toMatchObject({
      result: {
        message_thread_id: threadId,
        is_topic_message: true,
        reply_to_message: { forum_topic_created: { name: 'نشرات' } },
      },
    })
    playground.closeTopic({ chatId: group, threadId })
    expect(await call('sendMessage', to)).toMatchObject({ description: 'Bad Request: TOPIC_CLOSED' })
    playground.reopenTopic({ chatId: group, threadId })
    expect(await call('sendMessage', to)).toMatchObject({ ok: true })
    playground.deleteTopic({ chatId: group, threadId })
    expect(await call('sendMessage', to)).toMatchObject({ description: 'Bad Request: message thread not found' })
    expect(playground.messages(group)).toEqual([])
  })

  test('are not found where there are none', async () => {
    const { group, call } = await aGroup()
    const reply = await call('sendMessage', { chat_id: group, message_thread_id: 7, text: 'a' })
    expect(reply.description).toBe('Bad Request: message thread not found')
  })
})

describe('ephemeral messages', () => {
  test('are for one member alone, outside the numbering, and can be changed and taken back', async () => {
    const { playground, group, member, call } = await aGroup('supergroup')
    const to = { chat_id: group, ephemeral_message_parameters: { receiver_user_id: member } }
    expect(await call('sendMessage', { ...to, text: 'للمشرفين' })).toMatchObject({
      result: { message_id: 0, ephemeral_message_id: 1, receiver_user: { id: member } },
    })
    expect(playground.messages(group)).toMatchObject([{ id: 1, visibleTo: member, text: 'للمشرفين' }])
    const it = { chat_id: group, receiver_user_id: member, ephemeral_message_id: 1 }
    expect(await call('editEphemeralMessageText', { ...it, text: 'عفوًا' })).toEqual({ ok: true, result: true })
    expect(await call('deleteEphemeralMessage', it)).toEqual({ ok: true, result: true })
    expect(playground.messages(group)).toEqual([])
  })

  test('go to who pressed a button by the press alone', async () => {
    const { playground, group, member, call } = await aGroup('supergroup')
    const inline_keyboard = [[{ text: 'أقوال', callback_data: 'quotes' }]]
    await call('sendMessage', { chat_id: group, text: 'موجز', reply_markup: { inline_keyboard } })
    const pressed = playground.press({ chatId: group, from: member, button: 'أقوال' })
    const [update] = await takeUpdates(call)
    const { id: callback_query_id } = Object(update?.callback_query)
    const only = { ephemeral_message_parameters: { callback_query_id }, text: 'لك وحدك' }
    expect(await call('sendMessage', only)).toMatchObject({ ok: true })
    expect(playground.messages(group).at(-1)).toMatchObject({ visibleTo: member, text: 'لك وحدك' })
    await call('answerCallbackQuery', { callback_query_id })
    await pressed
    expect((await call('sendMessage', { text: 'a' })).description).toBe('Bad Request: chat_id is empty')
  })

  test('need a group and a member', async () => {
    const { playground, reader, call } = await aChat()
    const toReader = { chat_id: reader, text: 'a', ephemeral_message_parameters: { receiver_user_id: reader } }
    expect((await call('sendMessage', toReader)).error_code).toBe(400)
    const group = playground.addGroup({ title: 'أهل', creator: reader })
    const toNobody = { chat_id: group, text: 'a', ephemeral_message_parameters: { receiver_user_id: 5 } }
    expect(await call('sendMessage', toNobody)).toMatchObject({ description: 'Bad Request: USER_NOT_PARTICIPANT' })
  })
})

describe('copies', () => {
  test('forwarding names the source, copying does not', async () => {
    const { playground, reader, call } = await aChat()
    const id = playground.say({ chatId: reader, from: reader, text: 'خبر' })
    const it = { chat_id: reader, from_chat_id: reader, message_id: id }
    expect(await call('forwardMessage', it)).toMatchObject({
      result: { text: 'خبر', forward_origin: { type: 'user', sender_user: { id: reader } } },
    })
    expect(await call('copyMessage', it)).toEqual({ ok: true, result: { message_id: 3 } })
    const gone = { ...it, message_id: 99 }
    expect(await call('forwardMessage', gone)).toMatchObject({
      description: 'Bad Request: message to forward not found',
    })
    expect(await call('copyMessage', gone)).toMatchObject({ description: 'Bad Request: message to copy not found' })
  })
})
