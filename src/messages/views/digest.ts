import { FormattedString } from '@grammyjs/parse-mode'
import type { DigestForm } from '../../digest/form.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { firstThatFit } from '../../text/pages.ts'
import { blocks, clip, type Rich, verbatim } from '../../text/rich.ts'
import { type ButtonRow, openButton, pressButton, row } from '../buttons/keyboard.ts'
import type { Listing } from '../listing.ts'
import { articleTitle, phrase, toMessage, type View } from '../view.ts'
import { digestItem, type NewsItem } from './digest-item.ts'
import { articlesButton, cardButtons, frontButton } from './front.ts'

/** A reading page of an article, shown under the news. */
type Further = { readonly item: ShelfItem; readonly chunk: number }

/** The articles of a digest, newest first; `total` includes those it does not name. */
export type News = {
  readonly items: readonly NewsItem[]
  readonly total: number
  readonly more: Further | null
}

/** The most UTF-16 units of a part under news; a button opens the whole part. */
const PART_LENGTH = 1500

/** A digest of what is new: one article with a button for each part, several with a button each. One message. */
export function renderNews({ items, total, more }: News, form: DigestForm, view: View): Listing {
  const { wording } = view
  const part = more === null ? new FormattedString('') : partUnderNews(more, view)
  // the part stands last, but its room is taken first
  const all = items.map((news) => ({ item: news.item, text: digestItem(news, form, view) }))
  const named = firstThatFit([part, ...all.map(({ text }) => text)]).length - 1
  const unnamed = total - named
  const isOne = named === 1
  return {
    heading: FormattedString.b(phrase(wording, 'digest-new', { count: total })),
    items: all.slice(0, named).map(({ item, text }) => ({
      text,
      buttons: isOne ? cardButtons(item, view) : [frontButton(item, view)],
    })),
    columns: isOne ? 2 : 1,
    pager: null,
    footer: {
      text: blocks(unnamed > 0 ? phrase(wording, 'digest-more', { count: unnamed }) : null, part),
      rows: [more === null ? [] : readOnRow(more, view), row(wording, articlesButton(view), whyButton(view))],
    },
  }
}

/** A digest when nothing is new: the next part of an article that the chat is reading. */
export function renderNextChunk(item: ShelfItem, chunk: number, view: View): Message {
  const { wording, audience } = view
  const { heading, text } = item.pages[chunk] ?? { heading: '', text: '' }
  const { language } = item.briefing.article
  const body = blocks(
    FormattedString.b(phrase(wording, 'digest-next', { page: chunk + 1, pages: item.pages.length })),
    articleTitle(item, wording),
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

/** A digest of one line that says nothing is new. */
export function renderEmpty(view: View): Message {
  return toMessage(phrase(view.wording, 'digest-empty'), [row(view.wording, articlesButton(view))])
}

function partUnderNews({ item, chunk }: Further, { wording }: View): Rich {
  const { text } = item.pages[chunk] ?? { text: '' }
  return blocks(
    FormattedString.b(phrase(wording, 'digest-part', { page: chunk + 1, pages: item.pages.length })),
    articleTitle(item, wording),
    verbatim(clip(text, PART_LENGTH), item.briefing.article.language),
  )
}

/** A row with a button to the next part, or to this one where it was clipped. */
function readOnRow({ item, chunk }: Further, { wording, audience }: View): ButtonRow {
  const isCut = (item.pages[chunk]?.text.length ?? 0) > PART_LENGTH
  const page = isCut ? chunk : chunk + 1
  if (page >= item.pages.length) return []
  return row(wording, openButton(wording.say('button-read-on'), { view: 'read', article: item.key, page }, audience))
}

function whyButton({ wording, audience }: View) {
  return audience.kind === 'channel' ? null : pressButton(wording.say('button-why'), { kind: 'why' })
}
