import type { Person, Quote } from '../briefing.ts'
import { type EnglishAct, findActs } from './acts.ts'
import { attributeEnglish, type EnglishAttribution, unattributed } from './attribution.ts'
import { findEnglishCast } from './cast.ts'
import { type EnglishParagraph, type EnglishPassage, readEnglishParagraph } from './passages.ts'
import { englishAt } from './phrases.ts'
import { createFocus, type DiscourseState, type EnglishContext } from './speakers.ts'
import { MEDIA } from './words.ts'

/** The quotes of an English article, in order, each verbatim. */
export function findEnglishQuotes(texts: readonly string[]): readonly Quote[] {
  const paragraphs = texts.map(readEnglishParagraph)
  const acts = paragraphs.map(findActs)
  const cast = findEnglishCast(paragraphs, acts)
  const state: DiscourseState = { last: null, lastQuote: null, unfinished: null }
  return paragraphs.flatMap((paragraph, index) => {
    const reopened = paragraphs[index + 1]?.passages[0]?.open === 0
    return quotesOf(paragraph, acts[index] ?? [], { cast, state, reopened })
  })
}

/** The persons of an English article in order of first mention. */
export function findEnglishPeople(texts: readonly string[]): readonly Person[] {
  const paragraphs = texts.map(readEnglishParagraph)
  const members = [...findEnglishCast(paragraphs, paragraphs.map(findActs)).values()]
  return members
    .filter((member) => member.paragraphs.length > 0 && (member.name.includes(' ') || member.role !== null))
    .map(({ name, role, paragraphs: own }) => ({ name, role, mentions: own.length, paragraphs: [...new Set(own)] }))
    .sort(({ paragraphs: [a = 0] }, { paragraphs: [b = 0] }) => a - b)
}

function quotesOf(paragraph: EnglishParagraph, acts: readonly EnglishAct[], context: EnglishContext): readonly Quote[] {
  const quotes: Quote[] = []
  const focus = createFocus(paragraph, acts, context)
  let next = 0
  for (const passage of paragraph.passages) {
    while ((acts[next]?.to ?? Number.POSITIVE_INFINITY) <= passage.open) next += 1
    focus(paragraph.sentence[passage.open] ?? 0)
    const found = attributeEnglish({ paragraph, passage, acts, next, context })
    const goesOn = !passage.closed && context.reopened
    const goingOn = context.state.unfinished !== null && passage.open === 0
    if (found === null && !goesOn && !goingOn) continue
    const quote = joinUnfinished(quoteOf(paragraph, passage, found ?? unattributed()), found !== null, context)
    if (goesOn) {
      context.state.unfinished = { quote, attributed: found !== null || context.state.unfinished?.attributed === true }
      continue
    }
    context.state.unfinished = null
    quotes.push(quote)
    if (found?.who != null) context.state.last = found.who
    context.state.lastQuote = { paragraph: paragraph.index, close: passage.close }
  }
  focus(Number.POSITIVE_INFINITY)
  return quotes
}

/** The unfinished quote of earlier paragraphs and its end as one; the first attribution found is the quote's. */
function joinUnfinished(quote: Quote, attributed: boolean, { state }: EnglishContext): Quote {
  const { unfinished } = state
  const [place] = quote.at
  const before = unfinished?.quote.at.at(-1)
  if (unfinished === null || place === undefined || before === undefined || before.paragraph !== place.paragraph - 1)
    return quote
  const whole = { text: `${unfinished.quote.text}\n${quote.text}`, at: [...unfinished.quote.at, ...quote.at] }
  return unfinished.attributed || !attributed ? { ...unfinished.quote, ...whole } : { ...quote, ...whole }
}

function quoteOf(paragraph: EnglishParagraph, passage: EnglishPassage, attribution: EnglishAttribution): Quote {
  const { place } = passage
  return {
    text: paragraph.text.slice(place.start, place.end),
    speaker: attribution.who?.name ?? null,
    role: attribution.who?.role ?? null,
    verb: attribution.act?.verb ?? null,
    mode: attribution.mode,
    medium: attribution.act === null ? null : mediumOf(paragraph, passage),
    addressee: null,
    at: [place],
  }
}

const NEAR_TOKENS = 30

/** The outlet or service that the words around a quote name (`he wrote on Telegram`, `told Reuters`). */
function mediumOf(paragraph: EnglishParagraph, passage: EnglishPassage): string | null {
  const { tokens, text, sentence } = paragraph
  let from = passage.open
  while (from > Math.max(0, passage.open - NEAR_TOKENS) && sentence[from - 1] === sentence[passage.open]) from -= 1
  let to = passage.close
  while (to < Math.min(tokens.length, passage.close + NEAR_TOKENS) && sentence[to] === sentence[passage.open]) to += 1
  const before = text.slice(englishAt(tokens, from).start, englishAt(tokens, passage.open).start)
  const after = text.slice(englishAt(tokens, passage.close - 1).end, englishAt(tokens, to - 1).end)
  return MEDIA.exec(`${before} ${after}`)?.[1] ?? null
}
