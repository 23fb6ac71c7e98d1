import type { Context, Filter } from 'grammy'
import type { InlineQueryResult, InlineQueryResultsButton } from 'grammy/types'
import { encodePress } from '../messages/buttons/press.ts'
import { type CardPage, type InlineCard, todaysCards } from '../messages/inline.ts'
import type { View } from '../messages/view.ts'
import { linksIn } from '../requests/guest-question.ts'
import { optionsFor } from '../telegram/options.ts'
import { foundFor, newestQuotes, provenCards } from './answer-cards.ts'
import { type BotParts, languageForChat } from './chat-context.ts'
import { newestFor } from './find-article.ts'

/** Results a page, the Bot API's limit: https://core.telegram.org/bots/api#answerinlinequery */
const PAGE = 50
const CACHE_SECONDS = 300

/** Answers `@bot words` in any chat with quotes, briefings and passages to send; cached for each person, in their language. */
export async function answerInline(ctx: Filter<Context, 'inline_query'>, parts: BotParts): Promise<void> {
  const { query, offset } = ctx.inlineQuery
  const view = await viewFor(ctx, parts)
  const { wording } = view
  const from = /^\d{1,6}$/.test(offset) ? Number(offset) : 0
  const words = query.trim()
  const found =
    words === ''
      ? await parts.inlinePages(`${from} ${wording.language} ${wording.digits}`, () => todaysPage(from, view, parts))
      : pageOf(await answerCards(words, view, parts), from)
  await ctx.answerInlineQuery(found.cards.map(resultOf), {
    cache_time: CACHE_SECONDS,
    is_personal: true,
    next_offset: found.hasMore ? String(from + PAGE) : '',
    ...(found.cards.length === 0 ? { button: nothingFound(view) } : {}),
  })
}

/** For a person anywhere: a private chat's id is the person's, so its settings hold wherever they write; buttons are links. */
export async function viewFor(ctx: Context, parts: BotParts): Promise<View> {
  const chat = await parts.store.chats.find(ctx.from?.id ?? 0)
  const wording = parts.wordings(chat?.language ?? languageForChat(ctx) ?? parts.defaultLanguage, chat?.digits)
  return { wording, audience: { kind: 'channel', botUsername: ctx.me.username } }
}

/** What is proven of the words first, then what they find; each card once. */
async function answerCards(words: string, view: View, parts: BotParts): Promise<readonly InlineCard[]> {
  const proven = await provenCards({ text: words, links: linksIn(words) }, view, parts)
  const cards = [...proven, ...(await foundFor(words, view, parts))]
  return [...new Map(cards.map((card) => [card.id, card])).values()]
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

/** A card as the Bot API takes it, for inline and guest mode. */
export function resultOf({ id, title, description, message }: InlineCard): InlineQueryResult {
  const { reply_markup, ...content } = optionsFor(message)
  const input_message_content = { message_text: message.text, ...content }
  return { type: 'article', id, title, description, input_message_content, reply_markup }
}
