import { FormattedString } from '@grammyjs/parse-mode'
import type { Briefing, RelatedStory } from '../../briefing/briefing.ts'
import { placeNaming, wordsOf } from '../../briefing/person-place.ts'
import { summarise } from '../../briefing/summary.ts'
import { readArticle } from '../../briefing/text.ts'
import { detectLanguage, LANGUAGE } from '../../language/language.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { type Page, packPages, pageWith } from '../../text/pages.ts'
import { blocks, clip, lines, numbered, type Rich, verbatim } from '../../text/rich.ts'
import { type ButtonRow, grid, openButton, pagerRow, row } from '../buttons/keyboard.ts'
import type { ContextKind, Part, Screen } from '../buttons/press.ts'
import { articleTitle, nearestPage, partText, phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'
import { partRows } from './front.ts'
import { quoteItem } from './quote.ts'

const QUOTES_A_PAGE = 5
const ITEMS_A_PAGE = 10
const NAME_LENGTH = 120

/** The parts that are lists; the other is read. */
export type ListedPart = Exclude<Part, 'read'>

/** Where a reader is in a listed part of an article. */
export type PartPage = { readonly item: ShelfItem; readonly part: ListedPart; readonly page: number }

/** The parts whose items can be seen in their paragraph, by number. */
const CONTEXT_OF: Readonly<Partial<Record<ListedPart, ContextKind>>> = {
  summary: 'sentence',
  quotes: 'quote',
  people: 'person',
  figures: 'figure',
  timeline: 'event',
}

/** A listed part of one article's briefing: its items in order, the way into them, the way on, and the way back. */
export function renderPart({ item, part, page }: PartPage, view: View): Message {
  const { wording, audience } = view
  const pages = pagesOf(item, part, wording)
  const at = nearestPage(page, pages.length)
  const shown = pages[at]
  const items = shown?.text.rawText ? shown.text : phrase(wording, `no-${part}`)
  const open = (label: string, to: number) => openButton(label, { view: part, article: item.key, page: to }, audience)
  const back = openButton(wording.say('back'), { view: 'front', article: item.key }, audience)
  return toMessage(partText(item, `part-${part}`, items, wording), [
    ...wayIn(item, part, shown?.items ?? [], view),
    pagerRow({ page: at, pages: pages.length }, open, wording),
    row(wording, back),
  ])
}

/** The page of a part on which one of its items stands: where "back to the list" leads. */
export function pageOfItem(
  { item, part, index }: { item: ShelfItem; part: ListedPart; index: number },
  { wording }: View,
): number {
  return pageWith(pagesOf(item, part, wording), index)
}

/** Buttons, by number, that open each of the shown items where it stands. */
export function numberRow(
  shown: readonly { readonly number: number; readonly screen: Screen }[],
  { wording, audience }: View,
): readonly ButtonRow[] {
  const buttons = shown.map(({ number, screen }) => openButton(wording.count(number), screen, audience))
  return grid(wording, 5, buttons)
}

function pagesOf({ briefing }: ShelfItem, part: ListedPart, wording: Wording): readonly Page[] {
  const items = itemsOf(briefing, part, wording)
  const listed =
    CONTEXT_OF[part] === undefined ? items : items.map((item, index) => numbered(wording.count(index + 1), item))
  return packPages(listed, part === 'quotes' ? QUOTES_A_PAGE : ITEMS_A_PAGE)
}

function wayIn(item: ShelfItem, part: ListedPart, items: readonly number[], view: View): readonly ButtonRow[] {
  const what = CONTEXT_OF[part]
  if (what === undefined) return part === 'related' ? relatedRows(item, view) : []
  return numberRow(
    items.map((index) => ({ number: index + 1, screen: { view: 'context', article: item.key, what, index } })),
    view,
  )
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
      return briefing.summary.sentences.map(({ text }) => verbatim(text, language))
    case 'quotes':
      return briefing.quotes.map((quote) => quoteItem(quote, language, wording))
    case 'people':
      return briefing.people.map((person) => {
        const place = placeNaming(person, briefing.article)
        const sentence = place === null ? null : verbatim(wordsOf(place, briefing.article), language)
        return lines(named(person.name, person.role), sentence, phrase(wording, 'mentions', { count: person.mentions }))
      })
    case 'figures':
      return briefing.figures.map(({ text, sentence }) => named(text, sentence))
    case 'timeline':
      return briefing.timeline.map(({ when, text }) => named(when, text))
    case 'related':
      return briefing.related.map((story) => storyItem(story, wording))
    default:
      return part satisfies never
  }
}

function storyItem({ title, url, also }: RelatedStory, wording: Wording): Rich {
  const headline = verbatim(title, detectLanguage(title))
  return lines(
    url === null ? headline : FormattedString.a(headline, url),
    also.length === 0 ? null : FormattedString.i(phrase(wording, 'also-worded')),
    ...also.map((wordingOfIt) => verbatim(wordingOfIt, detectLanguage(wordingOfIt))),
  )
}

function relatedRows(item: ShelfItem, { shelf, wording, audience }: View): readonly ButtonRow[] {
  const onHand = item.briefing.related.flatMap(({ slug }) => (slug === null ? [] : (shelf.bySlug.get(slug) ?? [])))
  const buttons = onHand.map(({ key, briefing }) =>
    openButton(clip(briefing.article.title.text, 60), { view: 'front', article: key }, audience),
  )
  return grid(wording, 1, buttons)
}

/** As much of an article as can be read in so many minutes, in its own sentences; at most one message. */
export function renderMinutes(item: ShelfItem, minutes: number, view: View): Message {
  const { wording, audience } = view
  const { article } = item.briefing
  const words = minutes * LANGUAGE[article.language].wordsAMinute
  const { sentences } = summarise(readArticle(article), { words, article })
  const [page] = packPages(sentences.map(({ text }) => verbatim(text, article.language)))
  const heading = lines(articleTitle(item, wording), FormattedString.u(phrase(wording, 'in-minutes', { minutes })))
  return toMessage(blocks(heading, page?.text ?? null), [
    ...partRows(item, view),
    row(wording, openButton(wording.say('back'), { view: 'front', article: item.key }, audience)),
  ])
}
