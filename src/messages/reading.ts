import type { Briefing } from '../briefing/briefing.ts'
import { packPages } from './pages.ts'
import { verbatim } from './rich.ts'

/** One message's worth of a chunk. */
export type ReadingPage = { readonly heading: string; readonly derived: boolean; readonly text: string }

/** An article as the pages of `/read`: a chunk each; a chunk too long for one message takes several. Never empty. */
export function readingPages(briefing: Briefing): readonly ReadingPage[] {
  const { language } = briefing.article
  const pages = briefing.chunks.flatMap(({ heading, derived, text }) =>
    packPages([verbatim(text, language)]).map((page) => ({ heading, derived, text: page.rawText })),
  )
  return pages.length === 0 ? [{ heading: briefing.article.title.text, derived: true, text: '' }] : pages
}
