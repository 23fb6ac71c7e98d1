import { describe, expect, test } from 'vitest'
import { aChat, aGroup, takeUpdates } from '../calls.ts'

const keyboard = {
  inline_keyboard: [
    [
      { text: 'التالي', callback_data: 'page:2' },
      { text: 'المصدر', url: 'https://example.org' },
    ],
  ],
}

/** A chat that shows a message with a button, pressed; and the query's id. */
async function aPress(options: Parameters<typeof aChat>[0] = {}) {
  const chat = await aChat(options)
  await chat.call('sendMessage', { chat_id: chat.reader, text: 'صفحة', reply_markup: keyboard })
  const answer = chat.playground.press({ chatId: chat.reader, from: chat.reader, button: 'التالي' })
  const [update] = await takeUpdates(chat.call)
  const query: { readonly id?: string } = { ...Object(update?.callback_query) }
  return { ...chat, answer, update, callback_query_id: query.id ?? '' }
}

describe('a press', () => {
  test('comes as a query and resolves with the answer', async () => {
    const { call, answer, update, reader, callback_query_id } = await aPress()
    expect(update).toMatchObject({
      callback_query: { from: { id: reader }, data: 'page:2', message: { message_id: 1, text: 'صفحة' } },
    })
    expect(await call('answerCallbackQuery', { callback_query_id, text: 'تم' })).toEqual({ ok: true, result: true })
    expect(await answer).toEqual({ text: 'تم', showAlert: false, url: null })
  })

  test('comes by the message’s inline id where the bot has chosen so, and the message is edited by it', async () => {
    const settings = { callback_query_mode: 'inline' } as const
    const { call, reader, playground, update, answer, callback_query_id } = await aPress({ settings })
    expect(update).toMatchObject({ callback_query: { from: { id: reader }, inline_message_id: expect.any(String) } })
    const { inline_message_id } = Object(update?.callback_query)
    expect(await call('editMessageText', { inline_message_id, text: 'صفحة ٢' })).toEqual({ ok: true, result: true })
    expect(playground.messages(reader).map(({ text }) => text)).toEqual(['صفحة ٢'])
    await call('answerCallbackQuery', { callback_query_id })
    await answer
  })

  test('without an answer rejects at the time-out', async () => {
    const { playground, reader, call } = await aChat()
    await call('sendMessage', { chat_id: reader, text: 'صفحة', reply_markup: keyboard })
    const press = playground.press({ chatId: reader, from: reader, button: 'page:2', timeoutMs: 20 })
    await expect(press).rejects.toThrow('No answer to the button "page:2" of message 1')
  })

  test('of a button that is not there names those that are', async () => {
    const { playground, reader, call } = await aChat()
    await call('sendMessage', { chat_id: reader, text: 'صفحة', reply_markup: keyboard })
    expect(() => playground.press({ chatId: reader, from: reader, button: 'السابق' })).toThrow('there are: "التالي"')
  })

  test.each([
    [
      'an unknown query',
      { callback_query_id: 'x' },
      'query is too old and response timeout expired or query ID is invalid',
    ],
    ['201 characters', { text: 'ا'.repeat(201) }, 'MESSAGE_TOO_LONG'],
    ['a link elsewhere', { url: 'https://example.org' }, 'URL_INVALID'],
  ])('refuses %s', async (_, params, words) => {
    const { call, answer, callback_query_id } = await aPress()
    const reply = await call('answerCallbackQuery', { callback_query_id, ...params })
    expect(reply.description).toBe(`Bad Request: ${words}`)
    await call('answerCallbackQuery', { callback_query_id })
    await answer
  })

  test('expires after a minute', async () => {
    let now = new Date('2026-05-03T06:00:00Z')
    const { call, answer, callback_query_id } = await aPress({ now: () => now })
    now = new Date('2026-05-03T06:02:00Z')
    expect((await call('answerCallbackQuery', { callback_query_id })).description).toContain('query is too old')
    now = new Date('2026-05-03T06:00:30Z')
    await call('answerCallbackQuery', { callback_query_id })
    await answer
  })
})

describe('an inline query', () => {
  test('ends in a message of the person’s, which the bot edits by its own id', async () => {
    const { playground, group, member, call } = await aGroup()
    const answer = playground.inlineQuery({ from: member, query: 'بوتين' })
    const [asked] = await takeUpdates(call)
    const { id: inline_query_id }: { id: string } = Object(asked?.inline_query)
    const reply_markup = { inline_keyboard: [[{ text: 'المزيد', callback_data: 'more' }]] }
    const input_message_content = { message_text: '<b>قال</b> نعم', parse_mode: 'HTML' }
    const result = { type: 'article', id: '1', title: 'قول', input_message_content, reply_markup }
    const empty = { ...result, id: '2', input_message_content: { message_text: ' ' } }
    const refused = await call('answerInlineQuery', { inline_query_id, results: [empty] })
    expect(refused.description).toBe('Bad Request: message text is empty')
    await call('answerInlineQuery', { inline_query_id, results: [result] })
    await answer
    const messageId = playground.sendInlineResult({ chatId: group, from: member, resultId: '1' })
    expect(playground.messages(group)).toMatchObject([
      { id: messageId, text: 'قال نعم', viaBot: true, sender: { id: member } },
    ])
    const press = playground.press({ chatId: group, from: member, button: 'المزيد' })
    const [sent, pressed] = await takeUpdates(call)
    expect(sent).toMatchObject({
      message: { from: { id: member }, via_bot: { id: playground.bot.id }, text: 'قال نعم' },
    })
    const { id, inline_message_id }: { id: string; inline_message_id: string } = Object(pressed?.callback_query)
    expect(pressed?.callback_query).not.toHaveProperty('message')
    expect(await call('editMessageText', { inline_message_id, text: 'قال لا' })).toEqual({ ok: true, result: true })
    expect(playground.messages(group)).toMatchObject([{ text: 'قال لا', keyboard: [] }])
    const unknown = await call('editMessageText', { inline_message_id: 'x', text: 'a' })
    expect(unknown.description).toBe('Bad Request: MESSAGE_ID_INVALID')
    await call('answerCallbackQuery', { callback_query_id: id })
    await press
  })

  test('resolves with the results; too many, doubled or misnamed ones refuse', async () => {
    const { playground, reader, call } = await aChat()
    const answer = playground.inlineQuery({ from: reader, query: 'بوتين' })
    const [update] = await takeUpdates(call)
    const { id: inline_query_id }: { id: string } = Object(update?.inline_query)
    const article = (id: string) => ({
      type: 'article',
      id,
      title: 'خبر',
      input_message_content: { message_text: 'نص' },
    })
    const refuse = async (results: object[]) =>
      (await call('answerInlineQuery', { inline_query_id, results })).description
    expect(await refuse([article('1'), article('1')])).toBe('Bad Request: RESULT_ID_DUPLICATE')
    expect(await refuse([article('ا'.repeat(33))])).toBe('Bad Request: RESULT_ID_INVALID')
    expect(await refuse(Array.from({ length: 51 }, (_, id) => article(`${id}`)))).toBe('Bad Request: RESULTS_TOO_MUCH')
    await call('answerInlineQuery', { inline_query_id, results: [article('1')], next_offset: '2' })
    expect(await answer).toEqual({ results: [article('1')], nextOffset: '2' })
  })
})
