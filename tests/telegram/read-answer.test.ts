import { describe, expect, test } from 'vitest'
import { parseAnswer, readRefusal } from '../../src/telegram/read-answer.ts'

test.each(['', 'null', '[]', '7', '"ok"', '{}', '{"ok":1}', '{"ok":true}', '<html>'])('%j is no answer', (text) => {
  expect(parseAnswer(text)).toBeNull()
})

describe('a refusal', () => {
  const refused = (fields: object) => readRefusal({ ok: false, error_code: 429, description: 'no', ...fields })
  const waitOf = (retry_after: unknown) => refused({ parameters: { retry_after } })

  test.each([0, -5, Number.NaN, '7', null, {}, Number.POSITIVE_INFINITY])('drops a wait of %j seconds', (wait) => {
    expect(waitOf(wait)).toMatchObject({ parameters: {} })
    expect(waitOf(wait)).not.toHaveProperty('parameters.retry_after')
  })

  test.each([
    [0.2, 1],
    [36_000, 36_000],
    [9e15, 604_800],
  ])('reads a wait of %d seconds as %d', (wait, seconds) => {
    expect(waitOf(wait)).toMatchObject({ parameters: { retry_after: seconds } })
  })

  test('has a description of at most 500 units, a code and parameters, whatever it came with', () => {
    expect(refused({ description: 'x'.repeat(1e6) })).toMatchObject({ description: 'x'.repeat(500) })
    expect(readRefusal({ ok: false, error_code: 'x', description: 5, parameters: [] })).toEqual({
      ...{ ok: false, error_code: 0, description: '', parameters: {} },
    })
  })
})
