import type { Briefing } from '../briefing/briefing.ts'
import { packPages } from '../text/pages.ts'
import { verbatim } from '../text/rich.ts'

/** A chunk, or as much of it as one message holds; `chunk`: an index into the briefing's chunks. */
export type ReadingPage = {
  readonly chunk: number
  readonly heading: string
  readonly derived: boolean
  readonly text: string
}

/** The pages of `/read`: one for each chunk, several for a chunk too long for one message. Never empty. */
export function readingPages(briefing: Briefing): readonly ReadingPage[] {
  const { language } = briefing.article
  const pages = briefing.chunks.flatMap(({ heading, derived, text }, chunk) =>
    packPages([verbatim(text, language)]).map((page) => ({ chunk, heading, derived, text: page.text.rawText })),
  )
  return pages.length === 0 ? [{ chunk: 0, heading: briefing.article.title.text, derived: true, text: '' }] : pages
}

/** The index of the page with these words, the first where a page break cuts them; `null`: on no page. */
export function pageOf(pages: readonly ReadingPage[], words: string): number | null {
  const wanted = withoutMarks(words)
  const whole = pages.findIndex(({ text }) => withoutMarks(text).includes(wanted))
  const begun = whole === -1 ? pages.findIndex(({ text }) => withoutMarks(text).includes(wanted.slice(0, 40))) : whole
  return begun === -1 ? null : begun
}

/** Direction marks and isolates differ wherever words are shown, so they are ignored. */
function withoutMarks(text: string): string {
  return text.replace(/[\u200E\u200F\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
}
