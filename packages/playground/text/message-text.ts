import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../refusal.ts'
import { cleanText, isBlank, trimText } from './clean-text.ts'
import { detectEntities } from './detect-entities.ts'
import { fixEntities } from './fix-entities.ts'
import type { FormattedText } from './formatted-text.ts'
import { parseHtml } from './html.ts'
import { checkedLink } from './links.ts'

/** The text of a request, with entities or a parse mode. */
export type SentText = {
  readonly text: string
  readonly entities?: readonly MessageEntity[] | undefined
  readonly parseMode?: string | undefined
}

// https://core.telegram.org/bots/api#sendmessage; the source and entity bounds are the servers' own.
const MAX_SOURCE_BYTES = 32_768
const MAX_ENTITIES = 100
const MAX_ENTITY_BYTES = 9_500

/** The text of a bot's message: 1–4096 UTF-16 units after parsing, at most 100 entities, the rest dropped in silence. */
export function readMessageText(sent: SentText): FormattedText {
  const shown = readText(sent)
  if (isBlank(shown.text)) throw badRequest('message text is empty')
  if (shown.text.length > 4096) throw badRequest('message is too long')
  return shown
}

/** A caption of 0–1024 UTF-16 units. */
export function readCaption(sent: SentText): FormattedText {
  const shown = readText(sent)
  if (isBlank(shown.text)) return { text: '', entities: [] }
  if (shown.text.length > 1024) throw badRequest('message caption is too long')
  return shown
}

/** The text of a person's message: cleaned, trimmed, with the entities that Telegram detects. */
export function readTyped(text: string): FormattedText {
  const shown = trimText(cleanText({ text, entities: [] }))
  return { text: shown.text, entities: detectEntities(shown.text).slice(0, MAX_ENTITIES) }
}

function readText(sent: SentText): FormattedText {
  if (Buffer.byteLength(sent.text) > MAX_SOURCE_BYTES) throw badRequest('message is too long')
  const cleaned = cleanText(parse(sent))
  const trimmed = trimText({ text: cleaned.text, entities: fixEntities(cleaned.entities) })
  const entities = fixEntities(trimmed.entities, detectEntities(trimmed.text)).slice(0, MAX_ENTITIES)
  if (entityBytes(entities) > MAX_ENTITY_BYTES) throw badRequest('message is too long')
  return { text: trimmed.text, entities }
}

function parse(sent: SentText): FormattedText {
  switch (sent.parseMode) {
    case undefined:
    case '':
      return { text: sent.text, entities: (sent.entities ?? []).flatMap(givenEntity) }
    case 'HTML':
      return parseHtml(sent.text)
    default:
      throw badRequest(`this playground does not read parse_mode ${sent.parseMode}; send entities or HTML`)
  }
}

// Telegram finds these by itself and passes over what a bot says about them.
const DETECTED = new Set(['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number'])

/** An entity as Telegram takes it from a bot: links checked and completed, none for what is no link. */
function givenEntity(entity: MessageEntity): readonly MessageEntity[] {
  if (DETECTED.has(entity.type)) return []
  if (entity.type !== 'text_link') return [entity]
  const url = checkedLink(entity.url)
  return url === null ? [] : [{ ...entity, url }]
}

// Each entity costs its place and kind, about 12 bytes, and whatever it carries.
function entityBytes(entities: readonly MessageEntity[]): number {
  return entities.reduce((sum, entity) => sum + 12 + carriedBytes(entity), 0)
}

function carriedBytes(entity: MessageEntity): number {
  switch (entity.type) {
    case 'text_link':
      return Buffer.byteLength(entity.url)
    case 'pre':
      return Buffer.byteLength(entity.language ?? '')
    case 'text_mention':
    case 'custom_emoji':
    case 'date_time':
      return 8
    default:
      return 0
  }
}
