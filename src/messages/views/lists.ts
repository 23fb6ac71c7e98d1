import { FormattedString } from '@grammyjs/parse-mode'
import { fold } from '../../language/fold.ts'
import { LANGUAGE } from '../../language/language.ts'
import type { ShelfItem, ShelfQuote, Speaker } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { packPages } from '../../text/pages.ts'
import { blocks, clip, lines, numbered, type Rich, rich, verbatim } from '../../text/rich.ts'
import { grid, openButton, pagerRow, row } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { articleTitle, nearestPage, phrase, toMessage, type View } from '../view.ts'
import { articlesButton, originOf } from './front.ts'
import { numberRow } from './parts.ts'
import { quoteItem, quoteWords } from './quote.ts'

const ARTICLES_A_PAGE = 6
const QUOTES_A_PAGE = 5
const SPEAKERS_SHOWN = 6
const MOST_SOURCES = 4

/** What is on hand, newest first, each with a button that opens it. */
export function renderArticles(page: number, view: View): Message {
  const { shelf, wording, audience } = view
  if (shelf.items.length === 0) return toMessage(phrase(wording, 'nothing-on-hand'), [])
  const pages = Math.ceil(shelf.items.length / ARTICLES_A_PAGE)
  const at = nearestPage(page, pages)
  const shown = shelf.items.slice(at * ARTICLES_A_PAGE, (at + 1) * ARTICLES_A_PAGE)
  const text = blocks(
    FormattedString.b(phrase(wording, 'articles-on-hand', { count: shelf.items.length })),
    ...shown.map((item) => lines(articleTitle(item, wording), originOf(item, view))),
  )
  const open = (label: string, to: number) => openButton(label, { view: 'articles', page: to }, audience)
  return toMessage(text, [
    ...grid(
      wording,
      1,
      shown.map((item) => frontButton(item, view)),
    ),
    pagerRow({ page: at, pages }, open, wording),
  ])
}

/** Who said what in all articles on hand, newest first, with buttons for those who speak most. */
export function renderSaid(page: number, view: View): Message {
  const { shelf, wording, audience } = view
  const quotes = shelf.items.flatMap((item) => item.briefing.quotes.map((quote) => ({ item, quote })))
  const speakers = shelf.speakers
    .slice(0, SPEAKERS_SHOWN)
    .map(({ key, name }) => openButton(clip(name, 40), { view: 'speaker', speaker: key, page: 0 }, audience))
  const heading = FormattedString.b(phrase(wording, 'part-quotes'))
  return renderQuotes(
    { heading, quotes, item: quoteItem, page, to: (at) => ({ view: 'all-quotes', page: at }) },
    view,
    grid(wording, 2, speakers),
  )
}

/** All that one speaker said, over all articles on hand. */
export function renderSpeaker(speaker: Speaker, page: number, view: View): Message {
  const role = speaker.quotes.find(({ quote }) => quote.role !== null)?.quote.role ?? null
  const heading = lines(
    FormattedString.b(rich(clip(speaker.name, 120), view.wording.direction)),
    role === null || role === speaker.name ? null : rich(clip(role, 120), view.wording.direction),
  )
  const to = (at: number): Screen => ({ view: 'speaker', speaker: speaker.key, page: at })
  const back = openButton(view.wording.say('button-all-quotes'), { view: 'all-quotes', page: 0 }, view.audience)
  return renderQuotes({ heading, quotes: speaker.quotes, item: quoteWords, page, to }, view, [[back]])
}

type QuoteList = {
  readonly heading: Rich
  readonly quotes: readonly ShelfQuote[]
  /** How a quote is shown: with its speaker, or under the speaker's own heading without. */
  readonly item: typeof quoteItem
  readonly page: number
  readonly to: (page: number) => Screen
}

function renderQuotes(list: QuoteList, view: View, rows: ReturnType<typeof grid>): Message {
  const { wording, audience } = view
  const distinct = distinctQuotes(list.quotes)
  const items = distinct.map(([first, ...others], index) => {
    const words = list.item(first.quote, first.item.briefing.article.language, wording)
    return numbered(
      wording.count(index + 1),
      lines(words, ...[first, ...others].map(({ item }) => sourceLine(item, view))),
    )
  })
  const pages = packPages(items, QUOTES_A_PAGE)
  const at = nearestPage(list.page, pages.length)
  const shown = pages[at]
  const body = shown?.text.rawText ? shown.text : phrase(wording, 'no-quotes')
  const open = (label: string, page: number) => openButton(label, list.to(page), audience)
  const text = blocks(list.heading, body)
  const wayIn = (shown?.items ?? []).flatMap((index) => {
    const first = distinct[index]?.[0]
    return first === undefined ? [] : [{ number: index + 1, screen: contextOf(first) }]
  })
  return toMessage(text, [
    ...numberRow(wayIn, view),
    pagerRow({ page: at, pages: pages.length }, open, wording),
    ...rows,
    row(wording, articlesButton(view)),
  ])
}

/** The same words of the same speaker in several articles are one quote with several sources. */
function distinctQuotes(quotes: readonly ShelfQuote[]): readonly (readonly [ShelfQuote, ...ShelfQuote[]])[] {
  const byWords = new Map<string, [ShelfQuote, ...ShelfQuote[]]>()
  for (const said of quotes) {
    const words = fold(`${said.quote.speaker ?? ''} ${said.quote.text}`)
    const same = byWords.get(words)
    if (same === undefined) byWords.set(words, [said])
    else if (same.length < MOST_SOURCES) same.push(said)
  }
  return [...byWords.values()]
}

function contextOf({ item, quote }: ShelfQuote): Screen {
  return { view: 'context', article: item.key, what: 'quote', index: item.briefing.quotes.indexOf(quote) }
}

function sourceLine(item: ShelfItem, { wording }: View): Rich {
  const { title, language } = item.briefing.article
  if (LANGUAGE[language].direction !== wording.direction)
    return FormattedString.i(verbatim(clip(title.text, 100), language))
  return FormattedString.i(phrase(wording, 'from-article', { title: clip(title.text, 100) }))
}

function frontButton(item: ShelfItem, { audience }: View) {
  return openButton(clip(item.briefing.article.title.text, 60), { view: 'front', article: item.key }, audience)
}
