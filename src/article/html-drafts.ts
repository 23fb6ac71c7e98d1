import type { PageLink } from './html-parts.ts'
import { labelOf } from './page-labels.ts'
import { textLine } from './page-lines.ts'
import { datelineIn } from './published.ts'
import { isLink, type Line } from './unwrap.ts'

/** An article of a page that is being read. */
export type ArticleDraft = {
  title: string | null
  readonly lines: Line[]
  published: string | null
  source: string | null
  readonly keywords: string[]
  /** Links in blocks that are named for them. */
  readonly related: PageLink[]
}

/** An article of a page as its elements tell it. */
export type MarkedArticle = { readonly [Part in keyof ArticleDraft]: Readonly<ArticleDraft[Part]> }

/** A text of so many letters is no teaser. */
export const WHOLE = 400

export function emptyDraft(): ArticleDraft {
  return { title: null, lines: [], published: null, source: null, keywords: [], related: [] }
}

/** Above the headline stand sections, kickers and headlines of others: only what tells of the article stays. */
export function setTitle(draft: ArticleDraft, title: string): void {
  draft.title = title
  draft.lines.splice(0, draft.lines.length, ...draft.lines.filter(isAboutArticle))
}

function isAboutArticle(line: Line): boolean {
  return !isLink(line) && (datelineIn(line.text) !== null || labelOf(line.text) !== null)
}

/** Under a headline with little text there was no other article: its lines go on with the first. */
export function joinTeasers([first = emptyDraft(), ...others]: readonly ArticleDraft[]): readonly MarkedArticle[] {
  for (const teaser of others.filter(isTeaser)) {
    const title = teaser.title === null ? [] : [{ ...textLine(teaser.title), role: 'heading' as const }]
    first.lines.push(...title, ...teaser.lines)
  }
  return [first, ...others.filter((other) => !isTeaser(other))]
}

function isTeaser({ lines }: ArticleDraft): boolean {
  return lines.reduce((sum, line) => sum + (isLink(line) ? 0 : line.text.length), 0) < WHOLE
}
