import { FormattedString } from '@grammyjs/parse-mode'
import { paragraphsOf } from '../../article/article.ts'
import type { Place as TextPlace } from '../../briefing/briefing.ts'
import { placeNaming } from '../../briefing/person-place.ts'
import { pageOf } from '../../shelf/reading.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, lines, type Rich, verbatim } from '../../text/rich.ts'
import { openButton, pagerRow, row } from '../buttons/keyboard.ts'
import type { ContextKind, Screen } from '../buttons/press.ts'
import { saveButton, shareButton } from '../buttons/save-and-share.ts'
import { articleTitle, phrase, toMessage, type View } from '../view.ts'
import { type PassagePart, pageOfItem } from './parts.ts'
import { speakerLines } from './quote.ts'

type ContextScreen = Extract<Screen, { view: 'context' }>

/** Characters shown before and after the marked words of a long paragraph. */
const AROUND = 700
/** Marked words longer than this are cut: with what is around them they must fit one message. */
const MOST_MARKED = 1500

const PART_OF: Readonly<Partial<Record<ContextKind, PassagePart>>> = {
  sentence: 'summary',
  quote: 'quotes',
  person: 'people',
  figure: 'figures',
  event: 'timeline',
}

/**
 * A passage marked in its paragraph, with buttons to the previous and next of its kind; a quote's are by the same speaker.
 * `null` when the article no longer has the passage.
 */
export function renderContext(item: ShelfItem, screen: ContextScreen, view: View): Message | null {
  const place = placeOf(item, screen)
  if (place === null) return null
  const { wording, audience } = view
  const { language } = item.briefing.article
  const quote = screen.what === 'quote' ? item.briefing.quotes[screen.index] : undefined
  const text = blocks(
    lines(articleTitle(item, wording), FormattedString.u(phrase(wording, 'part-context'))),
    quote === undefined ? null : speakerLines(quote, language, wording),
    markedParagraph(item, place),
  )
  return toMessage(text, [
    neighbourRow(item, screen, view),
    row(wording, saveButton(screen, view), shareButton(screen, item, view)),
    row(
      wording,
      openButton(wording.say('button-read-here'), readingScreen(item, place), audience),
      openButton(wording.say('back-to-list'), listScreen(item, screen, view), audience),
    ),
  ])
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

function markedParagraph({ briefing }: ShelfItem, { paragraph, start, end }: TextPlace): Rich {
  const { language } = briefing.article
  const text = paragraphsOf(briefing.article)[paragraph] ?? ''
  const marked = text.slice(start, Math.min(end, start + MOST_MARKED))
  const before = text.slice(0, start)
  const after = text.slice(start + marked.length)
  return FormattedString.join([
    verbatim(before.length > AROUND ? `…${before.slice(-AROUND)}` : before, language),
    FormattedString.b(verbatim(marked, language)),
    verbatim(after.length > AROUND ? `${after.slice(0, AROUND)}…` : after, language),
  ])
}

function neighbourRow(item: ShelfItem, screen: ContextScreen, { wording, audience }: View) {
  const indices = neighboursOf(item, screen)
  const at = indices.indexOf(screen.index)
  const open = (label: string, to: number) =>
    openButton(label, { ...screen, index: indices[to] ?? screen.index }, audience)
  return pagerRow({ page: Math.max(0, at), pages: indices.length }, open, wording)
}

/** The indices that "previous" and "next" step through: all of the kind, or all quotes of the same speaker. */
function neighboursOf({ briefing }: ShelfItem, { what, index }: ContextScreen): readonly number[] {
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
