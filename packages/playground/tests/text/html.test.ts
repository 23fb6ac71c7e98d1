import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { parseHtml } from '../../text/html.ts'

type Case = { readonly html: string } & (
  | { readonly text: string; readonly entities: unknown }
  | { readonly error: string }
)

const file: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('html-cases.json', import.meta.url), 'utf8'),
)

describe('TDLib’s own cases', () => {
  test('are all here', () => expect(file.cases).toHaveLength(89))

  test.each(file.cases)('$html', (wanted) => {
    if ('error' in wanted) {
      expect(() => parseHtml(wanted.html)).toThrow(`Bad Request: can't parse entities: ${wanted.error}`)
    } else {
      expect(parseHtml(wanted.html)).toEqual({ text: wanted.text, entities: wanted.entities })
    }
  })
})

test('any text is read or refused, and entities stay inside it', () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '<',
    '>',
    '</>',
    '&lt;',
    '&#1',
    '"',
    '=',
    '<a href=',
    'قال',
    ' ',
    '🇪🇬',
    '<pre>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
      const html = pieces.join('')
      try {
        const { text, entities } = parseHtml(html)
        return entities.every(({ offset, length }) => offset >= 0 && length > 0 && offset + length <= text.length)
      } catch (error) {
        return error instanceof Refusal && error.code === 400
      }
    }),
  )
})
