import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { packPages } from '../../text/pages.ts'
import { blocks, clip, lines, numbered, type Rich, verbatim } from '../../text/rich.ts'
import { openButton, pagerRow, pressButton, type Row, row } from '../buttons/keyboard.ts'
import { decodePress, type Place } from '../buttons/press.ts'
import { nearestPage, said, titleOf, toMessage, type View } from '../view.ts'
import { wordsAt } from './context.ts'

const PLACES_A_PAGE = 6
const SNIPPET_LENGTH = 200

/** A reader's own places, newest first, each to open and to remove, and all of them to take away as a file. */
export function renderSaved(places: readonly Place[], page: number, view: View): Message {
  const { wording, audience } = view
  if (places.length === 0) return toMessage(said(wording, 'saved-none'), [])
  const pages = packPages(
    places.map((place, index) => numbered(wording.count(index + 1), placeItem(place, view))),
    PLACES_A_PAGE,
  )
  const at = nearestPage(page, pages.length)
  const shown = pages[at]
  const rows = (shown?.items ?? []).flatMap((index) => placeRow(places[index], index, view))
  const open = (label: string, to: number) => openButton(label, { view: 'saved', page: to }, audience)
  return toMessage(blocks(FormattedString.b(said(wording, 'saved', { count: places.length })), shown?.text ?? null), [
    ...rows,
    pagerRow({ page: at, pages: pages.length }, open, wording),
    row(wording, pressButton(wording.say('button-export'), { kind: 'export' })),
  ])
}

/** Places as they were kept; what no press encodes (any more) is left out. */
export function placesOf(kept: readonly string[]): readonly Place[] {
  return kept.flatMap((text) => {
    const press = decodePress(text)
    return press?.kind === 'open' && 'article' in press.screen ? [press.screen] : []
  })
}

/** A reader's places as a Markdown file: the words, whose they are, and the source they are from. */
export function savedMarkdown(places: readonly Place[], { shelf, wording }: View): string {
  const entries = places.flatMap((place) => {
    const item = shelf.byKey.get(place.article)
    if (item === undefined) return []
    const { title, source, url, published } = item.briefing.article
    const origin = [source, published === null ? null : wording.day(published), url].filter((part) => part !== null)
    const quote = wordsOf(item, place).replaceAll('\n', '\n> ')
    return [`## ${title.text}\n\n> ${quote}\n\n${origin.join(' · ')}\n`]
  })
  return `# ${wording.say('saved', { count: entries.length })}\n\n${entries.join('\n')}`
}

function placeItem(place: Place, { shelf, wording }: View): Rich {
  const item = shelf.byKey.get(place.article)
  if (item === undefined) return FormattedString.i(said(wording, 'saved-gone'))
  return lines(
    titleOf(item, wording),
    verbatim(clip(wordsOf(item, place), SNIPPET_LENGTH), item.briefing.article.language),
  )
}

function placeRow(place: Place | undefined, index: number, { wording, audience }: View): readonly Row[] {
  if (place === undefined) return []
  const open = openButton(wording.say('button-open-saved', { number: index + 1 }), place, audience)
  return [row(wording, open, pressButton(wording.say('button-remove'), { kind: 'drop', place }))]
}

/** The words that a place stands for. */
function wordsOf(item: ShelfItem, place: Place): string {
  const { briefing, pages } = item
  switch (place.view) {
    case 'context':
      return wordsAt(item, place) ?? ''
    case 'read':
      return pages[place.page]?.text ?? ''
    default:
      return briefing.summary.line
  }
}
