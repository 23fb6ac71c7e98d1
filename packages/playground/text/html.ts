import { badRequest } from '../refusal.ts'
import { type FormattedText, sortEntities } from './formatted-text.ts'
import { type ClosedTag, checkDateFormat, closeTag, type OpenTag } from './html-entities.ts'

// One pass over the source with a stack of open tags. Offsets in errors count bytes of UTF-8, offsets of entities
// UTF-16 units of the text built so far; both as Telegram reports them.
//
//   source  a <b>b <i>c</i></b>      open: [b] → [b, i] → [b] → []
//   text    a b c                    closed in the order of their end tags, sorted at the end

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
)

type Reader = { readonly source: string; position: number }

/** Reads `parse_mode: HTML` exactly as Telegram does; throws its refusal `can't parse entities: …`. */
export function parseHtml(source: string): FormattedText {
  const reader: Reader = { source, position: 0 }
  const open: OpenTag[] = []
  const closed: ClosedTag[] = []
  let text = ''
  while (reader.position < source.length) {
    const character = source[reader.position] ?? ''
    if (character === '&') {
      text += readReference(reader) ?? readCharacter(reader)
    } else if (character !== '<') {
      text += readCharacter(reader)
    } else if (source[reader.position + 1] !== '/') {
      open.push(readStartTag(reader, text.length))
    } else {
      closeTag(closed, readEndTag(reader, open.at(-1)), text)
      open.pop()
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  if (!text.isWellFormed()) {
    throw unparsable(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  return { text, entities: sortEntities(closed.map(({ entity }) => entity)) }
}

function unparsable(words: string): Error {
  return badRequest(`can't parse entities: ${words}`)
}

function byteOffset(reader: Reader, position: number): number {
  return Buffer.byteLength(reader.source.slice(0, position))
}

function readCharacter(reader: Reader): string {
  return reader.source[reader.position++] ?? ''
}

/** `&lt;`, `&#1571;`, `&#x623`: the semicolon may be left out. Anything else stays as it is written. */
function readReference(reader: Reader): string | null {
  const found = /^&(?:#x([0-9a-fA-F]*)|#([0-9]*)|(lt|gt|amp|quot)(?![a-zA-Z]));?/.exec(
    reader.source.slice(reader.position, reader.position + 24),
  )
  if (!found) return null
  const [written, hexadecimal, decimal, name] = found
  const decoded = name === undefined ? decodeNumber(written, { hexadecimal, decimal }) : NAMED[name]
  if (decoded === undefined) return null
  reader.position += written.length
  return decoded
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

type Digits = { readonly hexadecimal: string | undefined; readonly decimal: string | undefined }

function decodeNumber(written: string, { hexadecimal, decimal }: Digits): string | undefined {
  const code = hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16)
  if (Number.isNaN(code) || code === 0 || code >= 0x10ffff || written.replace(';', '').length >= 10) return undefined
  return String.fromCodePoint(code)
}

function readStartTag(reader: Reader, offset: number): OpenTag {
  const start = reader.position++
  const at = byteOffset(reader, start)
  const name = readUntil(reader, /[\s\0>]/).toLowerCase()
  if (reader.position >= reader.source.length) throw unparsable(`Unclosed start tag at byte offset ${at}`)
  if (!TAGS.has(name)) throw unparsable(`Unsupported start tag "${name}" at byte offset ${at}`)
  const attributes = new Map<string, string>()
  for (skipSpace(reader); reader.source[reader.position] !== '>'; skipSpace(reader)) {
    const [key, value] = readAttribute(reader, { name, at })
    attributes.set(key, value)
  }
  reader.position++
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`)
  }
  if (name === 'tg-time') checkDateFormat(attributes.get('format') ?? '')
  return { name, attributes, offset }
}

function readAttribute(reader: Reader, tag: { readonly name: string; readonly at: number }): [string, string] {
  const key = readUntil(reader, /[\s\0=>]/)
  if (key === '' && reader.position < reader.source.length) {
    throw unparsable(`Empty attribute name in the tag "${tag.name}" at byte offset ${tag.at}`)
  }
  skipSpace(reader)
  if (reader.source[reader.position] === '=') {
    reader.position++
    skipSpace(reader)
    if (reader.position >= reader.source.length) {
      throw unparsable(`Unclosed start tag "${tag.name}" at byte offset ${tag.at}`)
    }
    const value = readValue(reader)
    if (reader.position >= reader.source.length) throw unparsable(`Unclosed start tag at byte offset ${tag.at}`)
    return [key, value]
  }
  if (reader.position >= reader.source.length) {
    throw unparsable(`Unclosed start tag "${tag.name}" at byte offset ${tag.at}`)
  }
  return [key, '']
}

function readValue(reader: Reader): string {
  const quote = reader.source[reader.position]
  if (quote !== '"' && quote !== "'") return readToken(reader)
  reader.position++
  let value = ''
  while (reader.position < reader.source.length && reader.source[reader.position] !== quote) {
    value += readReference(reader) ?? readCharacter(reader)
  }
  if (reader.position < reader.source.length) reader.position++
  return value
}

function readToken(reader: Reader): string {
  const start = reader.position
  const token = readUntil(reader, /[^a-z0-9.-]/i)
  const next = reader.source[reader.position]
  if (next !== undefined && next !== '>' && !/[\s\0]/.test(next)) throw tokenEnd(reader, start)
  return token.toLowerCase()
}

function tokenEnd(reader: Reader, start: number): Error {
  return unparsable(`Unexpected end of name token at byte offset ${byteOffset(reader, start)}`)
}

function readEndTag(reader: Reader, expected: OpenTag | undefined): OpenTag {
  const at = byteOffset(reader, reader.position)
  if (!expected) throw unparsable(`Unexpected end tag at byte offset ${at}`)
  reader.position += 2
  const name = readUntil(reader, /[\s\0>]/)
  skipSpace(reader)
  if (reader.source[reader.position] !== '>') throw unparsable(`Unclosed end tag at byte offset ${at}`)
  reader.position++
  if (name !== '' && name !== expected.name) {
    throw unparsable(`Unmatched end tag at byte offset ${at}, expected "</${expected.name}>", found "</${name}>"`)
  }
  return expected
}

function readUntil(reader: Reader, stop: RegExp): string {
  const start = reader.position
  while (reader.position < reader.source.length && !stop.test(reader.source[reader.position] ?? '')) reader.position++
  return reader.source.slice(start, reader.position)
}

function skipSpace(reader: Reader): void {
  while (/[ \t\r\n\0\v]/.test(reader.source[reader.position] ?? '')) reader.position++
}
