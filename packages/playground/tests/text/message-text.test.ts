import type { MessageEntity } from '@grammyjs/types'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectEntities } from '../../text/detect-entities.ts'
import { readCaption, readMessageText, readTyped } from '../../text/message-text.ts'

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length })
const italic = (offset: number, length: number): MessageEntity => ({ type: 'italic', offset, length })

describe('what arrives of a text', () => {
  test.each([
    ['embeddings vanish', '\u202Bقال\u202C نعم', 'قال نعم'],
    ['isolates stay', 'قال \u2066@x\u2069 نعم', 'قال \u2066@x\u2069 نعم'],
    ['one mark stays', '\u200F🇪🇬 مصر', '\u200F🇪🇬 مصر'],
    ['of two marks the first turns', '\u200F\u200Fمصر', '\u200C\u200Fمصر'],
    ['of three marks two turn', 'أ\u200E\u200F\u200Fب', 'أ\u200C\u200C\u200Fب'],
    ['ends are trimmed', ' \n مصر \n', 'مصر'],
    ['carriage returns go, tabs become spaces', 'أ\r\nب\tج', 'أ\nب ج'],
    ['line separators vanish', 'أ\u2028ب', 'أب'],
  ])('%s', (_, sent, shown) => expect(readMessageText({ text: sent }).text).toBe(shown))
})

describe('entities', () => {
  test('move along with what is trimmed and deleted', () => {
    const { text, entities } = readMessageText({ text: ' \u202Aقال\u202C نعم', entities: [bold(7, 3)] })
    expect({ text, entities }).toEqual({ text: 'قال نعم', entities: [bold(4, 3)] })
  })

  test('on blanks alone go, links there stay', () => {
    const link: MessageEntity = { type: 'text_link', offset: 1, length: 1, url: 'https://example.org/' }
    expect(readMessageText({ text: 'أ ب', entities: [bold(1, 1)] }).entities).toEqual([])
    expect(readMessageText({ text: 'أ ب', entities: [link] }).entities).toEqual([link])
  })

  test('that cross are cut where the other begins', () => {
    expect(readMessageText({ text: 'abcdef', entities: [bold(0, 4), italic(2, 4)] }).entities).toEqual([
      bold(0, 2),
      italic(2, 4),
      bold(2, 2),
    ])
  })

  test('of one sort that touch are joined', () => {
    expect(readMessageText({ text: 'abcdef', entities: [bold(0, 2), bold(2, 2)] }).entities).toEqual([bold(0, 4)])
  })

  test('inside code are dropped, around a link are cut', () => {
    const code: MessageEntity = { type: 'code', offset: 1, length: 2 }
    const link: MessageEntity = { type: 'text_link', offset: 2, length: 2, url: 'https://example.org/' }
    expect(readMessageText({ text: 'abcd', entities: [code, bold(1, 2)] }).entities).toEqual([code])
    expect(readMessageText({ text: 'abcdef', entities: [bold(0, 6), link] }).entities).toEqual([
      bold(0, 2),
      link,
      bold(2, 2),
      bold(4, 2),
    ])
  })

  test('that Telegram finds itself are not taken from a bot, and links are checked and completed', () => {
    const mention: MessageEntity = { type: 'mention', offset: 0, length: 2 }
    const link = (url: string): MessageEntity => ({ type: 'text_link', offset: 0, length: 2, url })
    expect(readMessageText({ text: 'نص', entities: [mention] }).entities).toEqual([])
    expect(readMessageText({ text: 'نص', entities: [link('no link')] }).entities).toEqual([])
    expect(readMessageText({ text: 'نص', entities: [link('Example.org')] }).entities).toEqual([
      link('http://example.org/'),
    ])
  })

  test('beyond a hundred are dropped in silence', () => {
    const text = 'أ '.repeat(150).trim()
    const entities = Array.from({ length: 150 }, (_, index) => bold(index * 2, 1))
    expect(readMessageText({ text, entities }).entities).toEqual(entities.slice(0, 100))
  })

  test.each([
    ['past the end', 'abc', [bold(3, 1)], 'entity begins after the end of the text at UTF-16 offset 3'],
    [
      'over the end',
      'abc',
      [bold(1, 9)],
      'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10',
    ],
    ['before the start', 'abc', [bold(-1, 1)], 'receive an entity with incorrect offset -1'],
    ['half a letter', 'a🙂b', [bold(2, 1)], 'entity begins in a middle of a UTF-16 symbol'],
  ])('%s refuse', (_, text, entities, words) => {
    expect(() => readMessageText({ text, entities })).toThrow(`Bad Request: ${words}`)
  })

  test('stay sorted, inside the text and never on half a letter, whatever comes', () => {
    const entity = fc.record({
      type: fc.constantFrom('bold', 'italic', 'code', 'blockquote', 'spoiler' as const),
      offset: fc.nat(30),
      length: fc.nat(30),
    })
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.array(entity), (text, given) => {
        const inside = given.filter(({ offset, length }) => offset + length <= text.length)
        try {
          const shown = readMessageText({ text, entities: inside })
          const offsets = shown.entities.map(({ offset }) => offset)
          expect(offsets).toEqual(offsets.toSorted((one, other) => one - other))
          for (const { offset, length } of shown.entities) {
            expect(shown.text.slice(offset, offset + length).isWellFormed()).toBe(true)
            expect(offset + length).toBeLessThanOrEqual(shown.text.length)
          }
        } catch (error) {
          expect(String(error)).toMatch(/Bad Request: (?:message text is empty|entity)/)
        }
      }),
    )
  })
})

describe('limits', () => {
  test.each([
    ['nothing', '', 'message text is empty'],
    ['blanks', ' \n\u00a0\u200b\u200f', 'message text is empty'],
    ['4097 units', 'ا'.repeat(4097), 'message is too long'],
    ['units, not letters', '🙂'.repeat(2049), 'message is too long'],
  ])('%s', (_, text, words) => expect(() => readMessageText({ text })).toThrow(`Bad Request: ${words}`))

  test('4096 units fit', () => expect(readMessageText({ text: 'ا'.repeat(4096) }).text).toHaveLength(4096))

  test('tags do not count, but the source has its own limit', () => {
    const html = `${'<b></b>'.repeat(700)}نص`
    expect(readMessageText({ text: html, parseMode: 'HTML' }).text).toBe('نص')
    expect(() => readMessageText({ text: `${'<b></b>'.repeat(4700)}نص`, parseMode: 'HTML' })).toThrow('too long')
  })

  test('many long links are too much', () => {
    const url = `https://example.org/${'a'.repeat(300)}`
    const entities = Array.from({ length: 40 }, (_, index) => ({
      type: 'text_link' as const,
      offset: index * 2,
      length: 1,
      url,
    }))
    expect(() => readMessageText({ text: 'أ '.repeat(40), entities })).toThrow('message is too long')
  })

  test('a caption ends at 1024 and may be empty', () => {
    expect(readCaption({ text: ' ' }).text).toBe('')
    expect(readCaption({ text: 'ا'.repeat(1024) }).text).toHaveLength(1024)
    expect(() => readCaption({ text: 'ا'.repeat(1025) })).toThrow('Bad Request: message caption is too long')
  })

  test('lone surrogates are no text', () => {
    expect(() => readMessageText({ text: 'a\ud800' })).toThrow('strings must be encoded in UTF-8')
  })
})

describe('Telegram’s own marks', () => {
  test.each([
    ['/start now', ['bot_command /start']],
    ['قل /quotes@some_bot بوتين', ['bot_command /quotes@some_bot']],
    ['a/b و/لا', []],
    ['@some_bot اقتباسات', ['mention @some_bot']],
    ['mail a.b@example.org', ['email a.b@example.org']],
    ['#وسم_عربي و#2025 و #2025م', ['hashtag #وسم_عربي', 'hashtag #2025م']],
    ['انظر https://example.org/أ?ب=ج، ثم example.com.', ['url https://example.org/أ?ب=ج', 'url example.com']],
    ['(https://example.org/a_(b)) end', ['url https://example.org/a_(b)']],
    ['index.ts 3.14 و.', []],
    ['$USD #tag#', ['cashtag $USD']],
  ])('%s', (text, found) => {
    const shown = detectEntities(text).map(
      ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`,
    )
    expect(shown).toEqual(found)
  })

  test('stand in people’s messages, and in the bot’s where nothing else does', () => {
    expect(readTyped(' /start ').entities).toEqual([{ type: 'bot_command', offset: 0, length: 6 }])
    const code: MessageEntity = { type: 'code', offset: 0, length: 6 }
    expect(readMessageText({ text: '/start /help', entities: [code] }).entities).toEqual([
      code,
      { type: 'bot_command', offset: 7, length: 5 },
    ])
  })
})
