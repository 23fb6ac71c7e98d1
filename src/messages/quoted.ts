import type { Quote } from '../briefing/briefing.ts'
import { LANGUAGE, type Language } from '../language/language.ts'

/** The best quotes first: short ones before long ones, then with a named speaker, then in full. */
export function bestQuotes(quotes: readonly Quote[], most: number): readonly Quote[] {
  const rank = (quote: Quote) =>
    Number(quote.text.length > most) * 4 + Number(quote.speaker === null) * 2 + Number(quote.mode === 'partial')
  return quotes.toSorted((left, right) => rank(left) - rank(right))
}

/** A quote's words in the marks of its language. */
export function inQuoteMarks(text: string, language: Language): string {
  const [open, close] = LANGUAGE[language].quoteMarks
  return `${open}${text}${close}`
}
