import type { RemovedArticle } from '../shelf/archive.ts'
import type { Message } from '../text/message.ts'
import { clip } from '../text/rich.ts'
import { type ButtonRow, backButton, row } from './buttons/keyboard.ts'
import { phrase, TITLE_LENGTH, toMessage, type View } from './view.ts'
import { articlesButton } from './views/front.ts'

/** A phrase of the locale files as a message of its own. */
export function renderLine(id: string, variables: Readonly<Record<string, string | number>>, view: View): Message {
  return toMessage(phrase(view.wording, id, variables), [])
}

/** A phrase of the locale files over buttons that lead on: those given, else to the articles. */
export function renderNext(
  id: string,
  variables: Readonly<Record<string, string | number>>,
  view: View,
  rows: readonly ButtonRow[] = [[articlesButton(view)]],
): Message {
  return toMessage(phrase(view.wording, id, variables), rows)
}

/** The message for what is gone, with the way on; `article`: that it was in, where it is known. */
export function renderGone(article: RemovedArticle | null, view: View): Message {
  const { wording } = view
  const id = article?.isWithdrawn === true ? 'titled-withdrawn' : 'titled-gone'
  const text =
    article === null
      ? phrase(wording, 'article-gone')
      : phrase(wording, id, { title: clip(article.title, TITLE_LENGTH) })
  return toMessage(text, [row(wording, articlesButton(view), backButton(null, view))])
}
