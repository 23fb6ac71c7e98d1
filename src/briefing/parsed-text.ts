import { firstFrom } from './first-from.ts'
import { applyEvidence } from './grammar/evidence.ts'
import { findMarkedSpans, type MarkedText } from './grammar/quote-marks.ts'
import { createTokenReader, type Token } from './grammar/tokens.ts'
import { type Cast, findCast } from './people/cast.ts'
import type { SplitArticle } from './text.ts'

/** A paragraph taken apart for the search of speakers. */
export type Paragraph = {
  readonly index: number
  readonly text: string
  readonly tokens: readonly Token[]
  readonly marked: MarkedText
  /** Whether the token at an index stands in a long span: words of somebody's own, not of the article. */
  readonly hidden: readonly boolean[]
  /** Number of the sentence each token belongs to. */
  readonly sentence: readonly number[]
}

/** The whole text as the search of speakers sees it. */
export type Scene = { readonly paragraphs: readonly Paragraph[]; readonly cast: Cast }

// A span of fewer words is read on as part of the sentence: a name, an outlet, a word held at arm's length.
const LONG_SPAN_WORDS = 5

/** Takes an Arabic text apart once for quotes and people. English has a grammar of its own and is not read here. */
export function parseText({ language, paragraphs: all }: Pick<SplitArticle, 'language' | 'paragraphs'>): Scene {
  const texts = language === 'en' ? [] : all
  const tokens = applyEvidence(texts.map(createTokenReader()))
  const paragraphs = texts.map((text, index) => readParagraph({ index, text, tokens: tokens[index] ?? [] }))
  return { paragraphs, cast: findCast(tokens) }
}

function readParagraph(raw: Pick<Paragraph, 'index' | 'text' | 'tokens'>): Paragraph {
  const marked = findMarkedSpans(raw.text)
  const hidden = hideLongSpans(raw.tokens, marked)
  return { ...raw, marked, hidden, sentence: numberSentences(raw.tokens, marked) }
}

function hideLongSpans(tokens: readonly Token[], marked: MarkedText): readonly boolean[] {
  const hidden = new Array<boolean>(tokens.length).fill(false)
  for (const span of marked.spans) {
    if (!span.closed || span.parent >= 0) continue
    const [from, to] = [tokenAt(tokens, span.start), tokenAt(tokens, span.end)]
    const words = tokens.slice(from, to).filter((token) => token.kind === 'word').length
    if (words >= LONG_SPAN_WORDS) hidden.fill(true, from, to)
  }
  return hidden
}

/** Index of the first token that starts at or after an offset. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  return firstFrom(tokens, offset, ({ start }) => start)
}

// A stop between marks ends a sentence of the speaker's, not of the article.
function numberSentences(tokens: readonly Token[], marked: MarkedText): readonly number[] {
  let number = 0
  let covered = -1
  let next = 0
  return tokens.map((token) => {
    const own = number
    for (let span = marked.spans[next]; span !== undefined && span.open <= token.start; span = marked.spans[next]) {
      if (span.closed) covered = Math.max(covered, span.close)
      next += 1
    }
    if (token.kind === 'stop' && token.start >= covered) number += 1
    return own
  })
}
