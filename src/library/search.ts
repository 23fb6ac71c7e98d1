import { answersTo } from '../search/answers.ts'
import { type Candidates, type Fit, NO_CANDIDATES } from '../search/candidates.ts'
import { type Folded, foldedIn, type Hit, hitOf } from '../search/hits.ts'
import { type KnownShelf, knowShelf, spanOf } from '../search/known-shelf.ts'
import { lookUpNames, type SearchProblem } from '../search/names-asked.ts'
import type { FoundPassage } from '../search/passage.ts'
import type { Query } from '../search/query.ts'
import type { QuestionKind } from '../search/questions.ts'
import { type RankedPassage, rankPassages } from '../search/rank.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Passages } from '../store/articles/passages.ts'
import type { Store } from '../store/store.ts'
import { gatherAnswers, gatherCandidates } from './gather.ts'
import { type Suggestion, suggestFor } from './suggest.ts'
import { readAsked } from './weigh-words.ts'

export type SearchResult = {
  readonly fit: Fit
  /** How many passages fit so, 10,000 for all that are more; only the first `reachable` of them can be paged to. */
  readonly total: number
  readonly reachable: number
  readonly hits: readonly Hit[]
  /** Words that no passage has as they were typed, with the forms of them that this page's passages have. */
  readonly folded: readonly Folded[]
  /** Words that no passage has in any form, with the words most like them. */
  readonly suggestions: readonly Suggestion[]
  readonly problems: readonly SearchProblem[]
}

export type ResultPage = { readonly limit: number; readonly offset: number }

export type Search = {
  /** The passages of the articles on hand that answer a query, best first; the same page for the same query. */
  readonly find: (query: Query, page: ResultPage) => Promise<SearchResult>
}

export type SearchParts = { readonly store: Pick<Store, 'passages'>; readonly shelf: () => Shelf }

/** Looks through what the shelf's articles were indexed as. */
export function createSearch({ store, shelf }: SearchParts): Search {
  let known = knowShelf(shelf())
  return {
    find: async (query, page) => {
      if (known.shelf !== shelf()) known = knowShelf(shelf())
      return await findIn({ known, passages: store.passages, query }, page)
    },
  }
}

type Looking = { readonly known: KnownShelf; readonly passages: Passages; readonly query: Query }

async function findIn({ known, passages, query }: Looking, { limit, offset }: ResultPage): Promise<SearchResult> {
  const names = lookUpNames(known, query)
  const articles = spanOf(known, query)
  const asked = await readAsked(query, { passages, size: known.size })
  const gather = query.question === null ? gatherCandidates : gatherAnswers
  const candidates =
    articles === 'none' || names.problems.length > 0
      ? NO_CANDIDATES
      : await gather({ asked, passages, bounds: { facets: names.facets, articles } })
  const ranked = rankAll(candidates, known, query.question)
  const from = Math.max(0, offset)
  const shown = ranked.slice(from, from + Math.max(0, limit))
  const hits = shown.flatMap((each) => hitOf(each, { known, query, asked, candidates, speakers: names.speakers }))
  return {
    fit: candidates.fit,
    total: candidates.total,
    reachable: ranked.length,
    hits,
    folded: foldedIn(candidates, hits),
    suggestions: await suggestFor(asked.missing, passages),
    problems: [...query.problems, ...names.problems],
  }
}

/** So many of the best are read to see whether they can answer. */
const MOST_READ = 20

function rankAll(
  { passages, terms }: Candidates,
  known: KnownShelf,
  question: QuestionKind | null,
): readonly RankedPassage[] {
  const onHand = passages.filter(({ number }) => known.byNumber.has(number))
  const recency = ({ number }: FoundPassage) => known.byNumber.get(number)?.recency ?? 0
  const ranked = rankPassages(onHand, terms, (passage) => ({ recency: recency(passage), answers: 0 }))
  if (question === null || question === 'what') return ranked
  const answers = ({ number, paragraph }: FoundPassage) => {
    const article = known.byNumber.get(number)
    const text = article?.paragraphs[paragraph]
    return article && text !== undefined ? answersTo(question, { item: article.item, text }) : 0
  }
  const best = ranked.slice(0, MOST_READ).map(({ passage }) => passage)
  const read = rankPassages(best, terms, (passage) => ({ recency: recency(passage), answers: answers(passage) }))
  return [...read, ...ranked.slice(MOST_READ)]
}
