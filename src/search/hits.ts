import { paragraphsOf } from '../article/article.ts'
import { keyOf } from '../article/key.ts'
import { fold } from '../language/fold.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { answersTo } from './answers.ts'
import type { Candidates, QueryAsked } from './candidates.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import type { Query } from './query.ts'
import type { RankedPassage } from './rank.ts'
import { speakerFacet } from './read-passages.ts'
import { searchTermsOf } from './terms.ts'

/** A passage that was found, with the words of it to show. */
export type Hit = {
  readonly item: ShelfItem
  readonly paragraph: number
  /** At most 300 UTF-16 units of the paragraph, with the words that were asked for marked. */
  readonly excerpt: Excerpt
  readonly score: number
}

/** A word with the forms of it that were found instead. */
export type Folded = { readonly asked: string; readonly found: readonly string[] }

export type Showing = {
  readonly query: Query
  readonly asked: QueryAsked
  readonly candidates: Candidates
  /** The marks of the speakers asked for. */
  readonly speakers: ReadonlySet<string>
}

/** A found passage's best words: those asked for, said by the speaker asked for, or that answer the question. */
export function hitOf({ passage, score }: RankedPassage, item: ShelfItem, showing: Showing): Hit {
  const { query, asked, candidates, speakers } = showing
  const { paragraph } = passage
  const excerpt = excerptOf({
    text: paragraphsOf(item.briefing.article)[paragraph] ?? '',
    language: item.briefing.article.language,
    terms: candidates.terms,
    phrases: candidates.isApart ? [] : asked.phrases,
    favour: ({ text, start, end }) => {
      const quoted = speakers.size > 0 && isSaidWithin(item, { paragraph, start, end }, speakers) ? 1 : 0
      return quoted + (query.question === null ? 0 : answersTo(query.question, { item, text }))
    },
  })
  return { item, paragraph, excerpt, score }
}

type Stretch = { readonly paragraph: number; readonly start: number; readonly end: number }

function isSaidWithin(item: ShelfItem, { paragraph, start, end }: Stretch, speakers: ReadonlySet<string>): boolean {
  return item.briefing.quotes.some(
    ({ speaker, at }) =>
      speaker !== null &&
      at.some((place) => place.paragraph === paragraph && place.start >= start && place.start < end) &&
      speakers.has(speakerFacet(keyOf(fold(speaker)))),
  )
}

const MOST_FORMS = 3

/** The words that none of the passages compared has as they were typed, with the forms these hits have. */
export function foldedIn({ terms, passages }: Candidates, hits: readonly Hit[]): readonly Folded[] {
  const isThere = (exact: string) => passages.some(({ words }) => ` ${words} `.includes(` ${exact} `))
  const folded = terms.filter(({ exact }) => !isThere(exact))
  if (folded.length === 0) return []
  const marked = hits.flatMap(({ excerpt }) => excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end)))
  const forms = marked.map((text) => ({ text, term: searchTermsOf(text)[0] }))
  return folded.flatMap(({ asked, stems }) => {
    const found = forms.filter(({ term }) => term !== undefined && term.stem !== null && stems.includes(term.stem))
    const distinct = new Map(found.map(({ text }) => [fold(text), text]))
    return distinct.size === 0 ? [] : [{ asked, found: [...distinct.values()].slice(0, MOST_FORMS) }]
  })
}
