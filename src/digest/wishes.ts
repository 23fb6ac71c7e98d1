import { type DigestForm, USUAL_FORM } from './form.ts'

/** The most articles that a digest names; the unnamed count as covered too. */
export const MOST_NAMED = 10

/** The most words and the most speakers that a chat may follow. */
export const MOST_FOLLOWED = 10

/** A chat's choice of content. Without `keywords` and `speakers` it gets every article, else those that match any. */
export type Wishes = DigestForm & {
  /** At most so many articles, 1–10. */
  readonly most: number
  readonly keywords: readonly string[]
  readonly speakers: readonly string[]
  /** What to send when nothing is new: the next part to read, one line saying so, or nothing. */
  readonly whenEmpty: WhenEmpty
}

export const USUAL_WISHES: Wishes = { ...USUAL_FORM, most: MOST_NAMED, keywords: [], speakers: [], whenEmpty: 'part' }

/** Whether a chat wants only some articles. */
export function isChoosy({ keywords, speakers }: Wishes): boolean {
  return keywords.length > 0 || speakers.length > 0
}

export const WHEN_EMPTY = ['part', 'line', 'silent'] as const

export type WhenEmpty = (typeof WHEN_EMPTY)[number]
