import type { Language } from '../language/language.ts'

/** Bytes of a file or a page that is read as an article. */
export const LARGEST_FILE = 2 * 1024 * 1024

declare const slugBrand: unique symbol
/** A name for an article that is safe in file names, links and commands: `[a-z0-9-]`, 1–64 characters. */
export type Slug = string & { readonly [slugBrand]: true }

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }

/** `derived`: the page had no title, so this one is made of the article's own words. */
type Title = { readonly text: string; readonly derived: boolean }

/** A headline that the page names as related; `slug` when it is an article of the same collection. */
export type RelatedLink = { readonly title: string; readonly url: string | null; readonly slug: Slug | null }

/** One article as on its page: text unchanged, `null` for fields the page lacks. */
export type Article = {
  readonly slug: Slug
  readonly title: Title
  readonly language: Language
  readonly source: string | null
  readonly url: string | null
  /** ISO 8601: a date (`2025-08-16`) or a date and time with its offset. */
  readonly published: string | null
  readonly keywords: readonly string[]
  /** Headings and paragraphs in reading order. Paragraphs are numbered from 0, headings not counted. */
  readonly blocks: readonly Block[]
  readonly related: readonly RelatedLink[]
  /** Other whole articles found in the same page. */
  readonly embedded: readonly Article[]
}

/** What an article lacks or had to be guessed, in the order it is told; `furniture`: much of the page was no text of it. */
export const DOUBTS = ['title', 'date', 'source', 'furniture'] as const
export type Doubt = (typeof DOUBTS)[number]

/** What a page says of its own publication; `publishAt`: ISO 8601, in the newsroom's zone where it gives no offset. */
export type Release = { readonly isDraft: boolean; readonly isWithdrawn: boolean; readonly publishAt: string | null }

/** That of a page which says nothing of it. */
export const UNSTATED_RELEASE: Release = { isDraft: false, isWithdrawn: false, publishAt: null }

/** The result of reading a file; `why`: one line for the operator. */
export type Parsed =
  | {
      readonly kind: 'article'
      readonly article: Article
      /** Whether it names itself; else its slug is made of its file's or its address's name. */
      readonly isSlugged: boolean
      readonly doubts: readonly Doubt[]
      readonly release: Release
    }
  | { readonly kind: 'unreadable'; readonly why: string }

/** What a page did not say of its article. */
export function missingIn({ title, published, source }: Article): readonly Doubt[] {
  const missing: Readonly<Record<Doubt, boolean>> = {
    title: title.derived,
    date: published === null,
    source: source === null,
    furniture: false,
  }
  return DOUBTS.filter((doubt) => missing[doubt])
}

/** The texts of the paragraphs in order; an index into it is a paragraph number. */
export function paragraphsOf(article: Article): readonly string[] {
  return article.blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text)
}
