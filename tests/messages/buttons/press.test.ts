import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf } from '../../../src/article/key.ts'
import { decodePress, encodePress, PARTS, type Press } from '../../../src/messages/buttons/press.ts'

const key = fc.string().map(keyOf)
const page = fc.integer({ min: 0, max: 9999 })
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    kind: fc.constant('open' as const),
    screen: fc.record({ view: fc.constantFrom(...PARTS), article: key, page }),
  }),
  fc.record({
    kind: fc.constant('open' as const),
    screen: fc.record({ view: fc.constant('front' as const), article: key }),
  }),
  fc.record({
    kind: fc.constant('open' as const),
    screen: fc.record({ view: fc.constant('speaker' as const), speaker: key, page }),
  }),
  fc.record({
    kind: fc.constant('open' as const),
    screen: fc.record({ view: fc.constantFrom('articles' as const, 'said' as const), page }),
  }),
  fc.record({
    kind: fc.constant('draft' as const),
    draft: fc.integer({ min: 1, max: 2_147_483_647 }),
    act: fc.constantFrom('hold' as const, 'intro' as const, 'no-intro' as const),
  }),
  fc.record({
    kind: fc.constant('draft' as const),
    draft: fc.integer({ min: 1, max: 2_147_483_647 }),
    act: fc.constant('approve' as const),
    code: fc.stringMatching(/^[0-9a-f]{8}$/),
  }),
  fc.constantFrom<Press>(
    { kind: 'open', screen: { view: 'help' } },
    { kind: 'subscribe', times: '0730' },
    { kind: 'unsubscribe' },
    { kind: 'set', setting: 'language', value: 'en' },
    { kind: 'set', setting: 'digits', value: 'arab' },
    { kind: 'set', setting: 'reading', value: 'rich' },
    { kind: 'set', setting: 'week', value: 'on' },
    { kind: 'schedule' },
    { kind: 'export' },
    { kind: 'open', screen: { view: 'saved', page: 3 } },
    { kind: 'nothing' },
  ),
)

describe('a press', () => {
  test('comes back from its callback data, which is a start payload too', () => {
    fc.assert(
      fc.property(press, (pressed) => {
        const data = encodePress(pressed)
        expect(data).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
        expect(decodePress(data)).toEqual(pressed)
      }),
    )
  })

  test.each([
    [''],
    ['1'],
    ['0_f_00000000'],
    ['1_f_'],
    ['1_f_0000000z'],
    ['1_f_00000000_1'],
    ['1_s_00000000'],
    ['1_s_00000000_-1'],
    ['1_s_00000000_01'],
    ['1_s_00000000_99999'],
    ['1_S_2460'],
    ['1_S_0730_x'],
    ['1_L_lfr'],
    ['1_L_xen'],
    ['1_m_00000000_0'],
    ['1_m_00000000_61'],
    ['1_K_h'],
    ['1_c_00000000_z1'],
    ['1_U_x'],
    ['1_x_0'],
    ['1_h_0'],
    ["1_f_'; drop"],
  ])('that nobody made is refused: %s', (data) => {
    expect(decodePress(data)).toBeNull()
  })

  test('of any text is decoded to what encodes to it again, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'1_fsrvSULPCnwT0az9') }), (data) => {
        const pressed = decodePress(data)
        expect(pressed === null || encodePress(pressed) === data).toBe(true)
      }),
    )
  })
})
