import type { Context, Filter } from 'grammy'
import type { InlineQueryResult, InlineQueryResultsButton } from 'grammy/types'
import { encodePress } from '../messages/buttons/press.ts'
import { type CardPage, foundCards, type InlineCard, matchingCards, quotesIn, todaysCards } from '../messages/inline.ts'
import type { View } from '../messages/view.ts'
import { parseQuery } from '../search/query.ts'
import type { Archive } from '../shelf/archive.ts'
import type { ShelfQuote } from '../shelf/shelf.ts'
import { quietly } from '../telegram/errors.ts'
import { optionsFor } from '../telegram/options.ts'
import { type BotParts, languageForChat } from './chat-context.ts'
import { newestFor } from './find-article.ts'

/** Results a page, the Bot API's limit: https://core.telegram.org/bots/api#answerinlinequery */
const PAGE = 50
const CACHE_SECONDS = 300
const MOST_PASSAGES = 100
/** Query words that are looked up as speakers, and quotes looked at of each speaker. */
const MOST_NAMES = 5
const QUOTES_OF_EACH = 30

/** Answers `@bot words` in any chat with quotes, briefings and passages to send; cached for each person, in their language. */
export async function answerInline(ctx: Filter<Context, 'inline_query'>, parts: BotParts): Promise<void> {
  const { query, offset } = ctx.inlineQuery
  // a private chat's id is the person's, so its settings hold wherever they write
  const chat = await parts.store.chats.find(ctx.from.id)
  const wording = parts.wordings(chat?.language ?? languageForChat(ctx) ?? parts.defaultLanguage, chat?.digits)
  const view: View = { wording, audience: { kind: 'channel', botUsername: ctx.me.username } }
  const from = /^\d{1,6}$/.test(offset) ? Number(offset) : 0
  const words = query.trim()
  const found =
    words === ''
      ? await parts.inlinePages(`${from} ${wording.language} ${wording.digits}`, () => todaysPage(from, view, parts))
      : pageOf(await cardsFor(words, view, parts), from)
  const answered = () =>
    ctx.answerInlineQuery(found.cards.map(resultOf), {
      cache_time: CACHE_SECONDS,
      is_personal: true,
      next_offset: found.hasMore ? String(from + PAGE) : '',
      ...(found.cards.length === 0 ? { button: nothingFound(view) } : {}),
    })
  // a query too old to be answered: whoever typed it has typed on
  if (!(await quietly(answered, 400))) parts.log.debug('an inline query could not be answered')
}

/** A line over no results that opens the bot: https://core.telegram.org/bots/api#inlinequeryresultsbutton */
function nothingFound({ wording }: View): InlineQueryResultsButton {
  return {
    text: wording.say('inline-nothing'),
    start_parameter: encodePress({ kind: 'open', screen: { view: 'help' } }),
  }
}

function pageOf(cards: readonly InlineCard[], from: number): CardPage {
  return { cards: cards.slice(from, from + PAGE), hasMore: from + PAGE < cards.length }
}

/** Today's briefing and a quote of each speaker, the most quoted first. */
async function todaysPage(from: number, view: View, { library: { archive } }: BotParts): Promise<CardPage> {
  const today = await newestFor(archive, view.wording.language)
  if (today === null) return pageOf([], 0)
  const isFirst = from === 0
  const limit = isFirst ? PAGE - 1 : PAGE
  const offset = Math.max(0, from - 1)
  const { items, total } = await archive.speakers({ offset, limit })
  const quotes = await newestQuotes(
    archive,
    items.map(({ key }) => key),
    1,
  )
  return { cards: todaysCards({ today: isFirst ? today : null, quotes }, view), hasMore: offset + limit < total }
}

async function cardsFor(words: string, view: View, { library, now }: BotParts): Promise<readonly InlineCard[]> {
  const query = parseQuery(words, now().toISOString().slice(0, 10))
  const { hits, fit } = await library.search.find(query, { limit: MOST_PASSAGES, offset: 0 })
  const fitting = fit === 'all' || fit === 'apart' ? hits : []
  const isPlain = [query.phrases, query.speakers, query.sources].every((part) => part.length === 0)
  if (!isPlain || query.after !== null || query.before !== null) {
    const { speakers, phrases } = query
    return foundCards({ passages: fit === 'all' ? hits : [], speakers, phrases }, view)
  }
  const { archive } = library
  const titled = await archive.titled(words)
  const named = query.words.slice(0, MOST_NAMES).map((word) => archive.speakersNamed(word, 1))
  const speakers = new Set((await Promise.all(named)).flat().map(({ key }) => key))
  const quotes = [...quotesIn(fitting), ...(await newestQuotes(archive, [...speakers], QUOTES_OF_EACH))]
  const items = [...(titled === null ? [] : [titled]), ...fitting.map(({ item }) => item)]
  const candidates = { quotes, items, passages: fitting }
  return matchingCards(words, candidates, view)
}

async function newestQuotes(
  archive: Archive,
  speakers: readonly string[],
  limit: number,
): Promise<readonly ShelfQuote[]> {
  return (await Promise.all(speakers.map((key) => archive.quotesOf(key, { offset: 0, limit })))).flat()
}

function resultOf({ id, title, description, message }: InlineCard): InlineQueryResult {
  const { reply_markup, ...content } = optionsFor(message)
  const input_message_content = { message_text: message.text, ...content }
  return { type: 'article', id, title, description, input_message_content, reply_markup }
}
