import type { Message } from './message.ts'
import type { Screen } from './screens.ts'
import { said, toMessage, type View } from './view.ts'
import { articlesButton, renderFront } from './views/front.ts'
import { renderHelp } from './views/help.ts'
import { renderArticles, renderSaid, renderSpeaker } from './views/lists.ts'
import { renderPart } from './views/parts.ts'

/** The message of a screen. A place that is no more (an article taken away) gets a kind line and a fresh start. */
export function renderScreen(screen: Screen, view: View): Message {
  switch (screen.view) {
    case 'help':
      return renderHelp(view)
    case 'articles':
      return renderArticles(screen.page, view)
    case 'said':
      return renderSaid(screen.page, view)
    case 'speaker': {
      const speaker = view.shelf.speakers.find(({ key }) => key === screen.speaker)
      return speaker === undefined ? renderGone(view) : renderSpeaker(speaker, screen.page, view)
    }
    default: {
      const item = view.shelf.byKey.get(screen.article)
      if (item === undefined) return renderGone(view)
      return screen.view === 'front'
        ? renderFront(item, view)
        : renderPart({ item, part: screen.view, page: screen.page }, view)
    }
  }
}

/** A line of the locale files as a message of its own. */
export function renderLine(id: string, variables: Readonly<Record<string, string | number>>, view: View): Message {
  return toMessage(said(view.wording, id, variables), [])
}

function renderGone(view: View): Message {
  return toMessage(said(view.wording, 'article-gone'), [[articlesButton(view)]])
}
