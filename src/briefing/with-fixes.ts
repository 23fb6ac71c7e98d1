import { keyOf } from '../article/key.ts'
import { type Briefing, FIX_KINDS, type FixKind, type Quote } from './briefing.ts'

/** `quote`: as `quoteKey` names it, empty for the title. `words`: the title or the speaker; empty: nobody known, or dropped. */
export type Fix = { readonly kind: FixKind; readonly quote: string; readonly words: string }

/** A quote by its words, so that it is known again in a later briefing of its article. */
export function quoteKey({ text }: Quote): string {
  return keyOf(text)
}

/** The briefing with an editor's fixes, marked as edited; a fix of what it does not have changes nothing. */
export function withFixes(briefing: Briefing, fixes: readonly Fix[]): Briefing {
  const title = fixes.find(({ kind }) => kind === 'title')
  const speakers = new Map(fixes.filter(({ kind }) => kind === 'speaker').map(({ quote, words }) => [quote, words]))
  const dropped = new Set(fixes.filter(({ kind }) => kind === 'dropped').map(({ quote }) => quote))
  const all = briefing.quotes
  const kept = all.filter((quote) => !dropped.has(quoteKey(quote)))
  const places = new Map(kept.map((quote, index) => [all.indexOf(quote), index]))
  const quotes = kept.map((quote) => withSpeaker(quote, speakers.get(quoteKey(quote))))
  const edited = FIX_KINDS.filter((kind) => {
    if (kind === 'title') return title !== undefined
    return kind === 'speaker' ? quotes.some((quote) => quote.edited === true) : kept.length < all.length
  })
  if (edited.length === 0) return briefing
  const { article, chunks } = briefing
  return {
    ...briefing,
    article: title === undefined ? article : { ...article, title: { text: title.words, derived: false } },
    quotes,
    chunks: chunks.map((chunk) => ({ ...chunk, quotes: chunk.quotes.flatMap((index) => places.get(index) ?? []) })),
    edited,
  }
}

/** A role is that of the former speaker. */
function withSpeaker(quote: Quote, speaker: string | undefined): Quote {
  return speaker === undefined
    ? quote
    : { ...quote, speaker: speaker === '' ? null : speaker, role: null, edited: true }
}
