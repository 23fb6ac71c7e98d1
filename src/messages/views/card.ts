import { FormattedString } from '@grammyjs/parse-mode'
import { frontOf } from '../../briefing/front.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { blocks, lines, type Rich, verbatim } from '../../text/rich.ts'
import { phrase, type View } from '../view.ts'
import { titleAndOrigin } from './origin.ts'
import { quoteItem } from './quote.ts'

/** A minute's reading: title and origin, sentences, a quote with its speaker, figures and what comes next. */
export function cardText(item: ShelfItem, view: View): Rich {
  const { article, summary } = item.briefing
  const { language } = article
  const { sentences, quote, figures, next } = frontOf(item.briefing)
  const named = (id: string, text: string) =>
    lines(FormattedString.u(phrase(view.wording, id)), verbatim(text, language))
  return blocks(
    titleAndOrigin(item, view),
    sentences.length === 0 ? verbatim(summary.line, language) : null,
    ...sentences.map(({ text }) => verbatim(`${BULLET} ${text}`, language)),
    quote === null ? null : quoteItem(quote, language, view.wording),
    figures.length === 0 ? null : named('digest-figures', figures.map(({ text }) => text).join(' · ')),
    next === null ? null : named('card-next', next.text),
  )
}

const BULLET = '•'
