import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { backButton, row } from '../buttons/keyboard.ts'
import type { Listed, Listing } from '../listing.ts'
import { storiesOf } from '../stories.ts'
import { phrase, toMessage, type View } from '../view.ts'
import { titleAndOrigin } from './origin.ts'
import { storyItem } from './story.ts'

export const ARTICLES_A_PAGE = 6

/** The articles on hand, newest first and those of one event together, each with the number that opens it. */
export function renderArticles(articles: Listed<ShelfItem>, view: View): Listing | Message {
  const { wording } = view
  if (articles.total === 0) return toMessage(phrase(wording, 'nothing-on-hand'), [])
  let first = articles.page * ARTICLES_A_PAGE
  const items = storiesOf(articles.items, wording.language).map(({ main, others, foreign }) => {
    const text = titleAndOrigin(main, view)
    const item = storyItem({ main, text, others: [...others, ...foreign], first }, view)
    first += 1 + others.length + foreign.length
    return item
  })
  return {
    heading: FormattedString.b(phrase(wording, 'articles-on-hand', { count: articles.total })),
    items,
    columns: ARTICLES_A_PAGE,
    pager: { ...articles, screenAt: (page) => ({ view: 'articles', page }) },
    footer: { rows: [row(wording, backButton(null, view))] },
  }
}
