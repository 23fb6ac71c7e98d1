import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { backButton, row } from '../buttons/keyboard.ts'
import type { Listed, Listing } from '../listing.ts'
import { phrase, toMessage, type View } from '../view.ts'
import { frontButton } from './front.ts'
import { titleAndOrigin } from './origin.ts'

export const ARTICLES_A_PAGE = 6

/** The articles on hand, newest first, each with a button that opens it. */
export function renderArticles(articles: Listed<ShelfItem>, view: View): Listing | Message {
  const { wording } = view
  if (articles.total === 0) return toMessage(phrase(wording, 'nothing-on-hand'), [])
  return {
    heading: FormattedString.b(phrase(wording, 'articles-on-hand', { count: articles.total })),
    items: articles.items.map((item) => ({ text: titleAndOrigin(item, view), buttons: [frontButton(item, view)] })),
    columns: 1,
    pager: { ...articles, screenAt: (page) => ({ view: 'articles', page }) },
    footer: { rows: [row(wording, backButton(null, view))] },
  }
}
