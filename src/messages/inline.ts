import { paragraphsOf } from '../article/article.ts'
import type { Quote } from '../briefing/briefing.ts'
import { fold } from '../language/fold.ts'
import { contentStems } from '../language/stems.ts'
import type { ShelfItem, ShelfQuote } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import { blocks, clip, verbatim } from '../text/rich.ts'
import { openButton } from './buttons/keyboard.ts'
import { type ArticleScreen, encodePress } from './buttons/press.ts'
import { toMessage, type View } from './view.ts'
import { distinctQuotes } from './views/all-quotes.ts'
import { cardText } from './views/card.ts'
import { titleAndOrigin } from './views/origin.ts'
import { quoteItem } from './views/quote.ts'

/** An inline result: its title and description in the list, and the message it becomes; `id`: at most 64 bytes. */
export type InlineCard = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly message: Message
}

/** Some of the results, in their order. */
export type CardPage = { readonly cards: readonly InlineCard[]; readonly hasMore: boolean }

/** A paragraph of an article on hand. */
export type ShelfPassage = { readonly item: ShelfItem; readonly paragraph: number }

/** The results for an empty query: today's briefing and quotes of those who speak most. */
export function todaysCards(
  { today, quotes }: { today: ShelfItem | null; quotes: readonly ShelfQuote[] },
  view: View,
): readonly InlineCard[] {
  return [...(today === null ? [] : [briefCard(today, view)]), ...quotes.map((quote) => quoteCard(quote, view))]
}

/** What may contain the words of a query. */
export type InlineCandidates = {
  readonly quotes: readonly ShelfQuote[]
  readonly items: readonly ShelfItem[]
  readonly passages: readonly ShelfPassage[]
}

/** The results for words, each once, and a quote once however many articles have it: quotes and briefings that contain them all, then the passages found. */
export function matchingCards(words: string, candidates: InlineCandidates, view: View): readonly InlineCard[] {
  const has = (item: ShelfItem, text: string) => {
    const { language } = item.briefing.article
    const wanted = contentStems(words, language)
    const stems = new Set(contentStems(text, language))
    return wanted.length > 0 && wanted.every((stem) => stems.has(stem))
  }
  const quotes = candidates.quotes.filter(({ item, quote: { text, speaker, role } }) =>
    has(item, `${speaker ?? ''} ${role ?? ''} ${text}`),
  )
  const briefings = candidates.items.filter((item) =>
    has(item, `${item.briefing.article.title.text} ${item.briefing.article.keywords.join(' ')}`),
  )
  const cards = [
    ...distinctQuotes(quotes).map(([quote]) => quoteCard(quote, view)),
    ...briefings.map((item) => briefCard(item, view)),
    ...candidates.passages.map((one) => passageCard(one, view)),
  ]
  return [...new Map(cards.map((card) => [card.id, card])).values()]
}

/** The results for filters and exact phrases: the matching quotes in the passages found, then the passages. */
export function foundCards(found: Found, view: View): readonly InlineCard[] {
  const isMeant = ({ text, speaker }: Quote) =>
    found.phrases.every((phrase) => fold(text).includes(fold(phrase))) &&
    (found.speakers.length === 0 || found.speakers.some((name) => hasName(speaker ?? '', name)))
  const quotes = quotesIn(found.passages).filter(({ quote }) => isMeant(quote))
  return [
    ...distinctQuotes(quotes).map(([quote]) => quoteCard(quote, view)),
    ...found.passages.map((one) => passageCard(one, view)),
  ]
}

/** The quotes that begin in passages. */
export function quotesIn(passages: readonly ShelfPassage[]): readonly ShelfQuote[] {
  return passages.flatMap(({ item, paragraph }) =>
    item.briefing.quotes.filter((quote) => quote.at[0]?.paragraph === paragraph).map((quote) => ({ item, quote })),
  )
}

/** Passages found; `speakers`, `phrases`: those of the query. */
export type Found = {
  readonly passages: readonly ShelfPassage[]
  readonly speakers: readonly string[]
  readonly phrases: readonly string[]
}

function hasName(full: string, name: string): boolean {
  const parts = fold(full).split(/\s+/)
  return fold(name)
    .split(/[\s_]+/)
    .every((word) => parts.includes(word))
}

/** An article in a minute. */
export function briefCard(item: ShelfItem, view: View): InlineCard {
  const { article, summary } = item.briefing
  const place: ArticleScreen = { view: 'front', article: item.key }
  return cardOf(place, { title: article.title.text, description: summary.line, text: cardText(item, view) }, view)
}

function quoteCard({ item, quote }: ShelfQuote, view: View): InlineCard {
  const { language } = item.briefing.article
  const index = item.briefing.quotes.indexOf(quote)
  const text = blocks(
    quoteItem({ ...quote, text: clip(quote.text, 3000) }, language, view.wording),
    titleAndOrigin(item, view),
  )
  const title = quote.speaker ?? view.wording.say('speaker-unknown')
  const place: ArticleScreen = { view: 'context', article: item.key, what: 'quote', index }
  return cardOf(place, { title, description: quote.text, text }, view)
}

export function passageCard({ item, paragraph }: ShelfPassage, view: View): InlineCard {
  const { article } = item.briefing
  const words = paragraphsOf(article)[paragraph] ?? ''
  const text = blocks(verbatim(clip(words, 3000), article.language), titleAndOrigin(item, view))
  const place: ArticleScreen = { view: 'context', article: item.key, what: 'paragraph', index: paragraph }
  return cardOf(place, { title: article.title.text, description: words, text }, view)
}

/** A message made elsewhere as a result: the first line of it tells it apart in the list. */
export function messageCard(id: string, title: string, message: Message): InlineCard {
  const [first = ''] = message.text.split('\n', 1)
  return { id, title, description: clip(first, 200), message }
}

type CardText = { readonly title: string; readonly description: string; readonly text: Parameters<typeof toMessage>[0] }

function cardOf(place: ArticleScreen, { title, description, text }: CardText, { wording, audience }: View): InlineCard {
  const button = openButton(wording.say('button-open-bot'), place, { ...audience, kind: 'channel' })
  return {
    id: encodePress({ kind: 'open', screen: place }),
    title: clip(title, 120) || wording.say('todays-briefing'),
    description: clip(description, 200),
    message: toMessage(text, [[button]]),
  }
}
