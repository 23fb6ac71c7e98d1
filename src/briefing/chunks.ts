import type { Language } from '../language/language.ts'
import type { Chunk, Quote, TextPlace } from './briefing.ts'
import { isByline } from './chunks/byline.ts'
import { groupPieces } from './chunks/cut-points.ts'
import { cutPieces, type Piece } from './chunks/pieces.ts'
import { tokensByParagraph } from './chunks/tokens.ts'
import { type SplitArticle, textOfPlace } from './text.ts'

/**
 * The article cut into parts to read in one sitting: along its headings, then at turns of topic, never inside a sentence
 * (only a sentence past 3,000 characters is cut, at a space). In order; every paragraph's text is in them, once. A chunk
 * under a heading of the article bears it; the first without one is the introduction, any other has its number.
 */
export function cutChunks(text: SplitArticle, quotes: readonly Quote[]): readonly Chunk[] {
  const tokens = tokensByParagraph(text)
  const groups = groupPieces(cutPieces(text), text, tokens)
  const begun = Map.groupBy(quotes.entries(), ([, quote]) => quote.at[0]?.paragraph)
  return groups.map((pieces, index) => {
    const parts = partsOf(pieces)
    const own = ownHeading(pieces, groups[index - 1], text)
    return {
      heading: own ?? LABELS[text.language](index + 1),
      derived: own === null,
      text: parts.map((part) => textOfPlace(part, text).trim()).join('\n\n'),
      from: parts[0]?.paragraph ?? 0,
      to: parts.at(-1)?.paragraph ?? 0,
      quotes: parts.flatMap((part) =>
        (begun.get(part.paragraph) ?? []).filter(([, quote]) => beginsIn(part, quote)).map(([at]) => at),
      ),
    }
  })
}

/** For a chunk that the article gives no heading: a phrase of its text would claim to be one. */
const LABELS: Readonly<Record<Language, (number: number) => string>> = {
  ar: (number) => (number === 1 ? 'المقدمة' : `الجزء ${number}`),
  en: (number) => (number === 1 ? 'Introduction' : `Part ${number}`),
}

/** The pieces of one paragraph taken together: a place a paragraph. */
function partsOf(pieces: readonly Piece[]): readonly TextPlace[] {
  const parts: { paragraph: number; start: number; end: number }[] = []
  for (const { paragraph, start, end } of pieces) {
    const last = parts.at(-1)
    if (last?.paragraph === paragraph) last.end = end
    else parts.push({ paragraph, start, end })
  }
  return parts
}

/** The headings that stand right before the chunk: it opens their section. Two in a row both count. */
function ownHeading(pieces: readonly Piece[], before: readonly Piece[] | undefined, text: SplitArticle): string | null {
  const first = pieces[0]
  if (!first || first.section < 0 || before?.[0]?.section === first.section) return null
  const [over, own] = [text.headings[first.section - 1], text.headings[first.section]]
  if (own === undefined || (own.before === 0 && isByline(own.text))) return null
  const both = over?.before === own.before && !(over.before === 0 && isByline(over.text))
  return both ? `${over.text} · ${own.text}` : own.text
}

/** A quote that runs over two chunks belongs to the one it begins in. */
function beginsIn(part: TextPlace, quote: Quote): boolean {
  return quote.at.slice(0, 1).some(({ start }) => start >= part.start && start < part.end)
}
