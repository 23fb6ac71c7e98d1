import type { Slug } from '../article/article.ts'
import type { Key } from '../article/key.ts'
import type { Briefing, Quote } from '../briefing/briefing.ts'
import type { ArticleTerms } from '../digest/article-terms.ts'
import type { ReadingPage } from './reading.ts'

/** A briefing on hand. `number`: its order of arrival, never reused. */
export type ShelfItem = {
  readonly number: number
  readonly key: Key
  readonly slug: Slug
  readonly briefing: Briefing
  /** A reading position is an index into them. */
  readonly pages: readonly ReadingPage[]
  /** Computed at the first call. */
  readonly terms: () => ArticleTerms
}

/** A quote with the article it stands in. */
export type ShelfQuote = { readonly item: ShelfItem; readonly quote: Quote }
