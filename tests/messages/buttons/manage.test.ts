import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePress, encodePress, type Press } from '../../../src/messages/buttons/press.ts'

const chat = fc.integer({ min: -1_009_999_999_999, max: 9_999_999_999 }).filter((id) => id !== 0)
const thread = fc.integer({ min: 1, max: 2_147_483_647 })
const place = fc.record({ chatId: chat, threadId: fc.oneof(fc.constant(0), thread) })
const managing = fc.oneof(
  fc.record({ act: fc.constant('editors'), to: fc.option(place) } as const),
  fc.record({ act: fc.constant('offer'), threadId: thread } as const),
  fc.record({
    act: fc.constantFrom('card', 'times', 'preview', 'pause', 'resume', 'end', 'catch-up', 'skip', 'desk'),
  } as const),
  fc.record({ act: fc.constant('at'), times: fc.constantFrom('0000', '0730', '2359') } as const),
  fc.record({ act: fc.constant('language'), value: fc.constantFrom('ar', 'en') } as const),
  fc.record({ act: fc.constant('pin'), value: fc.constantFrom('on', 'off') } as const),
)

test('a press that manages a chat is read as it was written, within 36 bytes', () => {
  fc.assert(
    fc.property(chat, managing, (id, what) => {
      const press: Press = { kind: 'manage', chat: id, managing: what }
      const data = encodePress(press)
      expect(data).toMatch(/^[A-Za-z0-9_]{1,36}$/)
      expect(decodePress(data)).toEqual(press)
    }),
  )
})

test.each([
  '1_C_n0_c',
  '1_C_5_c',
  '1_C_n5_z',
  '1_C_n5_s2400',
  '1_C_n5_lfr',
  '1_C_n5_nmaybe',
  '1_C_n5',
  '1_C_n5_c_c',
  '1_C_nzzzzzzzzzzzz_c',
  '1_C_n5_w',
  '1_C_n5_w5',
  '1_C_n5_wn0',
  '1_C_n5_wn5T',
  '1_C_n5_wn5T0',
  '1_C_n5_wn5t1T2T3',
  '1_C_n5_wOFF',
  '1_C_n5_T',
  '1_C_n5_T0',
  '1_P_0_a',
  '1_P_5_z',
  '1_P_5',
  '1_P_-5_a',
  '1_P_5_a_a',
])('a forged %s is none', (data) => expect(decodePress(data)).toBeNull())
