import { FormattedString } from '@grammyjs/parse-mode'
import { grid, openButton, type Row, row } from '../keyboard.ts'
import type { Message } from '../message.ts'
import { firstThatFit } from '../pages.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../rich.ts'
import type { ShelfItem } from '../shelf.ts'
import { said, titleOf, toMessage, type View } from '../view.ts'
import { articlesButton, originOf, partRows } from './front.ts'

/** What a digest names, newest first; `total` counts those too that it does not name. */
export type News = { readonly items: readonly ShelfItem[]; readonly total: number }

/** A digest of what is new: one article with a button for each part, several with a button each. One message. */
export function renderNews({ items, total }: News, view: View): Message {
  const { wording } = view
  const named = firstThatFit(items.map((item) => lines(titleOf(item, wording), originOf(item, view), lineOf(item))))
  const shown = items.slice(0, named.length)
  const [only, second] = shown
  const more = total - shown.length
  const text = blocks(
    FormattedString.b(said(wording, 'digest-new', { count: total })),
    ...named,
    more > 0 ? said(wording, 'digest-more', { count: more }) : null,
  )
  const fronts = shown.map((item) => frontButton(item, view))
  const opening: readonly Row[] =
    only !== undefined && second === undefined ? partRows(only, view) : grid(wording, 1, fronts)
  return toMessage(text, [...opening, row(wording, articlesButton(view))])
}

/** A digest when nothing is new: the next part of an article the chat follows, with the way on. */
export function renderNextChunk(item: ShelfItem, chunk: number, view: View): Message {
  const { wording, audience } = view
  const { heading, text } = item.pages[chunk] ?? { heading: '', text: '' }
  const { language } = item.briefing.article
  const body = blocks(
    FormattedString.b(said(wording, 'digest-next', { page: chunk + 1, pages: item.pages.length })),
    titleOf(item, wording),
    FormattedString.u(verbatim(clip(heading, 120), language)),
    verbatim(text, language),
  )
  const next = chunk + 1
  return toMessage(body, [
    next < item.pages.length
      ? row(
          wording,
          openButton(wording.say('button-read-on'), { view: 'read', article: item.key, page: next }, audience),
        )
      : [],
    row(wording, openButton(wording.say('button-open-briefing'), { view: 'front', article: item.key }, audience)),
  ])
}

function lineOf({ briefing }: ShelfItem): Rich | null {
  return briefing.summary.line === '' ? null : verbatim(briefing.summary.line, briefing.article.language)
}

function frontButton(item: ShelfItem, { audience }: View) {
  return openButton(clip(item.briefing.article.title.text, 60), { view: 'front', article: item.key }, audience)
}
