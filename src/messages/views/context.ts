import { FormattedString } from '@grammyjs/parse-mode'
import { paragraphsOf } from '../../article/article.ts'
import type { TextPlace } from '../../briefing/briefing.ts'
import { placeNaming } from '../../briefing/person-place.ts'
import { pageOf } from '../../shelf/reading.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, lines, type Rich, verbatim } from '../../text/rich.ts'
import { backButton, openButton, pagerRow, row } from '../buttons/keyboard.ts'
import type { ContextKind, Screen } from '../buttons/press.ts'
import { saveButton, shareButton } from '../buttons/save-and-share.ts'
import type { ListPage } from '../listing.ts'
import { phrase, toMessage, type View } from '../view.ts'
import { markedPieces } from './marked-pieces.ts'
import { titleAndOrigin } from './origin.ts'
import { type PassagePart, pageOfItem } from './parts.ts'
import { speakerLines } from './quote.ts'

export type ContextScreen = Extract<Screen, { view: 'context' }>

/** Characters shown before and after the marked words of a long paragraph. */
const AROUND = 700
/** A longer passage is cut: with what is around it, it must fit one message. */
const MOST_MARKED = 1500

const PART_OF: Readonly<Partial<Record<ContextKind, PassagePart>>> = {
  sentence: 'summary',
  quote: 'quotes',
  person: 'people',
  figure: 'figures',
  event: 'timeline',
}

/** A passage that stands in a list from which it was opened; `marks`: the words that were searched for, else all of it. */
export type Within = { readonly pager: PassagePager; readonly marks?: readonly Span[] }

/** `parentOf`: the page of the list that holds a passage. */
type PassagePager = ListPage & { readonly pages: number; readonly parentOf: (page: number) => Screen }

type Span = { readonly start: number; readonly end: number }

/**
 * A passage marked in its paragraph, with buttons to the previous and next of its list; else of its kind, or by the same
 * speaker. `null` when the article no longer has the passage.
 */
export function renderContext(item: ShelfItem, screen: ContextScreen, view: View, within?: Within): Message | null {
  const place = placeOf(item, screen)
  if (place === null) return null
  const { wording, audience } = view
  const { language } = item.briefing.article
  const quote = screen.what === 'quote' ? item.briefing.quotes[screen.index] : undefined
  const text = blocks(
    lines(titleAndOrigin(item, view), FormattedString.u(phrase(wording, 'part-context'))),
    quote === undefined ? null : speakerLines(quote, language, wording),
    markedParagraph(item, place, marksOf(place, screen, within)),
  )
  const pager = within?.pager ?? neighboursOf(item, screen)
  const parent = within === undefined ? listScreen(item, screen, view) : within.pager.parentOf(within.pager.page)
  return toMessage(text, [
    pagerRow(pager, (label, page) => openButton(label, pager.screenAt(page), audience), wording),
    row(wording, saveButton(screen, view), shareButton(screen, item, view)),
    row(
      wording,
      openButton(wording.say('button-read-here'), readingScreen(item, place), audience),
      within === undefined
        ? null
        : openButton(wording.say('button-open-briefing'), { view: 'front', article: item.key }, audience),
    ),
    row(wording, backButton(parent, view)),
  ])
}

/** Of a paragraph that was not searched for, no words stand out. */
function marksOf({ start, end }: TextPlace, { what }: ContextScreen, within?: Within): readonly Span[] {
  return within?.marks ?? (what === 'paragraph' ? [] : [{ start, end }])
}

/** The words of the passage; `null` when the article no longer has it. */
export function wordsAt(item: ShelfItem, screen: ContextScreen): string | null {
  if (screen.what === 'quote') return item.briefing.quotes[screen.index]?.text ?? null
  const place = placeOf(item, screen)
  return place && (paragraphsOf(item.briefing.article)[place.paragraph]?.slice(place.start, place.end) ?? null)
}

/** The place of the passage; of a quote over several paragraphs, that of its first. */
function placeOf({ briefing }: ShelfItem, { what, index }: ContextScreen): TextPlace | null {
  const paragraphs = paragraphsOf(briefing.article)
  const find = (text: string | undefined, paragraph = -1): TextPlace | null => {
    const start = text === undefined ? -1 : (paragraphs[paragraph]?.indexOf(text) ?? -1)
    return text === undefined || start === -1 ? null : { paragraph, start, end: start + text.length }
  }
  switch (what) {
    case 'sentence':
      return briefing.summary.sentences[index]?.at ?? null
    case 'quote':
      return briefing.quotes[index]?.at[0] ?? null
    case 'person':
      return briefing.people[index] === undefined ? null : placeNaming(briefing.people[index], briefing.article)
    case 'figure':
      return find(briefing.figures[index]?.sentence, briefing.figures[index]?.paragraph)
    case 'event':
      return find(briefing.timeline[index]?.text, briefing.timeline[index]?.paragraph)
    case 'paragraph':
      return find(paragraphs[index], index)
    default:
      return what satisfies never
  }
}

/** A paragraph with some of its words bold; of a long one what stands around the place. */
function markedParagraph({ briefing }: ShelfItem, { paragraph, start, end }: TextPlace, marks: readonly Span[]): Rich {
  const { language } = briefing.article
  const text = paragraphsOf(briefing.article)[paragraph] ?? ''
  const from = Math.max(0, (marks[0]?.start ?? start) - AROUND)
  const to = Math.min(text.length, Math.min(end, (marks[0]?.start ?? start) + MOST_MARKED) + AROUND)
  const pieces = markedPieces(
    text.slice(from, to),
    marks.map((mark) => ({ start: mark.start - from, end: mark.end - from })),
  )
  return FormattedString.join([
    new FormattedString(from > 0 ? '…' : ''),
    ...pieces.map(({ words, isMarked }) =>
      isMarked ? FormattedString.b(verbatim(words, language)) : verbatim(words, language),
    ),
    new FormattedString(to < text.length ? '…' : ''),
  ])
}

/** The previous and next of its kind; of a quote those of the same speaker. */
function neighboursOf(item: ShelfItem, screen: ContextScreen): ListPage & { readonly pages: number } {
  const indices = indicesLike(item, screen)
  const screenAt = (page: number): Screen => ({ ...screen, index: indices[page] ?? screen.index })
  return { page: Math.max(0, indices.indexOf(screen.index)), pages: indices.length, screenAt }
}

function indicesLike({ briefing }: ShelfItem, { what, index }: ContextScreen): readonly number[] {
  const count: Readonly<Record<ContextKind, number>> = {
    sentence: briefing.summary.sentences.length,
    quote: briefing.quotes.length,
    person: briefing.people.length,
    figure: briefing.figures.length,
    event: briefing.timeline.length,
    paragraph: paragraphsOf(briefing.article).length,
  }
  const all = Array.from({ length: count[what] }, (_, position) => position)
  const speaker = briefing.quotes[index]?.speaker
  return what === 'quote' ? all.filter((position) => briefing.quotes[position]?.speaker === speaker) : all
}

function readingScreen(item: ShelfItem, { paragraph, start, end }: TextPlace): Screen {
  const words = paragraphsOf(item.briefing.article)[paragraph]?.slice(start, end) ?? ''
  return { view: 'read', article: item.key, page: pageOf(item.pages, words) ?? 0 }
}

function listScreen(item: ShelfItem, { what, index }: ContextScreen, view: View): Screen {
  const part = PART_OF[what]
  if (part === undefined) return { view: 'front', article: item.key }
  return { view: part, article: item.key, page: pageOfItem({ item, part, index }, view) }
}
