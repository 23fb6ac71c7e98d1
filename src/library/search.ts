import { paragraphsOf } from '../article/article.ts'
import { answersTo } from '../search/answers.ts'
import { type Candidates, type Fit, NO_CANDIDATES } from '../search/candidates.ts'
import { type Folded, foldedIn, type Hit, hitOf } from '../search/hits.ts'
import type { FoundPassage } from '../search/passage.ts'
import type { Query } from '../search/query.ts'
import { type RankedPassage, rankPassages, recencyOf } from '../search/rank.ts'
import type { Archive, PageOf } from '../shelf/archive.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { StoredArchive } from '../store/articles/archive.ts'
import type { Store } from '../store/store.ts'
import { gatherAnswers, gatherCandidates } from './gather.ts'
import { lookUpNames, type SearchProblem } from './look-up-names.ts'
import { readQueryTerms } from './read-query-terms.ts'
import { type Suggestion, suggestFor } from './suggest.ts'

export type SearchResult = {
  readonly fit: Fit
  /** How many passages fit, counted up to 10,000; only the first `reachable` can be paged to. */
  readonly total: number
  readonly reachable: number
  readonly hits: readonly Hit[]
  /** Words that no passage has as they were typed, with the forms of them that this page's passages have. */
  readonly folded: readonly Folded[]
  /** Words that no passage has in any form, with the words most like them. */
  readonly suggestions: readonly Suggestion[]
  readonly problems: readonly SearchProblem[]
}

export type Search = {
  /** Best first; a query gets the same page each time. */
  readonly find: (query: Query, page: PageOf) => Promise<SearchResult>
}

export type SearchedStore = Pick<Store, 'archive' | 'passages' | 'names'>

/** Searches the passages of the articles on hand. */
export function createSearch(store: SearchedStore): Search {
  return { find: (query, page) => findIn(store, query, page) }
}

async function findIn(
  { archive, passages, names }: SearchedStore,
  query: Query,
  { limit, offset }: PageOf,
): Promise<SearchResult> {
  const named = await lookUpNames(names, query)
  const { after, before } = query
  const articles = after === null && before === null ? null : { after, before }
  const queryTerms = await readQueryTerms(query, { passages, size: await passages.size() })
  const gather = query.question === null ? gatherCandidates : gatherAnswers
  const bounds = { facets: named.facets, articles }
  const candidates = named.problems.length > 0 ? NO_CANDIDATES : await gather({ queryTerms, passages, bounds })
  const ranked = await rankAll(candidates, archive, query)
  const from = Math.max(0, offset)
  const shown = ranked.slice(from, from + Math.max(0, limit))
  const items = await itemsOf(
    shown.map(({ passage }) => passage),
    archive,
  )
  const hits = shown.flatMap((each) => {
    const item = items.get(each.passage.number)
    return item === undefined ? [] : [hitOf(each, item, { query, queryTerms, candidates, speakers: named.speakers })]
  })
  return {
    fit: candidates.fit,
    total: candidates.total,
    reachable: ranked.length,
    hits,
    folded: foldedIn(candidates, hits),
    suggestions: await suggestFor(queryTerms.missing, passages),
    problems: [...query.problems, ...named.problems],
  }
}

/** The best passages whose text is checked for an answer. */
const MOST_READ = 20

async function rankAll(
  { passages, terms }: Candidates,
  archive: StoredArchive,
  query: Query,
): Promise<readonly RankedPassage[]> {
  const { question } = query
  const published = await archive.published([...new Set(passages.map(({ number }) => number))])
  const recency = ({ number }: FoundPassage) => recencyOf(published.byNumber.get(number) ?? 0, published.newest)
  const ranked = rankPassages(passages, terms, (passage) => ({ recency: recency(passage), answers: 0 }))
  if (question === null || question === 'what') return ranked
  const best = ranked.slice(0, MOST_READ).map(({ passage }) => passage)
  const items = await itemsOf(best, archive)
  const answers = ({ number, paragraph }: FoundPassage) => {
    const item = items.get(number)
    const text = item && paragraphsOf(item.briefing.article)[paragraph]
    return item && text !== undefined ? answersTo(query, { item, text }) : 0
  }
  const read = rankPassages(best, terms, (passage) => ({ recency: recency(passage), answers: answers(passage) }))
  return [...read, ...ranked.slice(MOST_READ)]
}

async function itemsOf(passages: readonly FoundPassage[], archive: Archive): Promise<ReadonlyMap<number, ShelfItem>> {
  const items = await archive.byNumbers([...new Set(passages.map(({ number }) => number))])
  return new Map(items.map((item) => [item.number, item]))
}
