import { FormattedString } from '@grammyjs/parse-mode'
import { summarise } from '../../briefing/summary.ts'
import { readArticle } from '../../briefing/text.ts'
import { WORDS_A_MINUTE } from '../../language/reading-speed.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { packPages } from '../../text/pages.ts'
import { blocks, lines, verbatim } from '../../text/rich.ts'
import { openButton, row } from '../buttons/keyboard.ts'
import { said, titleOf, toMessage, type View } from '../view.ts'
import { partRows } from './front.ts'

/** As much of an article as can be read in so many minutes, in its own sentences; at most one message. */
export function renderMinutes(item: ShelfItem, minutes: number, view: View): Message {
  const { wording, audience } = view
  const { article } = item.briefing
  const words = minutes * WORDS_A_MINUTE[article.language]
  const { sentences } = summarise(readArticle(article), { words, article })
  const [page] = packPages(sentences.map(({ text }) => verbatim(text, article.language)))
  const heading = lines(titleOf(item, wording), FormattedString.u(said(wording, 'in-minutes', { minutes })))
  return toMessage(blocks(heading, page?.text ?? null), [
    ...partRows(item, view),
    row(wording, openButton(wording.say('back'), { view: 'front', article: item.key }, audience)),
  ])
}
