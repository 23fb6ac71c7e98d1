import { paragraphsOf } from '../article/article.ts'
import { keyOf } from '../article/key.ts'
import { fold } from '../language/fold.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import { answersTo } from './answers.ts'
import type { Candidates, QueryTerms } from './candidates.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import type { Query } from './query.ts'
import type { RankedPassage } from './rank.ts'
import { speakerFacet } from './read-passages.ts'
import { searchTermsOf } from './terms.ts'

/** A found passage with the excerpt to show. */
export type Hit = {
  readonly item: ShelfItem
  readonly paragraph: number
  /** At most 300 UTF-16 units of the paragraph, the query's words marked. */
  readonly excerpt: Excerpt
  readonly score: number
}

/** A word of the query with the forms found instead. */
export type Folded = { readonly asked: string; readonly found: readonly string[] }

export type Showing = {
  readonly query: Query
  readonly queryTerms: QueryTerms
  readonly candidates: Candidates
  /** The facets of the speakers that the query names. */
  readonly speakers: ReadonlySet<string>
}

/** A found passage with its best excerpt: the query's words, its speaker's quotes, or an answer to its question. */
export function hitOf({ passage, score }: RankedPassage, item: ShelfItem, showing: Showing): Hit {
  const { query, queryTerms, candidates, speakers } = showing
  const { paragraph } = passage
  const excerpt = excerptOf({
    text: paragraphsOf(item.briefing.article)[paragraph] ?? '',
    language: item.briefing.article.language,
    terms: candidates.terms,
    phrases: candidates.isApart ? [] : queryTerms.phrases,
    favour: ({ text, start, end }) => {
      const quoted = speakers.size > 0 && isSaidWithin(item, { paragraph, start, end }, speakers) ? 1 : 0
      return quoted + answersTo(query, { item, text })
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

/** The words that no candidate has as typed, with the forms that the hits have. */
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
