import { FormattedString } from '@grammyjs/parse-mode'
import type { Figure } from '../../briefing/briefing.ts'
import { frontOf } from '../../briefing/front.ts'
import type { Language } from '../../language/language.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import { phrase, type Told, type View } from '../view.ts'
import { titleAndOrigin } from './origin.ts'
import { quoteWords, speakerLine } from './quote.ts'

/** A longer sentence is cut and marked: all of a card fits a message. */
const TEXT_LENGTH = 500

/** A minute's reading: title and origin, sentences, a quote with its speaker, figures and what comes next. */
export function cardText(item: Told, view: View): Rich {
  const { article, summary } = item.briefing
  const { language } = article
  const { sentences, quote, figures, next } = frontOf(item.briefing)
  const headed = (id: string, ...texts: readonly Rich[]) =>
    texts.length === 0 ? null : lines(FormattedString.u(phrase(view.wording, id)), ...texts)
  return blocks(
    titleAndOrigin(item, view),
    sentences.length === 0 ? verbatim(clip(summary.line, TEXT_LENGTH), language) : null,
    lines(...sentences.map(({ text }) => bullet(text, language))),
    quote === null
      ? null
      : lines(speakerLine(quote, language, view.wording), quoteWords(quote, language, view.wording)),
    headed('digest-figures', ...figures.map((figure) => figureItem(figure, language))),
    headed('card-next', ...(next === null ? [] : [verbatim(clip(next.text, TEXT_LENGTH), language)])),
  )
}

function bullet(text: string, language: Language): Rich {
  return verbatim(`• ${clip(text, TEXT_LENGTH)}`, language)
}

/** A figure, bold, in the sentence that says what it counts. */
function figureItem({ text, sentence }: Figure, language: Language): Rich {
  const shown = bullet(sentence, language)
  const start = shown.rawText.indexOf(text)
  if (start === -1) return shown
  const end = start + text.length
  return FormattedString.join([shown.slice(0, start), FormattedString.b(shown.slice(start, end)), shown.slice(end)])
}
