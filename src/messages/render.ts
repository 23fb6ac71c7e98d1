import type { Message } from '../text/message.ts'
import { phrase, toMessage, type View } from './view.ts'
import { articlesButton } from './views/front.ts'

/** A phrase of the locale files as a message of its own. */
export function renderLine(id: string, variables: Readonly<Record<string, string | number>>, view: View): Message {
  return toMessage(phrase(view.wording, id, variables), [])
}

/** A line that nothing is new, with a button to the articles. */
export function renderNothingNew(view: View): Message {
  return toMessage(phrase(view.wording, 'digest-nothing'), [[articlesButton(view)]])
}

/** The message for what is gone, with a button to the articles. */
export function renderGone(view: View): Message {
  return toMessage(phrase(view.wording, 'article-gone'), [[articlesButton(view)]])
}
