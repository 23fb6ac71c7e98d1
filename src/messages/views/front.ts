import type { InlineKeyboardButton } from '@grammyjs/types'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { clip } from '../../text/rich.ts'
import { type ButtonRow, backButton, grid, openButton, row } from '../buttons/keyboard.ts'
import { type ArticleScreen, PARTS, type Part } from '../buttons/press.ts'
import { saveButton, shareButton } from '../buttons/save-and-share.ts'
import { linkTo, toMessage, type View } from '../view.ts'
import { cardText } from './card.ts'

/** What of an article can be understood in a minute, over at most four buttons. */
export function renderFront(item: ShelfItem, view: View): Message {
  const back = backButton(null, view)
  const place: ArticleScreen = { view: 'front', article: item.key }
  return toMessage(cardText(item, view), [
    row(view.wording, readButton(item, view), moreButton(item, view)),
    row(view.wording, originalButton(item, view), back ?? saveButton(place, view)),
  ])
}

/** The same with a button for each part, and to keep and share it. */
export function renderMore(item: ShelfItem, view: View): Message {
  const place: ArticleScreen = { view: 'front', article: item.key }
  return toMessage(cardText(item, view), [
    ...grid(view.wording, 2, partButtons(item, view)),
    row(view.wording, saveButton(place, view), shareButton(place, item, view)),
    row(view.wording, articlesButton(view), backButton(place, view)),
  ])
}

/** The buttons of a card in a post: to read the article, to its parts, to where it was published. */
export function cardButtons(item: ShelfItem, view: View): readonly InlineKeyboardButton[] {
  return [readButton(item, view), moreButton(item, view), originalButton(item, view)].filter(
    (button) => button !== null,
  )
}

/** A button for each part of a briefing that is not empty, with its number of items. */
function partButtons(item: ShelfItem, { wording, audience }: View): readonly InlineKeyboardButton[] {
  return PARTS.filter((part) => sizeOf(item, part) > 0).map((part) =>
    openButton(
      wording.say(`button-${part}`, { count: sizeOf(item, part) }),
      { view: part, article: item.key, page: 0 },
      audience,
    ),
  )
}

/** A button with an article's title that opens its front. */
export function frontButton({ key, briefing }: ShelfItem, { audience }: View): InlineKeyboardButton {
  return openButton(clip(briefing.article.title.text, 60), { view: 'front', article: key }, audience)
}

/** A button to the list of articles. */
export function articlesButton({ wording, audience }: View): InlineKeyboardButton {
  return openButton(wording.say('button-articles'), { view: 'articles', page: 0 }, audience)
}

/** A row that leads on from a screen's end: back, or to the list of articles. */
export function wayRow(parent: Parameters<typeof backButton>[0], view: View): ButtonRow {
  return row(view.wording, backButton(parent, view) ?? articlesButton(view))
}

function readButton(item: ShelfItem, { wording, audience }: View): InlineKeyboardButton {
  const label = wording.say('button-read', { count: item.pages.length })
  return openButton(label, { view: 'read', article: item.key, page: 0 }, audience)
}

function moreButton(item: ShelfItem, { wording, audience }: View): InlineKeyboardButton {
  return openButton(wording.say('button-more'), { view: 'more', article: item.key }, audience)
}

/** A link to the page the article is from; `null` where it has none. */
function originalButton({ briefing }: ShelfItem, { wording }: View): InlineKeyboardButton | null {
  const url = linkTo(briefing.article.url)
  return url === null ? null : { text: wording.say('button-original'), url }
}

function sizeOf({ briefing, pages }: ShelfItem, part: Part): number {
  switch (part) {
    case 'summary':
      return briefing.summary.sentences.length
    case 'read':
      return pages.length
    default:
      return briefing[part].length
  }
}
