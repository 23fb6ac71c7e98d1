import { paragraphsOf } from '../article/article.ts'
import { fold } from '../language/fold.ts'
import { keyOf, type Shelf, type ShelfItem } from '../messages/shelf.ts'
import type { ArticleSpan, FoundPassage, Passages } from '../store/passages.ts'
import type { Store } from '../store/store.ts'
import type { Query, QueryProblem } from './query.ts'
import { answersTo } from './search-answers.ts'
import { type Asked, readAsked } from './search-asked.ts'
import { type Excerpt, excerptOf } from './search-excerpt.ts'
import { type Candidates, type Fit, gatherAnswers, gatherCandidates } from './search-gather.ts'
import { bareOf, nearestWords, reachOf } from './search-likeness.ts'
import { type Name, namesLike, nearestNames, sourceNames, speakerNames } from './search-names.ts'
import { speakerFacet } from './search-passages.ts'
import { type AskedTerm, type RankedPassage, rankPassages, type Standing } from './search-rank.ts'
import { termsOf } from './search-terms.ts'

/** A passage that was found, with the words of it to show. */
export type Hit = {
  readonly item: ShelfItem
  readonly paragraph: number
  /** At most 300 UTF-16 units of the paragraph, with the words that were asked for marked. */
  readonly excerpt: Excerpt
  readonly score: number
}

export type SearchResult = {
  readonly fit: Fit
  /** How many passages fit so; only the first `reachable` of them can be paged to. */
  readonly total: number
  readonly reachable: number
  readonly hits: readonly Hit[]
  /** Words that no passage has as they were typed, with the forms of them that this page's passages have. */
  readonly folded: readonly Folded[]
  /** Words that no passage has in any form, with the words most like them. */
  readonly suggestions: readonly Suggestion[]
  readonly problems: readonly SearchProblem[]
}

export type Folded = { readonly asked: string; readonly found: readonly string[] }
export type Suggestion = { readonly asked: string; readonly words: readonly string[] }

/** `no-such-name`: nobody quoted, or no source, is called so; `nearest`: who nearly is. */
export type SearchProblem =
  | QueryProblem
  | {
      readonly kind: 'no-such-name'
      readonly filter: 'by' | 'from'
      readonly word: string
      readonly nearest: readonly string[]
    }

export type ResultPage = { readonly limit: number; readonly offset: number }

export type Search = {
  /** The passages of the articles on hand that answer a query, best first; the same page for the same query. */
  readonly find: (query: Query, page: ResultPage) => Promise<SearchResult>
}

export type SearchParts = { readonly store: Pick<Store, 'passages'>; readonly shelf: () => Shelf }

/** Looks through what the shelf's articles were indexed as. */
export function createSearch({ store, shelf }: SearchParts): Search {
  let known = readShelf(shelf())
  return {
    find: async (query, page) => {
      if (known.shelf !== shelf()) known = readShelf(shelf())
      return await findIn({ known, passages: store.passages }, query, page)
    },
  }
}

/** What a shelf's articles have in common, read once. */
type KnownShelf = {
  readonly shelf: Shelf
  readonly byNumber: ReadonlyMap<number, ShelfItem>
  readonly speakers: readonly Name[]
  readonly sources: readonly Name[]
  /** Epoch milliseconds of the newest article. */
  readonly newest: number
}

type Looking = { readonly known: KnownShelf; readonly passages: Passages }

function readShelf(shelf: Shelf): KnownShelf {
  return {
    shelf,
    byNumber: new Map(shelf.items.map((item) => [item.number, item])),
    speakers: speakerNames(shelf),
    sources: sourceNames(shelf),
    newest: shelf.items.reduce((newest, item) => Math.max(newest, publishedAt(item)), 0),
  }
}

async function findIn(looking: Looking, query: Query, page: ResultPage): Promise<SearchResult> {
  const { known, passages } = looking
  const names = [
    ...query.speakers.map((word) => lookUp(known.speakers, 'by', word)),
    ...query.sources.map((word) => lookUp(known.sources, 'from', word)),
  ]
  const problems = [...query.problems, ...names.flatMap(({ problem }) => problem ?? [])]
  const articles = spanOf(known.shelf, query)
  const asked = await readAsked(query, passages)
  const impossible = articles === 'none' || names.some(({ problem }) => problem !== null)
  const bounds = { facets: facetsOf(names), articles: articles === 'none' ? null : articles }
  const gather = query.question === null ? gatherCandidates : gatherAnswers
  const candidates = impossible ? NOTHING : await gather({ asked, bounds, passages })
  const ranked = rankAll(looking, candidates, query)
  const shown = ranked.slice(Math.max(0, page.offset), Math.max(0, page.offset) + Math.max(0, page.limit))
  const hits = shown.flatMap((each) => hitOf(each, { known, query, asked, candidates, names }))
  return {
    fit: candidates.fit,
    total: candidates.total,
    reachable: ranked.length,
    hits,
    folded: foldedIn(candidates, hits),
    suggestions: await suggestionsFor(asked.missing, passages),
    problems,
  }
}

const NOTHING: Candidates = { fit: 'none', total: 0, passages: [], terms: [] }

type LookedUp = {
  readonly filter: 'by' | 'from'
  readonly facets: readonly string[]
  readonly problem: SearchProblem | null
}

function lookUp(names: readonly Name[], filter: 'by' | 'from', word: string): LookedUp {
  const facets = namesLike(names, word).map(({ facet }) => facet)
  if (facets.length > 0) return { filter, facets: facets.slice(0, 100), problem: null }
  return { filter, facets, problem: { kind: 'no-such-name', filter, word, nearest: nearestNames(names, word) } }
}

/** Two speakers are either of them, and two sources; a speaker and a source are both. */
function facetsOf(names: readonly LookedUp[]): readonly (readonly string[])[] {
  return (['by', 'from'] as const)
    .map((wanted) => names.filter(({ filter }) => filter === wanted).flatMap(({ facets }) => facets))
    .filter((facets) => facets.length > 0)
}

/** The articles published when asked for, as numbers; `null`: all of them. */
function spanOf({ items }: Shelf, { after, before }: Query): ArticleSpan | 'none' | null {
  if (after === null && before === null) return null
  const inTime = (item: ShelfItem) => {
    const day = item.briefing.article.published?.slice(0, 10)
    return day !== undefined && (after === null || day >= after) && (before === null || day < before)
  }
  const numbers = items.filter(inTime).map(({ number }) => number)
  if (numbers.length === 0) return 'none'
  const first = numbers.reduce((least, number) => Math.min(least, number))
  const last = numbers.reduce((most, number) => Math.max(most, number))
  const without = items.filter((item) => item.number > first && item.number < last && !inTime(item))
  return { first, last, without: without.map(({ number }) => number) }
}

const YEAR = 365 * 86_400_000
/** So many of the best are read to see whether they can answer. */
const MOST_READ = 30

function rankAll({ known }: Looking, { passages, terms }: Candidates, { question }: Query): readonly RankedPassage[] {
  const onHand = passages.filter(({ number }) => known.byNumber.has(number))
  const recency = ({ number }: FoundPassage) => {
    const item = known.byNumber.get(number)
    return item === undefined ? 0 : 2 ** -((known.newest - publishedAt(item)) / YEAR)
  }
  const standing = (passage: FoundPassage): Standing => ({ recency: recency(passage), answers: 0 })
  const ranked = rankPassages(onHand, terms, standing)
  if (question === null || question === 'what') return ranked
  const best = ranked.slice(0, MOST_READ).map(({ passage }) => passage)
  const answers = (passage: FoundPassage) => {
    const item = known.byNumber.get(passage.number)
    return item === undefined ? 0 : answersTo(question, { item, text: textOf(item, passage.paragraph) })
  }
  const reread = rankPassages(best, terms, (passage) => ({ recency: recency(passage), answers: answers(passage) }))
  return [...reread, ...ranked.slice(MOST_READ)]
}

type Showing = {
  readonly known: KnownShelf
  readonly query: Query
  readonly asked: Asked
  readonly candidates: Candidates
  readonly names: readonly LookedUp[]
}

function hitOf({ passage, score }: RankedPassage, { known, query, asked, candidates, names }: Showing): readonly Hit[] {
  const item = known.byNumber.get(passage.number)
  if (item === undefined) return []
  const { paragraph } = passage
  const { question } = query
  const speakers = new Set(names.filter(({ filter }) => filter === 'by').flatMap(({ facets }) => facets))
  const excerpt = excerptOf({
    text: textOf(item, paragraph),
    language: item.briefing.article.language,
    terms: candidates.terms,
    phrases: candidates.fit === 'apart' ? [] : asked.phrases,
    favour: ({ text, start, end }) => {
      const quoted = speakers.size > 0 && quotesWithin(item, { paragraph, start, end }, speakers) ? 1 : 0
      return quoted + (question === null ? 0 : answersTo(question, { item, text }))
    },
  })
  return [{ item, paragraph, excerpt, score }]
}

type Stretch = { readonly paragraph: number; readonly start: number; readonly end: number }

function quotesWithin(item: ShelfItem, { paragraph, start, end }: Stretch, speakers: ReadonlySet<string>): boolean {
  return item.briefing.quotes.some(
    ({ speaker, at }) =>
      speaker !== null &&
      speakers.has(speakerFacet(keyOf(fold(speaker)))) &&
      at.some((place) => place.paragraph === paragraph && place.start >= start && place.start < end),
  )
}

/** A word is folded when none of the passages compared has it as it was typed. */
function foldedIn({ terms, passages }: Candidates, hits: readonly Hit[]): readonly Folded[] {
  const isThere = (exact: string) => passages.some(({ words }) => ` ${words} `.includes(` ${exact} `))
  return terms.flatMap((term) => {
    if (isThere(term.exact)) return []
    const found = new Map<string, string>()
    for (const { excerpt } of hits) {
      for (const { start, end } of excerpt.marks) {
        const text = excerpt.text.slice(start, end)
        if (termsOf(text).some(({ stem }) => stem !== null && term.stems.includes(stem))) found.set(fold(text), text)
      }
    }
    return found.size === 0 ? [] : [{ asked: term.asked, found: [...found.values()].slice(0, 3) }]
  })
}

/** The words most like those that are nowhere. */
async function suggestionsFor(missing: readonly AskedTerm[], passages: Passages): Promise<readonly Suggestion[]> {
  const suggestions: Suggestion[] = []
  for (const { asked, exact } of missing.slice(0, 3)) {
    const bare = bareOf(exact)
    const like = nearestWords(bare, await passages.wordsLike(bare, reachOf(bare)))
    const byStem = new Map<string, string>()
    for (const { word, shown } of like) {
      const stem = termsOf(word)[0]?.stem ?? word
      byStem.set(stem, byStem.get(stem) ?? shown)
    }
    const words = [...byStem.values()].slice(0, 3)
    if (words.length > 0) suggestions.push({ asked, words })
  }
  return suggestions
}

function textOf(item: ShelfItem, paragraph: number): string {
  return paragraphsOf(item.briefing.article)[paragraph] ?? ''
}

function publishedAt({ briefing }: ShelfItem): number {
  const { published } = briefing.article
  return published === null ? 0 : Date.parse(published)
}
