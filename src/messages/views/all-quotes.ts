import { FormattedString } from '@grammyjs/parse-mode'
import { fold } from '../../language/fold.ts'
import { LANGUAGE } from '../../language/language.ts'
import type { ArchiveSpeaker } from '../../shelf/archive.ts'
import type { ShelfItem, ShelfQuote } from '../../shelf/shelf.ts'
import { packPages } from '../../text/pages.ts'
import { blocks, clip, lines, type Rich, rich, verbatim } from '../../text/rich.ts'
import { type ButtonRow, grid, openButton, row } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { type Listed, type Listing, numberedItem } from '../listing.ts'
import { beginningOf } from '../short-message.ts'
import { phrase, type View } from '../view.ts'
import { articlesButton } from './front.ts'
import { quoteItem, quoteWords } from './quote.ts'

export const QUOTES_A_PAGE = 5
export const SPEAKERS_SHOWN = 6
/** Where a page's quotes don't fit a message whole, each is cut to so many UTF-16 units. */
const CUT_LENGTH = 500

/** Who said what in all articles on hand, newest first, with buttons for those who speak most. */
export function renderAllQuotes(
  { quotes, speakers }: { quotes: Listed<ShelfQuote>; speakers: readonly ArchiveSpeaker[] },
  view: View,
): Listing {
  const { wording, audience } = view
  const buttons = speakers.map(({ key, name }) =>
    openButton(clip(name, 40), { view: 'speaker', speaker: key, page: 0 }, audience),
  )
  const list = {
    heading: FormattedString.b(phrase(wording, 'part-quotes')),
    quotes,
    quoteText: quoteItem,
    rows: grid(wording, 2, buttons),
  }
  return listQuotes(list, (page) => ({ view: 'all-quotes', page }), view)
}

/** Quotes of one speaker over all articles on hand; `role`: what the newest that names one says. */
export function renderSpeaker(
  { speaker, role, quotes }: { speaker: ArchiveSpeaker; role: string | null; quotes: Listed<ShelfQuote> },
  view: View,
): Listing {
  const { wording, audience } = view
  const { key, name } = speaker
  const list = {
    heading: lines(
      FormattedString.b(rich(clip(name, 120), wording.direction)),
      role === null || role === name ? null : rich(clip(role, 120), wording.direction),
    ),
    quotes,
    quoteText: quoteWords,
    rows: [[openButton(wording.say('button-all-quotes'), { view: 'all-quotes', page: 0 }, audience)]],
  }
  return listQuotes(list, (page) => ({ view: 'speaker', speaker: key, page }), view)
}

type QuoteList = {
  readonly heading: Rich
  readonly quotes: Listed<ShelfQuote>
  /** A quote with its speaker, or without under the speaker's own heading. */
  readonly quoteText: typeof quoteItem
  readonly rows: readonly ButtonRow[]
}

function listQuotes(
  { heading, quotes, quoteText, rows }: QuoteList,
  screenAt: (page: number) => Screen,
  view: View,
): Listing {
  const { wording } = view
  const { page, pages } = quotes
  const pieces = distinctQuotes(quotes.items).map((same) => {
    const [{ item, quote }] = same
    const words = quoteText(quote, item.briefing.article.language, wording)
    return { words, sources: same.map((one) => sourceLine(one.item, view)), screen: contextOf(same[0]) }
  })
  const isWhole = packPages(pieces.map(({ words, sources }) => lines(words, ...sources))).length === 1
  const items = pieces.map(({ words, sources, screen }, place) => {
    const text = lines(isWhole ? words : beginningOf(words, CUT_LENGTH), ...sources)
    return numberedItem({ text, index: page * QUOTES_A_PAGE + place, screen }, view)
  })
  return {
    heading: items.length === 0 ? blocks(heading, phrase(wording, 'no-speakers')) : heading,
    items,
    pager: { page, pages, screenAt },
    columns: 5,
    footer: { rows: [...rows, row(wording, articlesButton(view))] },
  }
}

/** The same words of the same speaker in several articles of a page are one quote with several sources. */
function distinctQuotes(quotes: readonly ShelfQuote[]): readonly (readonly [ShelfQuote, ...ShelfQuote[]])[] {
  const byWords = new Map<string, [ShelfQuote, ...ShelfQuote[]]>()
  for (const one of quotes) {
    const words = fold(`${one.quote.speaker ?? ''} ${one.quote.text}`)
    const same = byWords.get(words)
    if (same === undefined) byWords.set(words, [one])
    else same.push(one)
  }
  return [...byWords.values()]
}

function contextOf({ item, quote }: ShelfQuote): Screen {
  return { view: 'context', article: item.key, what: 'quote', index: item.briefing.quotes.indexOf(quote) }
}

function sourceLine(item: ShelfItem, { wording }: View): Rich {
  const { title, language } = item.briefing.article
  if (LANGUAGE[language].direction !== wording.direction) return verbatim(clip(title.text, 100), language)
  return phrase(wording, 'from-article', { title: clip(title.text, 100) })
}
