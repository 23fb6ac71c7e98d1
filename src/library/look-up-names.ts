import { LIKENESSES_OF_NAMES, type NameKind, nearestNames, partsOf } from '../search/names.ts'
import type { Query } from '../search/query.ts'
import type { QueryProblem } from '../search/query-filters.ts'
import type { Names } from '../store/articles/names.ts'

/** `no-such-name`: no speaker or source has that name; `nearest`: the names most like it. */
export type SearchProblem =
  | QueryProblem
  | {
      readonly kind: 'no-such-name'
      readonly filter: NameKind
      readonly word: string
      readonly nearest: readonly string[]
    }

/** The names of a query as facets of passages. */
export type QueryNames = {
  /** A passage needs one facet of each list: two speakers are either of them, a speaker and a source are both. */
  readonly facets: readonly (readonly string[])[]
  readonly speakers: ReadonlySet<string>
  readonly problems: readonly SearchProblem[]
}

/** The most people or sources that one name may match. */
const MOST_NAMESAKES = 100
/** The most names compared with an unknown one. */
const MOST_COMPARED = 2_000

/** Finds the speakers and sources that a query names. */
export async function lookUpNames(names: Names, query: Query): Promise<QueryNames> {
  const by = await Promise.all(query.speakers.map((word) => lookUp(names, 'by', word)))
  const from = await Promise.all(query.sources.map((word) => lookUp(names, 'from', word)))
  const marks = [by, from].map((found) => found.flatMap(({ facets }) => facets))
  return {
    facets: marks.filter((facets) => facets.length > 0),
    speakers: new Set(marks[0]),
    problems: [...by, ...from].flatMap(({ problem }) => problem ?? []),
  }
}

type LookedUp = { readonly facets: readonly string[]; readonly problem: SearchProblem | null }

/** The names of the closest likeness that has any. */
async function lookUp(names: Names, kind: NameKind, word: string): Promise<LookedUp> {
  const words = partsOf(word)
  for (const likeness of LIKENESSES_OF_NAMES) {
    const like = await names.like({ kind, words, limit: MOST_NAMESAKES }, likeness)
    if (like.length > 0) return { facets: like.map(({ key }) => `${kind}_${key}`), problem: null }
  }
  const nearest = nearestNames(await names.near({ kind, words, limit: MOST_COMPARED }), word)
  return { facets: [], problem: { kind: 'no-such-name', filter: kind, word, nearest } }
}
