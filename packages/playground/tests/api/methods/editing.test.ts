import { describe, expect, test } from 'vitest'
import { aChat, aGroup } from '../../calls.ts'

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

describe('editing', () => {
  test('changes text and keyboard in place; without change it refuses', async () => {
    const { playground, reader, call } = await aChat()
    const reply_markup = { inline_keyboard: [[{ text: 'التالي', callback_data: '2' }]] }
    await call('sendMessage', { chat_id: reader, text: 'الأول', reply_markup })
    const it = { chat_id: reader, message_id: 1 }
    const second = { ...it, text: 'الثاني', reply_markup }
    expect(await call('editMessageText', second)).toMatchObject({ result: { text: 'الثاني', reply_markup } })
    expect(await call('editMessageText', second)).toMatchObject({ error_code: 400, description: NOT_MODIFIED })
    expect(await call('editMessageText', { ...second, text: ' الثاني\n' })).toMatchObject({ description: NOT_MODIFIED })
    expect(await call('editMessageReplyMarkup', it)).toMatchObject({ ok: true })
    expect(await call('editMessageReplyMarkup', it)).toMatchObject({ description: NOT_MODIFIED })
    expect(playground.messages(reader)).toMatchObject([{ text: 'الثاني', keyboard: [], editDate: expect.any(Number) }])
  })

  test.each([
    ['what is not there', { message_id: 99, text: 'a' }, 'message to edit not found'],
    ['what is not its own', { message_id: 1, text: 'a' }, "message can't be edited"],
    ['into nothing', { message_id: 2, text: ' ' }, 'message text is empty'],
    ['a caption where there is none', { message_id: 2, caption: 'a' }, 'there is no caption in the message to edit'],
  ])('refuses %s', async (_, params, words) => {
    const { playground, reader, call } = await aChat()
    playground.say({ chatId: reader, from: reader, text: 'مني' })
    await call('sendMessage', { chat_id: reader, text: 'منك' })
    const method = 'caption' in params ? 'editMessageCaption' : 'editMessageText'
    expect(await call(method, { chat_id: reader, ...params })).toMatchObject({ description: `Bad Request: ${words}` })
  })

  test('is refused where the bot was kicked', async () => {
    const { playground, group, call } = await aGroup('channel')
    await call('sendMessage', { chat_id: group, text: 'a' })
    playground.kickBot({ chatId: group })
    const reply = await call('editMessageText', { chat_id: group, message_id: 1, text: 'b' })
    expect(reply.description).toBe('Forbidden: bot was kicked from the channel chat')
  })
})

describe('deleting', () => {
  test('is limited to the bot’s rights and to two days', async () => {
    let now = new Date('2026-05-03T06:00:00Z')
    const { playground, group, member, call } = await aGroup('supergroup', { now: () => now })
    const foreign = playground.say({ chatId: group, from: member, text: 'من غيره' })
    await call('sendMessage', { chat_id: group, text: 'منه' })
    const remove = async (message_id: number) =>
      (await call('deleteMessage', { chat_id: group, message_id })).description
    expect(await remove(99)).toBe('Bad Request: message to delete not found')
    expect(await remove(foreign)).toBe("Bad Request: message can't be deleted")
    now = new Date('2026-05-05T06:00:01Z')
    expect(await remove(2)).toBe("Bad Request: message can't be deleted for everyone")
    now = new Date('2026-05-05T05:59:00Z')
    expect(await remove(2)).toBeUndefined()
    expect(playground.messages(group).map(({ id }) => id)).toEqual([foreign])
  })

  test('many ignores missing messages', async () => {
    const { playground, reader, call } = await aChat()
    await call('sendMessage', { chat_id: reader, text: 'a' })
    await call('sendMessage', { chat_id: reader, text: 'b' })
    expect(await call('deleteMessages', { chat_id: reader, message_ids: [1, 2, 50] })).toMatchObject({ ok: true })
    expect(playground.messages(reader)).toEqual([])
    expect((await call('deleteMessages', { chat_id: reader, message_ids: [] })).error_code).toBe(400)
  })
})

describe('pins and reactions', () => {
  test('a pin adds a service message and needs the right', async () => {
    const { playground, group, call } = await aGroup('supergroup')
    await call('sendMessage', { chat_id: group, text: 'a' })
    const it = { chat_id: group, message_id: 1 }
    expect(await call('pinChatMessage', it)).toMatchObject({
      description: 'Bad Request: not enough rights to manage pinned messages in the chat',
    })
    playground.setMember({ chatId: group, userId: playground.bot.id, status: 'administrator' })
    expect(await call('pinChatMessage', it)).toEqual({ ok: true, result: true })
    expect(playground.messages(group)).toMatchObject([{ pinned: true }, { service: 'pinned_message' }])
    expect(await call('unpinChatMessage', it)).toMatchObject({ ok: true })
    expect(await call('unpinChatMessage', it)).toMatchObject({ description: 'Bad Request: message to unpin not found' })
  })

  test('a bot has one reaction', async () => {
    const { playground, reader, call } = await aChat()
    const message_id = playground.say({ chatId: reader, from: reader, text: 'شكرًا' })
    const reaction = [{ type: 'emoji', emoji: '👍' }]
    expect(await call('setMessageReaction', { chat_id: reader, message_id, reaction })).toMatchObject({ ok: true })
    expect(playground.messages(reader)).toMatchObject([{ reactions: ['👍'] }])
    const twice = { chat_id: reader, message_id, reaction: [...reaction, ...reaction] }
    expect(await call('setMessageReaction', twice)).toMatchObject({ description: 'Bad Request: REACTIONS_TOO_MANY' })
  })
})
