import { FormattedString } from '@grammyjs/parse-mode'
import type { Key } from '../../article/key.ts'
import { consonantsOf } from '../../language/consonants.ts'
import { type Direction, directionOf } from '../../language/direction.ts'
import { fold } from '../../language/fold.ts'
import { LANGUAGE } from '../../language/language.ts'
import type { ArchiveSpeaker } from '../../shelf/archive.ts'
import type { ShelfItem, ShelfQuote } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { packPages } from '../../text/pages.ts'
import { blocks, clip, lines, type Rich, rich, verbatim } from '../../text/rich.ts'
import { type ButtonRow, grid, openButton } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { type Listed, type Listing, numberedItem } from '../listing.ts'
import { beginningOf } from '../short-message.ts'
import { phrase, type View } from '../view.ts'
import { type ContextScreen, renderContext } from './context.ts'
import { wayRow } from './front.ts'
import { sourceOf } from './origin.ts'
import { quoteItem, quoteWords } from './quote.ts'

export const QUOTES_A_PAGE = 5
const SPEAKERS_SHOWN = 6
/** Speakers looked at: one who is named in two scripts is shown once. */
export const SPEAKERS_LOOKED_AT = 2 * SPEAKERS_SHOWN
/** Where a page's quotes don't fit a message whole, each is cut to so many UTF-16 units. */
const CUT_LENGTH = 500

/** Who said what in all articles on hand, newest first, with buttons for those who speak most. */
export function renderAllQuotes(
  { quotes, speakers }: { quotes: Listed<ShelfQuote>; speakers: readonly ArchiveSpeaker[] },
  view: View,
): Listing {
  const { wording } = view
  const list = {
    heading: FormattedString.b(phrase(wording, 'part-quotes')),
    quotes,
    quoteText: quoteItem,
    rows: speakerRows(speakers, view),
  }
  return listQuotes(list, ALL_QUOTES, view)
}

/** One of all quotes in its paragraph; `null` when its article no longer has it. */
export function renderSpoken(quotes: Listed<ShelfQuote>, view: View): Message | null {
  return renderQuoteIn(quotes, ALL_QUOTES, view)
}

/** One of a speaker's quotes in its paragraph; `null` when its article no longer has it. */
export function renderSaid(speaker: Key, quotes: Listed<ShelfQuote>, view: View): Message | null {
  return renderQuoteIn(quotes, quotesOf(speaker), view)
}

/** The screens of a list of quotes: of a page, and of a quote by its place. */
type QuoteScreens = { readonly pageAt: (page: number) => Screen; readonly quoteAt: (index: number) => Screen }

const ALL_QUOTES: QuoteScreens = {
  pageAt: (page) => ({ view: 'all-quotes', page }),
  quoteAt: (index) => ({ view: 'spoken', index }),
}

function quotesOf(speaker: Key): QuoteScreens {
  return {
    pageAt: (page) => ({ view: 'speaker', speaker, page }),
    quoteAt: (index) => ({ view: 'said', speaker, index }),
  }
}

function renderQuoteIn(quotes: Listed<ShelfQuote>, { pageAt, quoteAt }: QuoteScreens, view: View): Message | null {
  const [shown] = quotes.items
  if (shown === undefined) return null
  const { page, pages } = quotes
  const parentOf = (index: number) => pageAt(Math.floor(index / QUOTES_A_PAGE))
  return renderContext(shown.item, contextOf(shown), view, { pager: { page, pages, screenAt: quoteAt, parentOf } })
}

/** A button for each speaker that opens their quotes. */
function speakerRows(speakers: readonly ArchiveSpeaker[], { wording, audience }: View): readonly ButtonRow[] {
  const buttons = distinctPeople(speakers, wording.direction).map(({ key, name }) =>
    openButton(clip(name, 40), { view: 'speaker', speaker: key, page: 0 }, audience),
  )
  return grid(wording, 2, buttons)
}

/** The first speakers; one whose name is there in the reader's script too is left out. */
function distinctPeople(speakers: readonly ArchiveSpeaker[], direction: Direction): readonly ArchiveSpeaker[] {
  const isOwn = ({ name }: ArchiveSpeaker) => directionOf(name) === direction
  const own = new Set(speakers.filter(isOwn).map(({ name }) => consonantsOf(name)))
  return speakers.filter((one) => isOwn(one) || !own.has(consonantsOf(one.name))).slice(0, SPEAKERS_SHOWN)
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
  return listQuotes(list, quotesOf(key), view)
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
  { pageAt, quoteAt }: QuoteScreens,
  view: View,
): Listing {
  const { wording } = view
  const { page, pages } = quotes
  const pieces = distinctQuotes(quotes.items).map((same) => {
    const [{ item, quote }] = same
    const words = quoteText(quote, item.briefing.article.language, wording)
    const index = page * QUOTES_A_PAGE + quotes.items.indexOf(same[0])
    return { words, sources: same.map((one) => sourceLine(one.item, view)), screen: quoteAt(index) }
  })
  const isWhole = packPages(pieces.map(({ words, sources }) => lines(words, ...sources))).length === 1
  const items = pieces.map(({ words, sources, screen }, place) => {
    const text = lines(isWhole ? words : beginningOf(words, CUT_LENGTH), ...sources)
    return numberedItem({ text, index: page * QUOTES_A_PAGE + place, screen }, view)
  })
  return {
    heading: items.length === 0 ? blocks(heading, phrase(wording, 'no-speakers')) : heading,
    items,
    pager: { page, pages, screenAt: pageAt },
    columns: 5,
    footer: { rows: [...rows, wayRow(null, view)] },
  }
}

/** The same words of the same speaker in several articles are one quote with several sources. */
export function distinctQuotes(quotes: readonly ShelfQuote[]): readonly (readonly [ShelfQuote, ...ShelfQuote[]])[] {
  const byWords = new Map<string, [ShelfQuote, ...ShelfQuote[]]>()
  for (const one of quotes) {
    const words = fold(`${one.quote.speaker ?? ''} ${one.quote.text}`)
    const same = byWords.get(words)
    if (same === undefined) byWords.set(words, [one])
    else same.push(one)
  }
  return [...byWords.values()]
}

function contextOf({ item, quote }: ShelfQuote): ContextScreen {
  return { view: 'context', article: item.key, what: 'quote', index: item.briefing.quotes.indexOf(quote) }
}

/** The article's title and its source, which links to the page. */
function sourceLine(item: ShelfItem, view: View): Rich {
  const { wording } = view
  const { title, language } = item.briefing.article
  const words = clip(title.text, 100)
  const isForeign = LANGUAGE[language].direction !== wording.direction
  const from = isForeign ? verbatim(words, language) : phrase(wording, 'from-article', { title: words })
  const source = sourceOf(item, view)
  if (source === null || isForeign) return lines(from, source)
  return FormattedString.join([from, new FormattedString(' · '), source])
}
