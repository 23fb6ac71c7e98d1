import type { Context, Filter } from 'grammy'
import type { InlineQueryResult } from 'grammy/types'
import { foundCards, type InlineCard, matchingCards, todaysCards } from '../messages/inline.ts'
import type { View } from '../messages/view.ts'
import { parseQuery } from '../search/query.ts'
import { optionsFor } from '../telegram/options.ts'
import { type BotParts, languageOf } from './chat-context.ts'

/** Results a page, the Bot API's limit: https://core.telegram.org/bots/api#answerinlinequery */
const PAGE = 50
const CACHE_SECONDS = 300
const MOST_PASSAGES = 100

/** Answers `@bot words` in any chat with quotes, briefings and passages to send; cached for each person, whose language it is in. */
export async function answerInline(ctx: Filter<Context, 'inline_query'>, parts: BotParts): Promise<void> {
  const { query, offset } = ctx.inlineQuery
  // a private chat's id is the person's, so what was chosen there holds wherever they write
  const chat = await parts.store.chats.find(ctx.from.id)
  const wording = parts.wordings(chat?.language ?? languageOf(ctx) ?? parts.defaultLanguage, chat?.digits)
  const audience = { kind: 'channel' as const, botUsername: ctx.me.username }
  const cards = await cardsFor(query.trim(), { shelf: parts.library.shelf(), wording, audience }, parts)
  const from = /^\d{1,6}$/.test(offset) ? Number(offset) : 0
  const next = from + PAGE < cards.length ? String(from + PAGE) : ''
  await ctx.answerInlineQuery(cards.slice(from, from + PAGE).map(resultOf), {
    cache_time: CACHE_SECONDS,
    is_personal: true,
    next_offset: next,
  })
}

async function cardsFor(words: string, view: View, { library, now }: BotParts): Promise<readonly InlineCard[]> {
  if (words === '') return todaysCards(view)
  const query = parseQuery(words, now().toISOString().slice(0, 10))
  const { hits, fit } = await library.search.find(query, { limit: MOST_PASSAGES, offset: 0 })
  const fitting = fit === 'all' || fit === 'apart' ? hits : []
  const isPlain = [query.phrases, query.speakers, query.sources].every((part) => part.length === 0)
  if (isPlain && query.after === null && query.before === null) return matchingCards(words, fitting, view)
  const { speakers, phrases } = query
  return foundCards({ passages: fit === 'all' ? hits : [], speakers, phrases }, view)
}

function resultOf({ id, title, description, message }: InlineCard): InlineQueryResult {
  const { reply_markup, ...content } = optionsFor(message)
  const input_message_content = { message_text: message.text, ...content }
  return { type: 'article', id, title, description, input_message_content, reply_markup }
}
