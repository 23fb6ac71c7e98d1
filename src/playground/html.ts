import type { MessageEntity } from '@grammyjs/types'
import { type FormattedText, sortEntities } from './formatted-text.ts'
import { checkedLink, mentionedUserId } from './links.ts'
import { badRequest } from './refusal.ts'

// One pass over the source with a stack of open tags. Offsets in errors count bytes of UTF-8, offsets of entities
// UTF-16 units of the text built so far; both as Telegram reports them.
//
//   source  a <b>b <i>c</i></b>      open: [b] → [b, i] → [b] → []
//   text    a b c                    closed in the order of their end tags, sorted at the end

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
)

type OpenTag = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly offset: number }
type Reader = { readonly source: string; position: number }

/** Reads `parse_mode: HTML` exactly as Telegram does; throws its refusal `can't parse entities: …`. */
export function parseHtml(source: string): FormattedText {
  const reader: Reader = { source, position: 0 }
  const open: OpenTag[] = []
  const closed: Closed[] = []
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
      close(closed, readEndTag(reader, open.at(-1)), text)
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

// A `code` keeps its language until the end: only a `pre` of the same extent makes use of it.
type Closed = { readonly entity: MessageEntity; readonly language: string }

function close(closed: Closed[], tag: OpenTag, text: string): void {
  const range = { offset: tag.offset, length: text.length - tag.offset }
  if (range.length === 0) return
  const language = languageOf(tag)
  const last = closed.at(-1)
  const inside = last?.entity.offset === range.offset && last.entity.length === range.length ? last : undefined
  if (tag.name === 'pre' && inside?.entity.type === 'code' && inside.language !== '') {
    closed.splice(-1, 1, { entity: { type: 'pre', ...range, language: inside.language }, language: '' })
  } else if (tag.name === 'code' && inside?.entity.type === 'pre' && language !== '') {
    closed.splice(-1, 1, { entity: { type: 'pre', ...range, language }, language: '' })
  } else {
    const entity = entityOf(tag, range, text.slice(tag.offset))
    if (entity) closed.push({ entity, language: entity.type === 'code' ? language : '' })
  }
}

function languageOf(tag: OpenTag): string {
  const value = tag.attributes.get('class') ?? ''
  return value.startsWith('language-') ? value.slice('language-'.length) : ''
}

type Range = { readonly offset: number; readonly length: number }

function entityOf(tag: OpenTag, range: Range, content: string): MessageEntity | null {
  switch (tag.name) {
    case 'b':
    case 'strong':
      return { type: 'bold', ...range }
    case 'i':
    case 'em':
      return { type: 'italic', ...range }
    case 's':
    case 'strike':
    case 'del':
      return { type: 'strikethrough', ...range }
    case 'u':
    case 'ins':
      return { type: 'underline', ...range }
    case 'span':
    case 'tg-spoiler':
      return { type: 'spoiler', ...range }
    case 'pre':
      return { type: 'pre', ...range }
    case 'code':
      return { type: 'code', ...range }
    case 'blockquote':
      return { type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...range }
    case 'tg-emoji':
      return { type: 'custom_emoji', ...range, custom_emoji_id: tag.attributes.get('emoji-id') ?? '' }
    case 'tg-time':
      return dateEntity(tag, range)
    default:
      return linkEntity(tag.attributes.get('href') || content, range)
  }
}

function linkEntity(target: string, range: Range): MessageEntity | null {
  const userId = mentionedUserId(target)
  if (userId !== null) {
    return { type: 'text_mention', ...range, user: { id: userId, is_bot: false, first_name: '' } }
  }
  const url = checkedLink(target)
  return url === null ? null : { type: 'text_link', ...range, url }
}

function checkDateFormat(format: string): void {
  if (!/^(?:r|[wdtDTW]*)$/.test(format)) throw unparsable('Invalid date format used')
}

/** The parts in Telegram's order; where both lengths of a part are asked for, the short one is told. */
function dateEntity(tag: OpenTag, range: Range): MessageEntity {
  const asked = tag.attributes.get('format') ?? ''
  const day = /w/i.test(asked) ? 'w' : ''
  const date = asked.includes('d') ? 'd' : asked.includes('D') ? 'D' : ''
  const time = asked.includes('t') ? 't' : asked.includes('T') ? 'T' : ''
  const format = asked === 'r' ? asked : (`${day}${date}${time}` as const)
  return { type: 'date_time', ...range, unix_time: Number(tag.attributes.get('unix') ?? 0), date_time_format: format }
}
