import type { Quote } from './briefing.ts'
import { findEnglishQuotes } from './english/english.ts'
import type { Scene } from './parsed-text.ts'
import { findAnswers } from './quotes/answers.ts'
import { type Attribution, attribute } from './quotes/attribution.ts'
import { ACROSS_PARAGRAPHS, CERTAINTY_BAR } from './quotes/certainty.ts'
import { readDiscourse } from './quotes/discourse.ts'
import { isQuote } from './quotes/is-quote.ts'
import { findSetting } from './quotes/medium-and-addressee.ts'
import { findPassages, type QuotePassage } from './quotes/passages.ts'
import { type SplitArticle, textOfPlace } from './text.ts'

/**
 * The article's quotes in order, each verbatim: `text` is the words at its places, joined by a line break. A speaker is
 * named only where the grammar of the article shows one surely enough.
 */
export function findQuotes(text: SplitArticle, scene: Scene): readonly Quote[] {
  if (text.language === 'en') return findEnglishQuotes(text.paragraphs)
  const answers = findAnswers(text, scene)
  const answered = new Set(answers.flatMap(({ at }) => at.map(({ paragraph }) => paragraph)))
  const others = weighQuotes(text, scene).map(({ quote, certainty }) =>
    certainty < CERTAINTY_BAR ? { ...quote, speaker: null, role: null } : quote,
  )
  if (answers.length === 0) return others
  const outside = others.filter(({ at }) => at.every(({ paragraph }) => !answered.has(paragraph)))
  return [...outside, ...answers].sort((left, right) => (left.at[0]?.paragraph ?? 0) - (right.at[0]?.paragraph ?? 0))
}

/** The quotes of an Arabic article with the likeliest speaker of each, and how sure that speaker is (0 to 1). */
export function weighQuotes(
  text: SplitArticle,
  scene: Scene,
): readonly { readonly quote: Quote; readonly certainty: number }[] {
  const discourse = readDiscourse(scene)
  const passages = findPassages(scene)
  const taken: boolean[] = []
  const quotes: { quote: Quote; certainty: number }[] = []
  let previous: Attributed | null = null
  passages.forEach((passage, index) => {
    const inside = passage.parent >= 0 && taken[passage.parent] === true
    const attribution = continued(attribute(passage, scene, discourse), passage, previous)
    taken[index] = inside || isQuote(passage, attribution)
    if (!taken[index] || inside) return
    quotes.push({ quote: quoteOf({ passage, attribution }, scene, text), certainty: attribution.certainty })
    previous = { passage, attribution }
  })
  return quotes
}

type Attributed = { readonly passage: QuotePassage; readonly attribution: Attribution }

/** A quote that fills its paragraph takes the speaker of the quote that ended the previous paragraph. */
function continued(attribution: Attribution, passage: QuotePassage, previous: Attributed | null): Attribution {
  if (attribution.lead !== 'alone' || previous === null) return attribution
  const { lastParagraph, close } = previous.passage
  const adjacent = lastParagraph.index === passage.paragraph.index - 1
  const last = lastParagraph.tokens.slice(close).every((token) => token.kind === 'stop')
  if (!adjacent || !last) return attribution
  const { speaker, certainty } = previous.attribution
  return { ...attribution, speaker, certainty: certainty * ACROSS_PARAGRAPHS }
}

function quoteOf({ passage, attribution }: Attributed, scene: Scene, text: SplitArticle): Quote {
  const { speaker } = attribution
  return {
    text: passage.places.map((at) => textOfPlace(at, text)).join('\n'),
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    verb: attribution.verb || null,
    mode: modeOf(attribution),
    ...findSetting(passage, attribution, scene),
    at: passage.places,
  }
}

function modeOf(attribution: Attribution): Quote['mode'] {
  return attribution.lead === 'inside' ? 'partial' : 'direct'
}
