import { FormattedString } from '@grammyjs/parse-mode'
import type { Briefing, Quote, RelatedStory } from '../../briefing/briefing.ts'
import type { Language } from '../../language/language.ts'
import { grid, openButton, pagerRow, row } from '../keyboard.ts'
import type { Message } from '../message.ts'
import { packPages } from '../pages.ts'
import { pageOf } from '../reading.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../rich.ts'
import type { Part } from '../screens.ts'
import type { ShelfItem } from '../shelf.ts'
import { nearestPage, partText, said, titleOf, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'

const QUOTES_A_PAGE = 5
const ITEMS_A_PAGE = 10
const NAME_LENGTH = 120
const MOST_SENTENCE_BUTTONS = 40

/** Where a reader is in a part of an article. */
export type PartPage = { readonly item: ShelfItem; readonly part: Part; readonly page: number }

type ListedPart = Exclude<Part, 'read'>

/** A part of one article's briefing, paged: its items in order, the way on, and the way back to the front. */
export function renderPart(place: PartPage, view: View): Message {
  const { part, ...at } = place
  return part === 'read' ? renderRead(at, view) : renderItems({ ...at, part }, view)
}

/** A quote with its speaker, role, medium and addressee as far as the article says them. */
export function quoteItem(quote: Quote, language: Language, wording: Wording): Rich {
  const who =
    quote.speaker === null
      ? FormattedString.i(said(wording, 'speaker-unknown'))
      : FormattedString.b(verbatim(clip(quote.speaker, NAME_LENGTH), language))
  const [open, close] = language === 'ar' ? ['«', '»'] : ['“', '”']
  return lines(
    who,
    quote.role === null || quote.role === quote.speaker ? null : verbatim(clip(quote.role, NAME_LENGTH), language),
    FormattedString.blockquote(verbatim(`${open}${quote.text}${close}`, language)),
    circumstancesOf(quote, wording),
  )
}

function renderRead({ item, page }: Omit<PartPage, 'part'>, view: View): Message {
  const at = nearestPage(page, item.pages.length)
  const { heading, text } = item.pages[at] ?? { heading: '', text: '' }
  const { language } = item.briefing.article
  const body = blocks(
    titleOf(item, view.wording),
    FormattedString.u(verbatim(clip(heading, NAME_LENGTH), language)),
    verbatim(text, language),
  )
  return withWays(body, { item, part: 'read', page: at, pages: item.pages.length }, view)
}

function renderItems({ item, part, page }: PartPage & { readonly part: ListedPart }, view: View): Message {
  const pages = packPages(itemsOf(item.briefing, part, view.wording), part === 'quotes' ? QUOTES_A_PAGE : ITEMS_A_PAGE)
  const at = nearestPage(page, pages.length)
  const items = pages[at]?.rawText ? pages[at] : said(view.wording, `no-${part}`)
  return withWays(
    partText(item, `part-${part}`, items, view.wording),
    { item, part, page: at, pages: pages.length },
    view,
  )
}

function withWays(text: Rich, place: PartPage & { readonly pages: number }, view: View): Message {
  const { item, part, page, pages } = place
  const { wording, audience } = view
  const open = (label: string, to: number) => openButton(label, { view: part, article: item.key, page: to }, audience)
  const back = openButton(wording.say('back'), { view: 'front', article: item.key }, audience)
  const inner = part === 'related' ? relatedRows(item, view) : part === 'summary' ? sentenceRows(item, view) : []
  return toMessage(text, [...inner, pagerRow({ page, pages }, open, wording), row(wording, back)])
}

function itemsOf(briefing: Briefing, part: ListedPart, wording: Wording): readonly Rich[] {
  const { language } = briefing.article
  const named = (name: string, text: string | null) =>
    lines(
      FormattedString.b(verbatim(clip(name, NAME_LENGTH), language)),
      text === null ? null : verbatim(text, language),
    )
  switch (part) {
    case 'summary':
      return briefing.summary.sentences.map(({ text }, index) => verbatim(`${index + 1}. ${text}`, language))
    case 'quotes':
      return briefing.quotes.map((quote) => quoteItem(quote, language, wording))
    case 'people':
      return briefing.people.map(({ name, role, mentions }) =>
        lines(named(name, role), said(wording, 'mentions', { count: mentions })),
      )
    case 'figures':
      return briefing.figures.map(({ text, sentence }) => named(text, sentence))
    case 'timeline':
      return briefing.timeline.map(({ when, text }) => named(when, text))
    case 'related':
      return briefing.related.map((story) => storyItem(story, language, wording))
    default:
      return part satisfies never
  }
}

function storyItem({ title, url, also }: RelatedStory, language: Language, wording: Wording): Rich {
  const headline = verbatim(title, language)
  return lines(
    url === null ? headline : FormattedString.a(headline, url),
    also.length === 0 ? null : FormattedString.i(said(wording, 'also-worded')),
    ...also.map((wordingOfIt) => verbatim(wordingOfIt, language)),
  )
}

function circumstancesOf({ medium, addressee }: Quote, wording: Wording): Rich | null {
  if (medium !== null && addressee !== null) return said(wording, 'said-on-and-to', { medium, addressee })
  if (medium !== null) return said(wording, 'said-on', { medium })
  return addressee === null ? null : said(wording, 'said-to', { addressee })
}

/** A button for each numbered sentence, which opens the page it stands on. */
function sentenceRows({ key, pages, briefing }: ShelfItem, { wording, audience }: View) {
  const buttons = briefing.summary.sentences.slice(0, MOST_SENTENCE_BUTTONS).flatMap(({ text }, index) => {
    const page = pageOf(pages, text)
    const label = wording.say('button-sentence', { number: index + 1 })
    return page === null ? [] : [openButton(label, { view: 'read', article: key, page }, audience)]
  })
  return grid(wording, 4, buttons)
}

function relatedRows(item: ShelfItem, { shelf, wording, audience }: View) {
  const onHand = item.briefing.related.flatMap(({ slug }) => {
    const other = slug === null ? undefined : shelf.bySlug.get(slug)
    return other === undefined ? [] : [other]
  })
  return grid(
    wording,
    1,
    onHand.map((other) =>
      openButton(clip(other.briefing.article.title.text, 60), { view: 'front', article: other.key }, audience),
    ),
  )
}
