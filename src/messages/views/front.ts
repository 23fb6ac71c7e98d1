import type { InlineKeyboardButton } from '@grammyjs/types'
import { readingMinutes } from '../../language/reading-speed.ts'
import { countWords } from '../../language/words.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, type Rich, rich, verbatim } from '../../text/rich.ts'
import { grid, openButton, row } from '../buttons/keyboard.ts'
import { type ArticleScreen, PARTS, type Part } from '../buttons/press.ts'
import { saveButton, shareButton } from '../buttons/save-and-share.ts'
import { articleTitle, phrase, toMessage, type View } from '../view.ts'

/** A briefing's front: title, source, date, reading time, the summary in one line, a button for each part. */
export function renderFront(item: ShelfItem, view: View): Message {
  const place: ArticleScreen = { view: 'front', article: item.key }
  return toMessage(frontText(item, view), [
    ...grid(view.wording, 2, partButtons(item, view)),
    row(view.wording, saveButton(place, view), shareButton(place, item, view)),
    row(view.wording, articlesButton(view)),
  ])
}

/** Title, origin and the summary in one line. */
export function frontText(item: ShelfItem, view: View): Rich {
  const { article, summary } = item.briefing
  return blocks(titleAndOrigin(item, view), summary.line === '' ? null : verbatim(summary.line, article.language))
}

/** An article's title over its origin. */
export function titleAndOrigin(item: ShelfItem, view: View): Rich {
  return lines(articleTitle(item, view.wording), originOf(item, view))
}

/** A button for each part of a briefing that is not empty, with its number of items. */
export function partButtons(item: ShelfItem, { wording, audience }: View): readonly InlineKeyboardButton[] {
  return PARTS.filter((part) => sizeOf(item, part) > 0).map((part) =>
    openButton(
      wording.say(`button-${part}`, { count: sizeOf(item, part) }),
      { view: part, article: item.key, page: 0 },
      audience,
    ),
  )
}

/** A button with an article's title that opens its front. */
export function frontButton({ key, briefing }: ShelfItem, { audience }: View): InlineKeyboardButton {
  return openButton(clip(briefing.article.title.text, 60), { view: 'front', article: key }, audience)
}

/** A button to the list of articles. */
export function articlesButton({ wording, audience }: View) {
  return openButton(wording.say('button-articles'), { view: 'articles', page: 0 }, audience)
}

/** Source, day and reading time; a source or day that the page lacks is left out. */
export function originOf({ briefing }: ShelfItem, { wording }: View): Rich {
  const { article } = briefing
  const words = article.blocks.reduce((total, block) => total + countWords(block.text), 0)
  const minutes = wording.say('reading-time', { minutes: readingMinutes(words, article.language) })
  const day = article.published === null ? null : wording.day(article.published)
  const rest = [day, minutes].filter((part) => part !== null).join(' · ')
  if (article.source !== null) return phrase(wording, 'origin', { source: clip(article.source, 80), rest })
  return day === null ? rich(minutes, wording.direction) : phrase(wording, 'origin-without-source', { rest })
}

function sizeOf({ briefing, pages }: ShelfItem, part: Part): number {
  switch (part) {
    case 'summary':
      return briefing.summary.sentences.length
    case 'read':
      return pages.length
    default:
      return briefing[part].length
  }
}
