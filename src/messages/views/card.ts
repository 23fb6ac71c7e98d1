import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import { cardOf } from '../card.ts'
import { phrase, type View } from '../view.ts'
import { titleAndOrigin } from './origin.ts'
import { quoteItem } from './quote.ts'

const LINE_LENGTH = 200

/** A minute's reading: title and origin, sentences, a quote with its speaker, figures and what comes next. */
export function cardText(item: ShelfItem, view: View): Rich {
  const { article, summary } = item.briefing
  const { language } = article
  const { sentences, quote, figures, next } = cardOf(item.briefing)
  const told = sentences.length === 0 ? [clip(summary.line, LINE_LENGTH)] : sentences
  const named = (id: string, text: string) =>
    lines(FormattedString.u(phrase(view.wording, id)), verbatim(text, language))
  return blocks(
    titleAndOrigin(item, view),
    ...told.map((text) => verbatim(sentences.length === 0 ? text : `${BULLET} ${text}`, language)),
    quote === null ? null : quoteItem(quote, language, view.wording),
    figures.length === 0 ? null : named('digest-figures', figures.join(' · ')),
    next === null ? null : named('card-next', next.text),
  )
}

const BULLET = '•'
