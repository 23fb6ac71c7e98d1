import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePress, encodePress, type Press } from '../../src/messages/screens.ts'

const managing = fc.oneof(
  fc.record({
    act: fc.constantFrom('card', 'times', 'preview', 'pause', 'resume', 'end', 'catch-up', 'skip'),
  } as const),
  fc.record({ act: fc.constant('at'), times: fc.constantFrom('0000', '0730', '2359') } as const),
  fc.record({ act: fc.constant('language'), value: fc.constantFrom('ar', 'en') } as const),
  fc.record({ act: fc.constant('pin'), value: fc.constantFrom('on', 'off') } as const),
)
const chat = fc.integer({ min: -1_009_999_999_999, max: 9_999_999_999 }).filter((id) => id !== 0)

test('a press that manages a chat is read as it was written, within 64 bytes', () => {
  fc.assert(
    fc.property(chat, managing, (id, what) => {
      const press: Press = { kind: 'manage', chat: id, managing: what }
      const data = encodePress(press)
      expect(data).toMatch(/^[A-Za-z0-9_]{1,64}$/)
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
])('a forged %s is none', (data) => expect(decodePress(data)).toBeNull())
