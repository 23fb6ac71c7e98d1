import type { ShelfItem } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import type { ArticleScreen, ShelfScreen } from './buttons/press.ts'
import type { Listing } from './listing.ts'
import { phrase, toMessage, type View } from './view.ts'
import { renderAllQuotes, renderSpeaker } from './views/all-quotes.ts'
import { renderArticles } from './views/articles.ts'
import { renderContext } from './views/context.ts'
import { articlesButton, renderFront } from './views/front.ts'
import { renderHelp } from './views/help.ts'
import { renderMinutes, renderPart } from './views/parts.ts'
import { renderRead } from './views/read.ts'

/** A screen before it is packed; where its article or speaker is gone, a line that says so with a button to the articles. */
export function renderScreen(screen: ShelfScreen, view: View): Listing | Message {
  switch (screen.view) {
    case 'help':
      return renderHelp(view)
    case 'articles':
      return renderArticles(screen.page, view)
    case 'all-quotes':
      return renderAllQuotes(screen.page, view)
    case 'speaker': {
      const speaker = view.shelf.speakers.find(({ key }) => key === screen.speaker)
      return speaker === undefined ? renderGone(view) : renderSpeaker(speaker, screen.page, view)
    }
    default: {
      const item = view.shelf.byKey.get(screen.article)
      return item === undefined ? renderGone(view) : renderPlace(item, screen, view)
    }
  }
}

function renderPlace(item: ShelfItem, place: ArticleScreen, view: View): Listing | Message {
  switch (place.view) {
    case 'front':
      return renderFront(item, view)
    case 'read':
      return renderRead(item, place.page, view)
    case 'minutes':
      return renderMinutes(item, place.minutes, view)
    case 'context':
      return renderContext(item, place, view) ?? renderGone(view)
    default:
      return renderPart({ item, part: place.view, page: place.page }, view)
  }
}

/** A phrase of the locale files as a message of its own. */
export function renderLine(id: string, variables: Readonly<Record<string, string | number>>, view: View): Message {
  return toMessage(phrase(view.wording, id, variables), [])
}

/** The message for an article that is gone, with a button to the articles. */
export function renderGone(view: View): Message {
  return toMessage(phrase(view.wording, 'article-gone'), [[articlesButton(view)]])
}
