import type { TextPlace } from '../briefing.ts'
import { firstFrom } from '../first-from.ts'
import { findMarkedSpans } from '../grammar/quote-marks.ts'
import { type EnglishToken, readEnglishTokens } from './phrases.ts'

/** Words between marks in an English paragraph; `open` and `close` are token indices, the marks included. */
export type EnglishPassage = {
  readonly open: number
  readonly close: number
  readonly place: TextPlace
  readonly words: number
  readonly closed: boolean
}

const LONG_PASSAGE_WORDS = 4

/** The parts of a paragraph. A comma before the closing mark is the reporter's, not the speaker's. */
export function readEnglishParagraph(text: string, index: number): EnglishParagraph {
  const tokens = readEnglishTokens(text)
  const hidden = new Array<boolean>(tokens.length).fill(false)
  const passages: EnglishPassage[] = []
  const tokenFrom = (offset: number) => firstFrom(tokens, offset, ({ start }) => start)
  for (const span of findMarkedSpans(text).spans) {
    if (span.parent >= 0) continue
    const open = tokenFrom(span.open)
    const close = tokenFrom(span.close)
    const words = tokens.slice(open, close).filter((token) => /[\p{L}\p{N}]/u.test(token.text)).length
    const end = span.start + text.slice(span.start, span.end).replace(/,$/, '').length
    passages.push({ open, close, place: { paragraph: index, start: span.start, end }, words, closed: span.closed })
    if (words >= LONG_PASSAGE_WORDS) hidden.fill(true, open, close)
  }
  return { index, text, tokens, passages, hidden, sentence: numberSentences(tokens, hidden) }
}

function numberSentences(tokens: EnglishParagraph['tokens'], hidden: readonly boolean[]): readonly number[] {
  let number = 0
  return tokens.map((token, index) => {
    const own = number
    if (/^[.!?]$/.test(token.text) && hidden[index] !== true) number += 1
    return own
  })
}

export type EnglishParagraph = {
  readonly index: number
  readonly text: string
  readonly tokens: readonly EnglishToken[]
  readonly passages: readonly EnglishPassage[]
  /** Whether a token is inside a long passage. */
  readonly hidden: readonly boolean[]
  readonly sentence: readonly number[]
}
