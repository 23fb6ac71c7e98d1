import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import type { Listing } from '../listing.ts'
import { nearestPage, phrase, toMessage, type View } from '../view.ts'
import { frontButton, titleAndOrigin } from './front.ts'

const ARTICLES_A_PAGE = 6

/** The articles on hand, newest first, each with a button that opens it. */
export function renderArticles(page: number, view: View): Listing | Message {
  const { shelf, wording } = view
  const count = shelf.items.length
  if (count === 0) return toMessage(phrase(wording, 'nothing-on-hand'), [])
  const pages = Math.ceil(count / ARTICLES_A_PAGE)
  const at = nearestPage(page, pages)
  const shown = shelf.items.slice(at * ARTICLES_A_PAGE, (at + 1) * ARTICLES_A_PAGE)
  return {
    heading: FormattedString.b(phrase(wording, 'articles-on-hand', { count })),
    items: shown.map((item) => ({ text: titleAndOrigin(item, view), buttons: [frontButton(item, view)] })),
    columns: 1,
    pager: { page: at, pages, screenAt: (to) => ({ view: 'articles', page: to }) },
    footer: { rows: [] },
  }
}
