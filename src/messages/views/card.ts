import { FormattedString } from '@grammyjs/parse-mode'
import { frontOf } from '../../briefing/front.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import { phrase, type Told, type View } from '../view.ts'
import { titleAndOrigin } from './origin.ts'
import { quoteItem } from './quote.ts'

/** A longer sentence is cut and marked: all of a card fits a message. */
const TEXT_LENGTH = 500

/** A minute's reading: title and origin, sentences, a quote with its speaker, figures and what comes next. */
export function cardText(item: Told, view: View): Rich {
  const { article, summary } = item.briefing
  const { language } = article
  const { sentences, quote, figures, next } = frontOf(item.briefing)
  const named = (id: string, text: string) =>
    lines(FormattedString.u(phrase(view.wording, id)), verbatim(clip(text, TEXT_LENGTH), language))
  return blocks(
    titleAndOrigin(item, view),
    sentences.length === 0 ? verbatim(clip(summary.line, TEXT_LENGTH), language) : null,
    ...sentences.map(({ text }) => verbatim(`${BULLET} ${clip(text, TEXT_LENGTH)}`, language)),
    quote === null ? null : quoteItem(quote, language, view.wording),
    figures.length === 0 ? null : named('digest-figures', figures.map(({ text }) => text).join(' · ')),
    next === null ? null : named('card-next', next.text),
  )
}

const BULLET = '•'
