import type { TextPlace } from '../briefing.ts'
import type { MarkedSpan } from '../grammar/quote-marks.ts'
import { type Token, wordAt } from '../grammar/tokens.ts'
import { type Paragraph, type Scene, tokenAt } from '../parsed-text.ts'

/** Words between marks, or without any behind a colon, that may be a quote, over one paragraph or several. */
export type QuotePassage = {
  readonly paragraph: Paragraph
  /** Token index of the opening mark in `paragraph`; of the colon where there are no marks. */
  readonly open: number
  /** The paragraph it ends in, and the token index after its closing mark there. */
  readonly lastParagraph: Paragraph
  readonly close: number
  readonly places: readonly TextPlace[]
  readonly words: number
  readonly closed: boolean
  /** Whether marks enclose it. */
  readonly marks: boolean
  /** Index of the passage around it, -1 for none. */
  readonly parent: number
}

const MAX_PARAGRAPHS = 8

/** Every passage of the text in order, nested ones after the one around them. */
export function findPassages(scene: Scene): readonly QuotePassage[] {
  const passages: QuotePassage[] = []
  const taken = new Set<MarkedSpan>()
  for (const paragraph of scene.paragraphs) {
    const bare = bareSpeech(paragraph)
    if (bare !== null) passages.push({ ...bare, parent: -1 })
    const numbers = new Map<number, number>()
    paragraph.marked.spans.forEach((span, index) => {
      if (taken.has(span) || span.end <= span.start) return
      const passage = span.closed ? closedPassage(paragraph, span) : openPassage(scene, { paragraph, span, taken })
      numbers.set(index, passages.length)
      passages.push({ ...passage, parent: span.parent < 0 ? -1 : (numbers.get(span.parent) ?? -1) })
    })
  }
  return passages
}

type Loose = Omit<QuotePassage, 'parent'>

const MAX_LEAD = 24
const MIN_BARE_WORDS = 5
// `وقال: إن`, `10:30`
const REPORTED = /^(?:[وب]?ان(?:ه|ها|هم|هما)?|\d+)$/

/** `وقال فلان: …`: behind the first colon the rest of a paragraph without marks, where nobody else speaks in it. */
function bareSpeech(paragraph: Paragraph): Loose | null {
  const { tokens, text, marked, index } = paragraph
  if (marked.spans.length > 0 || marked.strayClose !== null) return null
  const colon = tokens.slice(0, MAX_LEAD).findIndex(({ kind }) => kind === 'colon')
  const first = wordAt(tokens, colon + 1)
  if (colon < 1 || first.kind !== 'word' || REPORTED.test(first.plain) || reportsAgain(tokens, colon + 1)) return null
  const place = { paragraph: index, start: first.start, end: text.trimEnd().length }
  const words = countWords(paragraph, place)
  if (words < MIN_BARE_WORDS) return null
  const all = { paragraph, open: colon, lastParagraph: paragraph, close: tokens.length, places: [place] }
  return { ...all, words, closed: true, marks: false }
}

/** `…. وأضاف أن`: a sentence that begins with another act of speech. */
function reportsAgain(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < tokens.length; at += 1) {
    const { info, plain } = wordAt(tokens, at)
    const opens = plain.startsWith('و') || wordAt(tokens, at - 1).kind === 'stop'
    if (opens && wordAt(tokens, at - 1).kind !== 'word' && info.verb !== null && info.verb.force !== 'do') return true
    if (wordAt(tokens, at).kind === 'colon') return true
  }
  return false
}

function closedPassage(paragraph: Paragraph, span: MarkedSpan): Loose {
  const place = { paragraph: paragraph.index, start: span.start, end: span.end }
  const { tokens } = paragraph
  return {
    paragraph,
    open: tokenAt(tokens, span.open),
    lastParagraph: paragraph,
    close: tokenAt(tokens, span.close),
    places: [place],
    words: countWords(paragraph, place),
    closed: true,
    marks: true,
  }
}

function countWords(paragraph: Paragraph, place: TextPlace): number {
  const { tokens } = paragraph
  return tokens.slice(tokenAt(tokens, place.start), tokenAt(tokens, place.end)).filter(({ kind }) => kind === 'word')
    .length
}

type Opening = { readonly paragraph: Paragraph; readonly span: MarkedSpan; readonly taken: Set<MarkedSpan> }

/**
 * A mark that its paragraph never closes. It closes in a later paragraph (which may open it again first), or else the
 * quote ends with the paragraph:
 *
 *     قال: «aaa          قال: «aaa           قال: «aaa
 *     bbb»               «bbb               (nothing)
 *                        «ccc»
 */
function openPassage(scene: Scene, opening: Opening): Loose {
  const { paragraph, span, taken } = opening
  const first = { paragraph: paragraph.index, start: span.start, end: span.end }
  const rest = span.parent < 0 && span.close === paragraph.text.length ? continuation(scene, opening) : null
  if (rest === null) return endWithParagraph(opening, first)
  for (const used of rest.spans) taken.add(used)
  const places = [first, ...rest.places]
  return {
    paragraph,
    open: tokenAt(paragraph.tokens, span.open),
    lastParagraph: rest.paragraph,
    close: tokenAt(rest.paragraph.tokens, rest.close),
    places,
    words: places.reduce((sum, place) => sum + countWords(scene.paragraphs[place.paragraph] ?? paragraph, place), 0),
    closed: true,
    marks: true,
  }
}

function endWithParagraph(opening: Opening, place: TextPlace): Loose {
  const { paragraph, span } = opening
  const end = endBeforeNextQuote(paragraph, span)
  const own = { ...place, end: Math.max(place.start, end) }
  return {
    paragraph,
    open: tokenAt(paragraph.tokens, span.open),
    lastParagraph: paragraph,
    close: tokenAt(paragraph.tokens, end),
    places: [own],
    words: countWords(paragraph, own),
    closed: false,
    marks: true,
  }
}

// An unclosed quote ends where the reporter goes on (`، مضيفا`), or at the last stop before another quote's colon.
function endBeforeNextQuote(paragraph: Paragraph, span: MarkedSpan): number {
  const { tokens, text } = paragraph
  let stop = -1
  for (let at = tokenAt(tokens, span.start); at < tokenAt(tokens, span.close); at += 1) {
    const [token, next] = [wordAt(tokens, at), wordAt(tokens, at + 1)]
    if (token.kind === 'stop' || token.text === '..') stop = token.end
    if (token.kind === 'comma' && goesOnSpeaking(next)) return token.start
    if (token.kind === 'colon' && next.kind === 'mark' && stop > 0) return stop
  }
  return span.start + text.slice(span.start, span.end).trimEnd().length
}

function goesOnSpeaking({ info: { verb }, text }: Token): boolean {
  return verb?.shape === 'participle' && verb.force !== 'do' && /[اةه]\u064B?$|\u064Bا$/.test(text)
}

type Rest = {
  readonly places: readonly TextPlace[]
  readonly spans: readonly MarkedSpan[]
  readonly paragraph: Paragraph
  readonly close: number
}

function continuation(scene: Scene, opening: Opening): Rest | null {
  const places: TextPlace[] = []
  const spans: MarkedSpan[] = []
  const from = opening.paragraph.index + 1
  for (const paragraph of scene.paragraphs.slice(from, from + MAX_PARAGRAPHS)) {
    const { text, marked } = paragraph
    const start = text.length - text.trimStart().length
    const first = marked.spans[0]
    const reopened = first !== undefined && first.open === start && first.parent < 0 ? first : null
    if (reopened !== null) {
      places.push({ paragraph: paragraph.index, start: reopened.start, end: reopened.end })
      spans.push(reopened)
      if (reopened.closed) return { places, spans, paragraph, close: reopened.close }
      continue
    }
    if (marked.strayClose !== null) {
      const end = start + text.slice(start, marked.strayClose.at).trimEnd().length
      if (end > start) places.push({ paragraph: paragraph.index, start, end })
      return { places, spans, paragraph, close: marked.strayClose.end }
    }
    if (marked.spans.length > 0 || text.trim() === '') return null
    places.push({ paragraph: paragraph.index, start, end: text.trimEnd().length })
  }
  return null
}
