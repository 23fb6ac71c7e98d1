import type { Person, Quote } from '../briefing.ts'
import { type EnglishAct, findActs } from './acts.ts'
import { attributeEnglish, nobody, type Said } from './attribution.ts'
import { findEnglishCast } from './cast.ts'
import { type EnglishParagraph, type EnglishPassage, readEnglishParagraph } from './passages.ts'
import { englishAt } from './phrases.ts'
import { createFocus, type EnglishContext, type State } from './speakers.ts'
import { MEDIA } from './words.ts'

/** The quotes of an English article, by the same promises as the Arabic ones. */
export function findEnglishQuotes(texts: readonly string[]): readonly Quote[] {
  const paragraphs = texts.map(readEnglishParagraph)
  const acts = paragraphs.map(findActs)
  const cast = findEnglishCast(paragraphs, acts)
  const state: State = { last: null, lastQuote: null, held: null }
  return paragraphs.flatMap((paragraph, index) => {
    const reopened = paragraphs[index + 1]?.passages[0]?.open === 0
    return quotesOf(paragraph, acts[index] ?? [], { cast, state, reopened })
  })
}

/** The persons of an English article in the order it first names them. */
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
  let heard = 0
  for (const passage of paragraph.passages) {
    while ((acts[heard]?.to ?? Number.POSITIVE_INFINITY) <= passage.open) heard += 1
    focus(paragraph.sentence[passage.open] ?? 0)
    const said = attributeEnglish(paragraph, passage, { acts, heard, context })
    const goesOn = !passage.closed && context.reopened
    const goingOn = context.state.held !== null && passage.open === 0
    if (said === null && !goesOn && !goingOn) continue
    const quote = joinHeld(quoteOf(paragraph, passage, said ?? nobody()), said !== null, context)
    if (goesOn) {
      context.state.held = { quote, attributed: said !== null || context.state.held?.attributed === true }
      continue
    }
    context.state.held = null
    quotes.push(quote)
    if (said?.who != null) context.state.last = said.who
    context.state.lastQuote = { paragraph: paragraph.index, close: passage.close }
  }
  focus(Number.POSITIVE_INFINITY)
  return quotes
}

/** Puts the beginning that earlier paragraphs held before a quote; the first attribution given is the quote's. */
function joinHeld(quote: Quote, attributed: boolean, { state }: EnglishContext): Quote {
  const { held } = state
  const [place] = quote.at
  const before = held?.quote.at.at(-1)
  if (held === null || place === undefined || before === undefined || before.paragraph !== place.paragraph - 1)
    return quote
  const whole = { text: `${held.quote.text}\n${quote.text}`, at: [...held.quote.at, ...quote.at] }
  return held.attributed || !attributed ? { ...held.quote, ...whole } : { ...quote, ...whole }
}

function quoteOf(paragraph: EnglishParagraph, passage: EnglishPassage, said: Said): Quote {
  const { place } = passage
  return {
    text: paragraph.text.slice(place.start, place.end),
    speaker: said.who?.name ?? null,
    role: said.who?.role ?? null,
    verb: said.act?.verb ?? null,
    mode: said.mode,
    medium: said.act === null ? null : mediumOf(paragraph, passage),
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
