import { FormattedString } from '@grammyjs/parse-mode'
import { fold } from '../../language/fold.ts'
import { LANGUAGE } from '../../language/language.ts'
import type { ShelfItem, ShelfQuote, Speaker } from '../../shelf/shelf.ts'
import { blocks, clip, lines, type Rich, rich, verbatim } from '../../text/rich.ts'
import { type ButtonRow, grid, openButton, row } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { type Listing, type ListPage, numberedItem, pageOfList } from '../listing.ts'
import { phrase, type View } from '../view.ts'
import { articlesButton } from './front.ts'
import { quoteItem, quoteWords } from './quote.ts'

const QUOTES_A_PAGE = 5
const SPEAKERS_SHOWN = 6
const MOST_SOURCES = 4

/** Who said what in all articles on hand, newest first, with buttons for those who speak most. */
export function renderAllQuotes(page: number, view: View): Listing {
  const { shelf, wording, audience } = view
  const speakers = shelf.speakers
    .slice(0, SPEAKERS_SHOWN)
    .map(({ key, name }) => openButton(clip(name, 40), { view: 'speaker', speaker: key, page: 0 }, audience))
  const list = {
    heading: FormattedString.b(phrase(wording, 'part-quotes')),
    quotes: shelf.items.flatMap((item) => item.briefing.quotes.map((quote) => ({ item, quote }))),
    quoteText: quoteItem,
    rows: grid(wording, 2, speakers),
  }
  return listQuotes(list, { page, screenAt: (at) => ({ view: 'all-quotes', page: at }) }, view)
}

/** All quotes of one speaker, over all articles on hand. */
export function renderSpeaker({ key, name, quotes }: Speaker, page: number, view: View): Listing {
  const { wording, audience } = view
  const role = quotes.find(({ quote }) => quote.role !== null)?.quote.role ?? null
  const list = {
    heading: lines(
      FormattedString.b(rich(clip(name, 120), wording.direction)),
      role === null || role === name ? null : rich(clip(role, 120), wording.direction),
    ),
    quotes,
    quoteText: quoteWords,
    rows: [[openButton(wording.say('button-all-quotes'), { view: 'all-quotes', page: 0 }, audience)]],
  }
  return listQuotes(list, { page, screenAt: (at) => ({ view: 'speaker', speaker: key, page: at }) }, view)
}

type QuoteList = {
  readonly heading: Rich
  readonly quotes: readonly ShelfQuote[]
  /** A quote with its speaker, or without under the speaker's own heading. */
  readonly quoteText: typeof quoteItem
  readonly rows: readonly ButtonRow[]
}

function listQuotes({ heading, quotes, quoteText, rows }: QuoteList, at: ListPage, view: View): Listing {
  const { wording } = view
  const items = distinctQuotes(quotes).map((same, index) => {
    const [{ item, quote }] = same
    const words = quoteText(quote, item.briefing.article.language, wording)
    const text = lines(words, ...same.map((one) => sourceLine(one.item, view)))
    return numberedItem({ text, index, screen: contextOf(same[0]) }, view)
  })
  return {
    heading: items.length === 0 ? blocks(heading, phrase(wording, 'no-quotes')) : heading,
    ...pageOfList(items, QUOTES_A_PAGE, at),
    columns: 5,
    footer: { rows: [...rows, row(wording, articlesButton(view))] },
  }
}

/** The same words of the same speaker in several articles are one quote with several sources. */
function distinctQuotes(quotes: readonly ShelfQuote[]): readonly (readonly [ShelfQuote, ...ShelfQuote[]])[] {
  const byWords = new Map<string, [ShelfQuote, ...ShelfQuote[]]>()
  for (const one of quotes) {
    const words = fold(`${one.quote.speaker ?? ''} ${one.quote.text}`)
    const same = byWords.get(words)
    if (same === undefined) byWords.set(words, [one])
    else if (same.length < MOST_SOURCES) same.push(one)
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
