import type { Briefing, Quote, TimelineEvent } from '../briefing/briefing.ts'
import { LANGUAGE, type Language } from '../language/language.ts'

/** What is told of an article first; every text is the article's own and whole. */
export type Card = {
  readonly sentences: readonly string[]
  readonly quote: Quote | null
  readonly figures: readonly string[]
  /** What is still to come: the sentence of the first event after the article's day. */
  readonly next: TimelineEvent | null
}

const SENTENCES = 3
const FIGURES = 2
const LONGEST_SENTENCE = 320
const LONGEST_QUOTE = 320
const LONGEST_FIGURE = 60

/** Chooses from a briefing what can be understood in a minute. */
export function cardOf(briefing: Briefing): Card {
  const { quotes, figures, timeline, article } = briefing
  const [quote = null] = bestQuotes(quotes, LONGEST_QUOTE).filter(
    ({ text, speaker }) => speaker !== null && text.length <= LONGEST_QUOTE,
  )
  const sentences = standingAlone(briefing, quote)
  const published = article.published?.slice(0, 10) ?? null
  const next = timeline.find(
    ({ when, date, text }) =>
      published !== null &&
      date !== null &&
      date > published &&
      isShown(text) &&
      when.length <= LONGEST_FIGURE &&
      !sentences.includes(text),
  )
  return {
    sentences,
    quote,
    figures: figures
      .map(({ text }) => text)
      .filter((text) => text.length <= LONGEST_FIGURE && !timeline.some(({ when }) => text.includes(when)))
      .slice(0, FIGURES),
    next: next ?? null,
  }
}

/** The best quotes first: short ones before long ones, then with a named speaker, then in full. */
export function bestQuotes(quotes: readonly Quote[], most: number): readonly Quote[] {
  const rank = (quote: Quote) =>
    Number(quote.text.length > most) * 4 + Number(quote.speaker === null) * 2 + Number(quote.mode === 'partial')
  return quotes.toSorted((left, right) => rank(left) - rank(right))
}

/** Sentences of the summary in its order; those that lean on what is before them only where others are wanting. */
function standingAlone({ summary, article }: Briefing, quote: Quote | null): readonly string[] {
  const texts = summary.sentences.map(({ text }) => text)
  const whole = texts.filter((text) => isShown(text) && (quote === null || !text.includes(quote.text)))
  const leans = (text: string) => LEANING[article.language].test(text)
  const chosen = whole.toSorted((left, right) => Number(leans(left)) - Number(leans(right))).slice(0, SENTENCES)
  return whole.filter((text) => chosen.includes(text))
}

function isShown(text: string): boolean {
  return text.length <= LONGEST_SENTENCE && text.trim() !== ''
}

/** How a sentence begins that goes on from another. */
const LEANING: Readonly<Record<Language, RegExp>> = {
  ar: /^(?:[وف]?(?:لكن|لكنه|لكنها|ثم|بل|كما|كذلك|ذلك|هذا|هذه|تلك|هو|هي|هم|إذ|حيث|بيد|غير أن|إلا أن)(?=[\s،])|[وف](?=\p{L}{3}))/u,
  en: /^(?:But|And|Or|So|He|She|They|It|This|That|These|Those|However|Also|Then|Both|Neither|Yet|Still)\b/,
}

/** A quote's words in the marks of its language. */
export function inQuoteMarks(text: string, language: Language): string {
  const [open, close] = LANGUAGE[language].quoteMarks
  return `${open}${text}${close}`
}
