import { expect, test } from 'vitest'
import { aChat, aGroup, takeUpdates } from '../calls.ts'

const FILE = { kind: 'document', name: 'note.txt', mimeType: 'text/plain', bytes: Buffer.from('مرحبا') } as const

test('a person sends a file, which the bot finds by its id', async () => {
  const { playground, reader, call } = await aChat()
  playground.sendFile({ chatId: reader, from: reader, ...FILE, caption: 'my note' })
  const [update] = await takeUpdates(call)
  expect(update).toMatchObject({
    message: { caption: 'my note', document: { file_name: 'note.txt', mime_type: 'text/plain', file_size: 10 } },
  })
  const id = playground.messages(reader)[0]?.attachment?.fileId
  const { result } = await call('getFile', { file_id: id })
  const { file_path } = result as { file_path: string }
  const response = await fetch(`${playground.url}/file/bot${playground.token}/${file_path}`)
  expect(await response.text()).toBe('مرحبا')
})

test('files of an album say so, and an edited caption leaves the file', async () => {
  const { playground, creator, group, call } = await aGroup('channel')
  const photo = { chatId: group, from: creator, ...FILE, kind: 'photo', album: '7' } as const
  const first = playground.sendFile({ ...photo, caption: 'one' })
  playground.sendFile(photo)
  playground.editOwn({ chatId: group, messageId: first, text: 'two' })
  const updates = await takeUpdates(call)
  expect(updates).toMatchObject([
    { channel_post: { media_group_id: '7', caption: 'one', photo: [{}] } },
    { channel_post: { media_group_id: '7', photo: [{}] } },
    { edited_channel_post: { media_group_id: '7', caption: 'two', photo: [{}] } },
  ])
})

test('a forward names where its message comes from, also when forwarded again', async () => {
  const { playground, creator, member, group, call } = await aGroup('channel')
  const post = playground.say({ chatId: group, from: creator, text: 'news' })
  const own = playground.forward({ chatId: creator, from: creator, of: { chatId: group, messageId: post } })
  playground.forward({ chatId: member, from: member, of: { chatId: creator, messageId: own } })
  const origin = { type: 'channel', chat: { id: group }, message_id: post }
  expect((await takeUpdates(call)).slice(1)).toMatchObject([
    { message: { text: 'news', forward_origin: origin } },
    { message: { text: 'news', forward_origin: origin } },
  ])
  expect(() => playground.forward({ chatId: member, from: member, of: { chatId: group, messageId: 99 } })).toThrow(
    'no message 99',
  )
})
