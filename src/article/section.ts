import type { Line } from './unwrap.ts'

/** A stretch of a page and its part in the article. */
export type PageSection =
  | { readonly kind: 'body'; readonly lines: readonly Line[] }
  | { readonly kind: 'embedded'; readonly lines: readonly Line[] }
  | { readonly kind: 'related'; readonly lines: readonly Line[] }
  | { readonly kind: 'keywords'; readonly values: readonly string[] }
  | { readonly kind: 'source' | 'url' | 'published'; readonly value: string }
