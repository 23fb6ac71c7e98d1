import { Bot, InputFile } from 'grammy'
import { describe, expect, test } from 'vitest'
import { aChat, aPlayground } from '../calls.ts'

describe('how requests may come', () => {
  test('as a query', async () => {
    const { playground, reader } = await aChat()
    const query = new URLSearchParams({ chat_id: String(reader), text: 'نعم' })
    const response = await fetch(`${playground.url}/bot${playground.token}/sendMessage?${query}`)
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'نعم', chat: { id: reader } } })
  })

  test('as a form, with objects as JSON, numbers and booleans as text, the method in any case', async () => {
    const { playground, reader } = await aChat()
    const body = new URLSearchParams({
      chat_id: String(reader),
      text: 'نعم',
      disable_notification: 'true',
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'اقرأ', callback_data: 'r' }]] }),
    })
    const response = await fetch(`${playground.url}/bot${playground.token}/SENDMESSAGE`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ result: { reply_markup: { inline_keyboard: [[{ text: 'اقرأ' }]] } } })
    expect(playground.requests[0]).toMatchObject({ method: 'sendMessage', params: { disable_notification: true } })
  })

  test('as multipart, with a file', async () => {
    const { playground, reader } = await aChat()
    const bot = new Bot(playground.token, { client: { apiRoot: playground.url } })
    const sent = await bot.api.sendDocument(reader, new InputFile(Buffer.from('أهلًا'), 'موجز.txt'), { caption: 'ملف' })
    expect(sent).toMatchObject({ caption: 'ملف', document: { file_name: 'موجز.txt', file_size: 10 } })
    const { file_path } = await bot.api.getFile(sent.document.file_id)
    const file = await fetch(`${playground.url}/file/bot${playground.token}/${file_path}`)
    expect(await file.text()).toBe('أهلًا')
    const again = await bot.api.sendDocument(reader, sent.document.file_id)
    expect(again.document.file_id).toBe(sent.document.file_id)
  })

  test('a picture must be one, and not too wide', async () => {
    const { playground, reader } = await aChat()
    const { api } = new Bot(playground.token, { client: { apiRoot: playground.url } })
    const sent = await api.sendPhoto(reader, new InputFile(aPng(640, 480), 'a.png'))
    expect(sent.photo).toMatchObject([{ width: 640, height: 480 }])
    await expect(api.sendPhoto(reader, new InputFile(aPng(9999, 480), 'a.png'))).rejects.toThrow(
      'PHOTO_INVALID_DIMENSIONS',
    )
    await expect(api.sendPhoto(reader, new InputFile(Buffer.from('x'), 'a.png'))).rejects.toThrow(
      'IMAGE_PROCESS_FAILED',
    )
  })
})

function aPng(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('what is refused before anything happens', () => {
  test('a wrong token and an unknown method', async () => {
    const playground = await aPlayground()
    const wrong = await fetch(`${playground.url}/bot1:wrong/getMe`)
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ])
    const unknown = await fetch(`${playground.url}/bot${playground.token}/sendNothing`)
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { ok: false, error_code: 404, description: 'Not Found: the playground has no method sendNothing' },
    ])
  })

  test.each([
    ['an unknown parameter', { text: 'a', colour: 'red' }, 'sendMessage has the unknown field "colour"'],
    ['an unknown field inside', { text: 'a', link_preview_options: { is_off: true } }, 'unknown field "is_off"'],
    ['a wrong type', { text: 5 }, 'sendMessage/text must be string'],
    ['no text', {}, 'message text is empty'],
    ['an unknown parse mode', { text: 'a', parse_mode: 'BBCode' }, 'unsupported parse_mode'],
    ['broken JSON inside', { text: 'a', reply_markup: '{' }, "can't parse reply markup JSON object"],
    [
      'a button that is two',
      { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b', url: 'c' }]] } },
      'sendMessage',
    ],
  ])('%s', async (_, params, words) => {
    const { reader, call } = await aChat()
    const { error_code, description } = await call('sendMessage', { chat_id: reader, ...params })
    expect(error_code).toBe(400)
    expect(description).toContain(words)
  })

  test('no chat, and no JSON', async () => {
    const { playground, call } = await aChat()
    expect(await call('sendMessage', { text: 'a' })).toMatchObject({ description: 'Bad Request: chat_id is empty' })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${playground.url}/bot${playground.token}/getMe`, {
      method: 'POST',
      headers,
      body: '[1',
    })
    expect(response.status).toBe(400)
  })
})
