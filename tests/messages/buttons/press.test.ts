import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clock, form, forms, lettered } from '../../../src/messages/buttons/callback-code.ts'
import { decodePress, encodePress, PRESS, type Press } from '../../../src/messages/buttons/press.ts'
import ENCODED from './encoded-presses.json' with { type: 'json' }

/** Callback data of every form, as the table's own pattern makes it, with random fields. */
const written = fc
  .stringMatching(new RegExp(`^${PRESS.pattern}$`), { size: 'max' })
  .map((data) => ({ data, press: decodePress(data) }))

/** Which form a press has, at each level. */
function formOf(press: Press): string {
  switch (press.kind) {
    case 'open':
      return `open ${press.screen.view}`
    case 'save':
    case 'drop':
      return press.kind
    case 'set':
      return `set ${press.setting} ${press.value}`
    case 'adjust':
      return `adjust ${press.adjustment.kind}`
    case 'manage':
      return `manage ${press.managing.act}`
    case 'draft':
      return `draft ${press.deciding.act}`
    case 'article':
      return `article ${press.acting.act}`
    default:
      return press.kind
  }
}

describe('a press', () => {
  test.each(Object.entries(ENCODED))(
    'of an existing button or bookmark decodes and encodes as before: %s',
    (data, press) => {
      const decoded = decodePress(data)
      expect(decoded).toEqual(press)
      expect(decoded === null ? null : encodePress(decoded)).toBe(data)
    },
  )

  test('of every form is in the table of existing presses', () => {
    const known = new Set(
      Object.keys(ENCODED)
        .flatMap((data) => decodePress(data) ?? [])
        .map(formOf),
    )
    fc.assert(
      fc.property(written, ({ press }) => {
        if (press !== null) expect(known).toContain(formOf(press))
      }),
      { numRuns: 2000 },
    )
  })

  test('of every form decodes from its callback data, which is also a start payload', () => {
    fc.assert(
      fc.property(written, ({ data, press }) => {
        fc.pre(press !== null)
        expect(encodePress(press)).toBe(data)
        expect(data).toMatch(press?.kind === 'visit' ? /^[A-Za-z0-9_]+$/ : /^[A-Za-z0-9_]{1,36}$/)
      }),
      { numRuns: 2000 },
    )
  })

  test('matches one form only: no letters are used twice', () => {
    expect(() => forms('kind', { old: form('a', { minute: clock }), young: form('a', { minute: clock }) })).toThrow()
    expect(() => lettered({ old: 'a', young: 'a' })).toThrow()
  })

  test('of the greatest numbers has at most 36 characters', () => {
    const id = -(36 ** 10 - 1)
    const to = { chatId: id, threadId: 36 ** 7 - 1 }
    const press: Press = { kind: 'manage', chat: id, managing: { act: 'editors', to } }
    expect(encodePress(press)).toHaveLength(36)
    expect(decodePress(encodePress(press))).toEqual(press)
  })

  test.each([
    ...['', '1', '0_f_00000000', '2_f_00000000', '1_f_', '1_f_0000000z', '1_f_00000000_1', '1_f_00000000\n', '11_h'],
    ...['1_s_00000000', '1_s_00000000_-1', '1_s_00000000_01', '1_s_00000000_99999', '1_h_0', '1_x_0', "1_f_'; drop"],
    ...[
      '1_m_00000000_0',
      '1_m_00000000_61',
      '1_c_00000000_z1',
      '1_c_00000000_s',
      '1_c_00000000_s01',
      '1_K_h',
      '1_K_a_0',
    ],
    ...['1_S_2460', '1_S_0730_x', '1_L_lfr', '1_L_xen', '1_L_t7', '1_U_x', 'o1_s_0', 'o1_s_01', 'o1_z_1', '1_o1_s_1'],
  ])('that nobody made is refused: %s', (data) => expect(decodePress(data)).toBeNull())

  test.each([
    ...['', 'o', 'ox', 't2460', 't730', 'd', 'd11', 'd21', 'd8', 'x0', 'x8', 'p2', 'p', 'q', 'q22000700x', 'q22002200'],
    ...['q2200', 'q25000700', 's6', 's', 'm0', 'm11', 'm01', 'l3', 'e3', 'f', 'fzzzzzzzz', 'z1', 'y', 'y100100', 'r'],
  ])('that changes a digest and that nobody made is refused: %s', (code) =>
    expect(decodePress(`1_D_${code}`)).toBeNull(),
  )

  test.each([
    ...['C_n0_c', 'C_5_c', 'C_n5_z', 'C_n5_s2400', 'C_n5_lfr', 'C_n5_nmaybe', 'C_n5', 'C_n5_c_c', 'C_nzzzzzzzzzzzz_c'],
    ...['C_n5_w', 'C_n5_w5', 'C_n5_wn0', 'C_n5_wn5T', 'C_n5_wn5T0', 'C_n5_wn5t1T2T3', 'C_n5_wOFF', 'C_n5_T', 'C_n5_T0'],
    ...['C_n5_Tzzzzzzzz', 'P_0_a', 'P_5_z', 'P_5', 'P_-5_a', 'P_5_a_a', 'P_5_a', 'P_5_a0123456', 'P_5_h0'],
  ])('that manages a chat or a draft and that nobody made is refused: %s', (code) =>
    expect(decodePress(`1_${code}`)).toBeNull(),
  )

  test('decoded from any text encodes to the same text', () => {
    const near = fc
      .array(fc.constantFrom(...'1_fsrvSULPCDKXnwpT0az9oqyte'), { maxLength: 24 })
      .map((some) => `1_${some.join('')}`)
    const cut = fc
      .tuple(written, fc.nat(40), fc.string({ maxLength: 3 }))
      .map(([{ data }, at, more]) => data.slice(0, at) + more)
    fc.assert(
      fc.property(fc.oneof(fc.string(), near, cut), (data) => {
        const press = decodePress(data)
        expect(press === null ? data : encodePress(press)).toBe(data)
      }),
      { numRuns: 5000 },
    )
  })
})
