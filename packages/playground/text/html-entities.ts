import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../refusal.ts'
import { checkedLink, mentionedUserId } from './links.ts'

/** A start tag without its end so far; `offset` counts UTF-16 units of the text. */
export type OpenTag = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly offset: number
}

/** A closed tag's entity; a `code` keeps its language, which only a `pre` of the same extent uses. */
export type ClosedTag = { readonly entity: MessageEntity; readonly language: string }

/** Adds the entity of a closed tag, if it has one; a `pre` and a `code` of one extent become one. */
export function closeTag(closed: ClosedTag[], tag: OpenTag, text: string): void {
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

/** Throws for a format that `tg-time` does not have. */
export function checkDateFormat(format: string): void {
  if (!/^(?:r|[wdtDTW]*)$/.test(format)) throw badRequest("can't parse entities: Invalid date format used")
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
