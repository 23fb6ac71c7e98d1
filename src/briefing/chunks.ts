import type { Chunk, Quote } from './briefing.ts'
import type { ArticleText } from './text.ts'

/** The article cut into parts to read in one sitting. */
export function cutChunks(text: ArticleText, quotes: readonly Quote[]): readonly Chunk[] {
  return text.paragraphs.map((paragraph, at) => ({
    heading: text.headings.findLast((heading) => heading.before <= at)?.text ?? text.title,
    derived: false,
    text: paragraph,
    from: at,
    to: at,
    quotes: quotes.flatMap((quote, index) => (quote.at[0]?.paragraph === at ? [index] : [])),
  }))
}
