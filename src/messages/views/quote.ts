import { FormattedString } from '@grammyjs/parse-mode'
import type { Quote } from '../../briefing/briefing.ts'
import type { Language } from '../../language/language.ts'
import { clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import { inQuoteMarks } from '../quoted.ts'
import { phrase } from '../view.ts'
import type { Wording } from '../wording.ts'

const NAME_LENGTH = 120
/** A quote longer than this is folded until the reader opens it. */
const LONG_QUOTE = 400

/** A quote with its speaker, role, medium and addressee, as far as they are known. */
export function quoteItem(quote: Quote, language: Language, wording: Wording): Rich {
  return lines(speakerLines(quote, language, wording), quoteWords(quote, language, wording))
}

/** A quote without its speaker, for a screen that names the speaker in its heading. */
export function quoteWords(quote: Quote, language: Language, wording: Wording): Rich {
  const words = verbatim(inQuoteMarks(quote.text, language), language)
  const isLong = quote.text.length > LONG_QUOTE
  return lines(
    isLong ? FormattedString.expandableBlockquote(words) : FormattedString.blockquote(words),
    circumstancesOf(quote, wording),
  )
}

/** A quote's speaker and role, or a note that the speaker is unknown; and one where an editor said so. */
export function speakerLines({ speaker, role, edited }: Quote, language: Language, wording: Wording): Rich {
  const by = edited === true ? phrase(wording, 'speaker-edited') : null
  if (speaker === null) return lines(phrase(wording, 'speaker-unknown'), by)
  return lines(
    FormattedString.b(verbatim(clip(speaker, NAME_LENGTH), language)),
    role === null || role === speaker ? null : verbatim(clip(role, NAME_LENGTH), language),
    by,
  )
}

/** A quote's speaker and role in one line. */
export function speakerLine(quote: Quote, language: Language, wording: Wording): Rich {
  const named = speakerLines(quote, language, wording)
  const end = named.rawText.indexOf('\n')
  return end < 0 ? named : FormattedString.join([named.slice(0, end), new FormattedString(' · '), named.slice(end + 1)])
}

function circumstancesOf(quote: Quote, wording: Wording): Rich | null {
  const [medium, addressee] = [quote.medium, quote.addressee].map((name) => name && clip(name, NAME_LENGTH))
  if (medium && addressee) return phrase(wording, 'said-on-and-to', { medium, addressee })
  if (medium) return phrase(wording, 'said-on', { medium })
  return addressee ? phrase(wording, 'said-to', { addressee }) : null
}
