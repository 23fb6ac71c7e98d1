import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, clip, verbatim } from '../../text/rich.ts'
import { type ButtonRow, backButton, openButton, pagerRow, row } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
import { saveButton, shareButton } from '../buttons/save-and-share.ts'
import { articleTitle, nearestPage, toMessage, type View } from '../view.ts'
import { articlesButton, frontButton } from './front.ts'

/** A page of an article; `next`: what to read after it, on hand. */
export type ReadPage = { readonly item: ShelfItem; readonly page: number; readonly next: ShelfItem | null }

/** One page of an article's text, with buttons to the next and previous pages, at its end to the next article, and back. */
export function renderRead({ item, page, next }: ReadPage, view: View): Message {
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
    ...(at + 1 < item.pages.length ? [] : [nextRow(next, view)]),
    row(wording, backButton({ view: 'front', article: item.key }, view)),
  ])
}

/** What to read after an article. */
export function nextRow(next: ShelfItem | null, view: View): ButtonRow {
  return row(view.wording, next === null ? articlesButton(view) : frontButton(next, view))
}
