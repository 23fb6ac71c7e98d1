import type { Sentence, SplitArticle } from '../text.ts'

/** The unit of chunks, never cut inside: a paragraph, or sentences of a paragraph too long for one chunk. */
export type Piece = {
  readonly paragraph: number
  readonly start: number
  readonly end: number
  /** Index into the article's headings, -1 before the first. */
  readonly section: number
}

/** A paragraph up to this long stays whole. */
const LONGEST_WHOLE_PARAGRAPH = 1200
/** Sentences of a longer one are taken together until they are at least this long: a cut every few words is none. */
const SHORTEST_PIECE = 120
/** A sentence up to this long stays whole; past it no reader knows where it began, and it is cut at spaces. */
const LONGEST_WHOLE_SENTENCE = 3000
const PART_OF_A_SENTENCE = 1200

/** The pieces of an article in order; between them stand only spaces. */
export function cutPieces(text: SplitArticle): readonly Piece[] {
  const byParagraph = Map.groupBy(text.sentences, (sentence) => sentence.paragraph)
  let section = -1
  return text.paragraphs.flatMap((paragraph, index) => {
    while ((text.headings[section + 1]?.before ?? Number.POSITIVE_INFINITY) <= index) section += 1
    if (paragraph.length <= LONGEST_WHOLE_PARAGRAPH) {
      return [{ paragraph: index, start: 0, end: paragraph.length, section }]
    }
    return splitParagraph(paragraph, byParagraph.get(index) ?? []).map((span) => ({
      paragraph: index,
      ...span,
      section,
    }))
  })
}

type Span = { readonly start: number; readonly end: number }

function splitParagraph(paragraph: string, sentences: readonly Sentence[]): readonly Span[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of sentences) {
    const last = spans.at(-1)
    if (last && last.end - last.start < SHORTEST_PIECE && end - last.start <= LONGEST_WHOLE_PARAGRAPH) last.end = end
    else spans.push({ start, end })
  }
  if (spans.length === 0) return splitAtSpaces(paragraph, { start: 0, end: paragraph.length })
  return spans.flatMap((span) => splitAtSpaces(paragraph, span))
}

function splitAtSpaces(text: string, { start, end }: Span): readonly Span[] {
  if (end - start <= LONGEST_WHOLE_SENTENCE) return [{ start, end }]
  const parts: Span[] = []
  let from = start
  while (end - from > PART_OF_A_SENTENCE) {
    const to = lastSpaceBefore(text, from, from + PART_OF_A_SENTENCE)
    parts.push({ start: from, end: to })
    from = to
  }
  return [...parts, { start: from, end }]
}

/** Just past the last space between the two offsets; where there is none, the limit, but never inside a character. */
function lastSpaceBefore(text: string, from: number, limit: number): number {
  for (let at = limit; at > from + PART_OF_A_SENTENCE / 2; at -= 1) if (/\s/u.test(text.charAt(at - 1))) return at
  const next = text.charCodeAt(limit)
  return next >= 0xdc00 && next <= 0xdfff ? limit - 1 : limit
}
