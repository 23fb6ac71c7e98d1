import { FormattedString } from '@grammyjs/parse-mode'
import type { DigestForm } from '../../digest/form.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { firstThatFit } from '../../text/pages.ts'
import { blocks, clip, type Rich, verbatim } from '../../text/rich.ts'
import { type ButtonRow, openButton, pressButton, row } from '../buttons/keyboard.ts'
import type { Listing, ListingItem } from '../listing.ts'
import { storiesOf } from '../stories.ts'
import { articleTitle, phrase, toMessage, type View } from '../view.ts'
import { digestItem, type NewsItem } from './digest-item.ts'
import { articlesButton, cardButtons } from './front.ts'
import { storyItem } from './story.ts'

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

/** A digest of what is new: one article as a card, several by their stories, each numbered. One message. */
export function renderNews({ items, total, more }: News, form: DigestForm, view: View): Listing {
  const { wording } = view
  const part = more === null ? new FormattedString('') : partUnderNews(more, view)
  const stories = newsStories(items, form, view)
  // the part stands last, but its room is taken first
  const fitting = firstThatFit([part, ...stories.map(({ entry }) => entry.text)]).length - 1
  const shown = stories.slice(0, fitting)
  const named = shown.reduce((sum, { entry, foreign }) => sum + entry.buttons.length + foreign, 0)
  const foreign = shown.reduce((sum, story) => sum + story.foreign, 0)
  const [only] = shown.length === 1 && named - foreign === 1 ? shown : []
  return {
    heading: FormattedString.b(phrase(wording, 'digest-new', { count: total })),
    items:
      only === undefined
        ? shown.map(({ entry }) => entry)
        : [{ text: digestItem(only.news, form, view), buttons: cardButtons(only.news.item, view) }],
    columns: only === undefined ? NUMBERS_A_ROW : CARD_BUTTONS_A_ROW,
    pager: null,
    footer: {
      text: blocks(
        foreign > 0 ? phrase(wording, 'digest-foreign', { count: foreign }) : null,
        total > named ? phrase(wording, 'digest-more', { count: total - named }) : null,
        part,
      ),
      rows: [more === null ? [] : readOnRow(more, view), row(wording, articlesButton(view), whyButton(view))],
    },
  }
}

const NUMBERS_A_ROW = 5
const CARD_BUTTONS_A_ROW = 3

type NewsStory = { readonly news: NewsItem; readonly entry: ListingItem; readonly foreign: number }

function newsStories(items: readonly NewsItem[], form: DigestForm, view: View): readonly NewsStory[] {
  const byKey = new Map(items.map((news) => [news.item.key, news]))
  const stories = storiesOf(
    [...byKey.values()].map(({ item }) => item),
    view.wording.language,
  )
  let first = 0
  return stories.map(({ main, others, foreign }) => {
    const news = byKey.get(main.key) ?? { item: main, reason: null }
    const entry = storyItem({ main, text: digestItem(news, form, view), others, first }, view)
    first += entry.buttons.length
    return { news, entry, foreign: foreign.length }
  })
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
