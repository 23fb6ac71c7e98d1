import type { KnownShelf } from './known-shelf.ts'
import { type Name, namesLike, nearestNames } from './names.ts'
import type { Query } from './query.ts'
import type { QueryProblem } from './query-filters.ts'

/** `no-such-name`: nobody quoted, or no source, is called so; `nearest`: who nearly is. */
export type SearchProblem =
  | QueryProblem
  | {
      readonly kind: 'no-such-name'
      readonly filter: 'by' | 'from'
      readonly word: string
      readonly nearest: readonly string[]
    }

/** The names of a query as marks of passages. */
export type NamesAsked = {
  /** Each in one of its marks: two speakers are either of them, a speaker and a source are both. */
  readonly facets: readonly (readonly string[])[]
  readonly speakers: ReadonlySet<string>
  readonly problems: readonly SearchProblem[]
}

/** So many people or sources one name may stand for. */
const MOST_NAMESAKES = 100

/** Looks up whom and which sources a query names. */
export function lookUpNames({ speakers, sources }: KnownShelf, query: Query): NamesAsked {
  const by = query.speakers.map((word) => lookUp(speakers, 'by', word))
  const from = query.sources.map((word) => lookUp(sources, 'from', word))
  const marks = [by, from].map((names) => names.flatMap(({ facets }) => facets))
  return {
    facets: marks.filter((facets) => facets.length > 0),
    speakers: new Set(marks[0]),
    problems: [...by, ...from].flatMap(({ problem }) => problem ?? []),
  }
}

function lookUp(names: readonly Name[], filter: 'by' | 'from', word: string) {
  const facets = namesLike(names, word).map(({ facet }) => facet)
  const problem: SearchProblem | null =
    facets.length > 0 ? null : { kind: 'no-such-name', filter, word, nearest: nearestNames(names, word) }
  return { facets: facets.slice(0, MOST_NAMESAKES), problem }
}
