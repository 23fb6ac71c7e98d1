import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, clip, verbatim } from '../../text/rich.ts'
import { backButton, openButton, pagerRow, row } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { saveButton, shareButton } from '../buttons/save-and-share.ts'
import { articleTitle, nearestPage, toMessage, type View } from '../view.ts'
import { articlesButton } from './front.ts'

/** One page of an article's text, with buttons to the next and previous pages and to the front. */
export function renderRead(item: ShelfItem, page: number, view: View): Message {
  const { wording, audience } = view
  const at = nearestPage(page, item.pages.length)
  const { heading, text } = item.pages[at] ?? { heading: '', text: '' }
  const { language } = item.briefing.article
  const body = blocks(
    articleTitle(item, wording),
    FormattedString.u(verbatim(clip(heading, 120), language)),
    verbatim(text, language),
  )
  const screen: Screen = { view: 'read', article: item.key, page: at }
  const open = (label: string, to: number) => openButton(label, { ...screen, page: to }, audience)
  return toMessage(body, [
    pagerRow({ page: at, pages: item.pages.length }, open, wording),
    row(wording, saveButton(screen, view), shareButton(screen, item, view)),
    ...(at + 1 < item.pages.length ? [] : [row(wording, articlesButton(view))]),
    row(wording, backButton({ view: 'front', article: item.key }, view)),
  ])
}
