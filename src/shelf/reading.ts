import type { Briefing } from '../briefing/briefing.ts'
import { packPages } from '../text/pages.ts'
import { verbatim } from '../text/rich.ts'

/** One message's worth of a chunk; `chunk`: an index into the briefing's. */
export type ReadingPage = {
  readonly chunk: number
  readonly heading: string
  readonly derived: boolean
  readonly text: string
}

/** An article as the pages of `/read`: a chunk each; a chunk too long for one message takes several. Never empty. */
export function readingPages(briefing: Briefing): readonly ReadingPage[] {
  const { language } = briefing.article
  const pages = briefing.chunks.flatMap(({ heading, derived, text }, chunk) =>
    packPages([verbatim(text, language)]).map((page) => ({ chunk, heading, derived, text: page.text.rawText })),
  )
  return pages.length === 0 ? [{ chunk: 0, heading: briefing.article.title.text, derived: true, text: '' }] : pages
}

/** The page on which words of the article stand, the first where they are cut in two; `null` when they are on none. */
export function pageOf(pages: readonly ReadingPage[], words: string): number | null {
  const wanted = withoutMarks(words)
  const whole = pages.findIndex(({ text }) => withoutMarks(text).includes(wanted))
  const begun = whole === -1 ? pages.findIndex(({ text }) => withoutMarks(text).includes(wanted.slice(0, 40))) : whole
  return begun === -1 ? null : begun
}

/** Direction marks and isolates are set anew wherever words are shown, so they don't count. */
function withoutMarks(text: string): string {
  return text.replace(/[\u200E\u200F\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
}
