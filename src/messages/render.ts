import type { ShelfItem } from '../shelf/shelf.ts'
import type { Message } from '../text/message.ts'
import type { ArticleScreen, ShelfScreen } from './buttons/press.ts'
import { phrase, toMessage, type View } from './view.ts'
import { renderContext } from './views/context.ts'
import { articlesButton, renderFront } from './views/front.ts'
import { renderHelp } from './views/help.ts'
import { renderArticles, renderSaid, renderSpeaker } from './views/lists.ts'
import { renderMinutes, renderPart } from './views/parts.ts'
import { renderRead } from './views/read.ts'

/** The message of a screen. A place that is no more (an article taken away) gets a kind line and a fresh start. */
export function renderScreen(screen: ShelfScreen, view: View): Message {
  switch (screen.view) {
    case 'help':
      return renderHelp(view)
    case 'articles':
      return renderArticles(screen.page, view)
    case 'all-quotes':
      return renderSaid(screen.page, view)
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

function renderPlace(item: ShelfItem, place: ArticleScreen, view: View): Message {
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

/** A line of the locale files as a message of its own. */
export function renderLine(id: string, variables: Readonly<Record<string, string | number>>, view: View): Message {
  return toMessage(phrase(view.wording, id, variables), [])
}

/** A kind line for a place that is no more, and a fresh start. */
export function renderGone(view: View): Message {
  return toMessage(phrase(view.wording, 'article-gone'), [[articlesButton(view)]])
}
