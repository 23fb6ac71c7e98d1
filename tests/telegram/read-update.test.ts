import { expect, test } from 'vitest'
import { readUpdate } from '../../src/telegram/read-update.ts'

const FROM = { id: 7, is_bot: false, first_name: 'ليلى' }
const MESSAGE = { message_id: 1, date: 1, chat: { id: 7, type: 'private' }, from: FROM, text: '/brief' }

test('an update passes as it is, with what no handler reads', () => {
  const update = { update_id: 5, message: { ...MESSAGE, new_in_telegram: { of: 'next year' } } }
  expect(readUpdate(update)).toEqual({ update, id: 5 })
})

test.each([
  [null, null],
  [{ update_id: -1, message: MESSAGE }, null],
  [{ update_id: 5, message: { ...MESSAGE, text: null } }, 5],
  [{ update_id: 5, message: { ...MESSAGE, text: 'x'.repeat(200_000) } }, 5],
  [{ update_id: 5, message: { ...MESSAGE, entities: [{ type: 'bold' }] } }, 5],
  [{ update_id: 5, message: { ...MESSAGE, reply_to_message: { text: {} } } }, 5],
  [{ update_id: 5, message: { ...MESSAGE, date: undefined } }, 5],
  [{ update_id: 5, message: { ...MESSAGE, forward_origin: { type: 'channel' } } }, 5],
  [{ update_id: 5, message: { ...MESSAGE, entities: [{ type: 'text_link', offset: 0, length: 1, url: {} }] } }, 5],
  [{ update_id: 5, edited_channel_post: { ...MESSAGE, chat: undefined } }, 5],
  [{ update_id: 5, guest_message: { ...MESSAGE, from: undefined } }, 5],
  [{ update_id: 5, callback_query: { id: 1, from: FROM, data: 'x' } }, 5],
  [{ update_id: 5, message_reaction: { chat: { id: 7 } } }, 5],
])('%j is none', (raw, id) => {
  const read = readUpdate(raw)
  expect(read).toMatchObject({ update: null, id })
  expect('problem' in read && read.problem.length).toBeLessThanOrEqual(200)
})
