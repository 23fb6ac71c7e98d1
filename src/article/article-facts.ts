import type { RelatedLink } from './article.ts'

/** What a page says of its article beside its text: in its head, its names of classes, its own lines. */
export type ArticleFacts = {
  readonly title: string | null
  readonly published: string | null
  readonly source: string | null
  readonly url: string | null
  readonly keywords: readonly string[]
  readonly related: readonly RelatedLink[]
  /** The rest of the article is for subscribers. */
  readonly isPart: boolean
}

/** Of a page that is text alone. */
export const NO_FACTS: ArticleFacts = {
  title: null,
  published: null,
  source: null,
  url: null,
  keywords: [],
  related: [],
  isPart: false,
}
