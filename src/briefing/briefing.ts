import type { Article, Slug } from '../article/article.ts'

/** Where words stand: `paragraphs[paragraph].slice(start, end)`, UTF-16 offsets. */
export type TextPlace = { readonly paragraph: number; readonly start: number; readonly end: number }

export type SummarySentence = { readonly text: string; readonly at: TextPlace }

/** `line`: at most 220 characters, the article's own words: a whole sentence, or cut and then with `…` at its end. `sentences`: in the article's order. */
export type Summary = {
  readonly line: string
  readonly sentences: readonly SummarySentence[]
  /** At most three sentences for a first screen, each clear where it stands. */
  readonly front: readonly SummarySentence[]
}

/** A part to read in one sitting, about 600–1200 characters. `from` and `to` are paragraph numbers, `to` included. */
export type Chunk = {
  readonly heading: string
  /** The heading is a plain label, not one of the article's own headings. */
  readonly derived: boolean
  readonly text: string
  readonly from: number
  readonly to: number
  /** Indices into the briefing's quotes. */
  readonly quotes: readonly number[]
}

/** Somebody's own words, verbatim. `null` where the article does not say; never guessed. */
export type Quote = {
  readonly text: string
  /** The speaker's fullest name in the article, or the role where no name is given. */
  readonly speaker: string | null
  readonly role: string | null
  readonly verb: string | null
  readonly mode: 'direct' | 'partial'
  /** Where it was said («تيليغرام»). */
  readonly medium: string | null
  readonly addressee: string | null
  /** One place a paragraph the quote runs through; never empty. */
  readonly at: readonly TextPlace[]
  /** An editor said whose words these are. */
  readonly edited?: true
}

export type Person = {
  readonly name: string
  readonly role: string | null
  readonly mentions: number
  /** Paragraphs that name the person, ascending. */
  readonly paragraphs: readonly number[]
}

/** `text`: the number with what it counts (`أكثر من مليون شخص`). */
export type Figure = { readonly text: string; readonly sentence: string; readonly paragraph: number }

/**
 * `when`: as the article words it; `date`: ISO 8601: a day, month, year or span (`2025-08-15`, `2026-02`, `2010/2012`), or
 * the day of a year that can't be known (`--04-14`).
 */
export type TimelineEvent = {
  readonly when: string
  readonly date: string
  readonly text: string
  readonly paragraph: number
}

/** One story among the related headlines; `also`: its other wordings. */
export type RelatedStory = {
  readonly title: string
  readonly url: string | null
  readonly slug: Slug | null
  readonly also: readonly string[]
}

/** What an editor may fix: words of their own for a title, whose a quote is, and that it is none. Never a quote's words. */
export const FIX_KINDS = ['title', 'speaker', 'dropped'] as const
export type FixKind = (typeof FIX_KINDS)[number]

/** All that mujaz says of an article. Every text in it is the article's own, but for a title that an editor wrote. */
export type Briefing = {
  readonly article: Article
  readonly summary: Summary
  readonly chunks: readonly Chunk[]
  readonly quotes: readonly Quote[]
  readonly people: readonly Person[]
  readonly figures: readonly Figure[]
  readonly timeline: readonly TimelineEvent[]
  readonly related: readonly RelatedStory[]
  readonly embedded: readonly Briefing[]
  /** What an editor fixed; left out: nothing. */
  readonly edited?: readonly FixKind[]
}
