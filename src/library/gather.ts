import { type Candidates, type Fit, NO_CANDIDATES, type QueryTerms } from '../search/candidates.ts'
import type { ArticleSpan, FoundPassage, PassageQuery, TermQuery } from '../search/passage.ts'
import type { QueryTerm } from '../search/rank.ts'
import { ANY_PASSAGE, OPENING_PASSAGE } from '../search/read-passages.ts'
import type { Passages } from '../store/articles/passages.ts'

/** Filters that hold for every reading of the query. */
type Bounds = Pick<PassageQuery, 'facets'> & { readonly articles: ArticleSpan | null }

/** The most passages that are ranked and can be paged to. */
const MOST_REACHED = 100
/** Passages that suffice to choose a question's answer from. */
const ENOUGH_TO_ANSWER = 60

/** With more words, leaving out each in turn makes too many readings. */
const MOST_OPTIONAL = 5

/** One reading of the query: passages that match any of `queries`, tried in order. */
type Attempt = {
  readonly fit: Fit
  readonly terms: readonly QueryTerm[]
  readonly queries: readonly PassageQuery[]
  /** The fewest queries that match the same passages. */
  readonly counted: readonly PassageQuery[]
}

/** With fewer passages, titles are searched too. */
const FEW = 10

type Gathering = { readonly queryTerms: QueryTerms; readonly bounds: Bounds; readonly passages: Passages }

/** The passages of the strictest reading of the query that has any. */
export async function gatherCandidates({ queryTerms, bounds, passages }: Gathering): Promise<Candidates> {
  for (const attempt of attemptsFor(queryTerms, bounds)) {
    const { fit, terms } = attempt
    const { queries, total } = await withTitles(passages, attempt)
    if (total === 0) continue
    return { fit, total, terms, isApart: fit !== 'all', passages: await findAny(passages, queries, MOST_REACHED) }
  }
  return NO_CANDIDATES
}

/**
 * Where few passages have all the words, adds those that have some in their title or heading; where there are none either,
 * takes the passages right under a title that has them all.
 */
async function withTitles(passages: Passages, { queries, counted }: Attempt): Promise<Counted> {
  const total = await passages.count(counted)
  const [only, ...others] = queries
  if (only === undefined || others.length > 0 || only.terms.length === 0) return { queries, total }
  if (total >= (only.terms.length === 1 ? 1 : FEW)) return { queries, total }
  const titled: PassageQuery = { ...only, within: 'titled' }
  const withTitle = await passages.count([titled])
  if (withTitle > 0) return { queries: [titled], total: withTitle }
  const above: PassageQuery = { ...only, within: 'above', facets: [...only.facets, [OPENING_PASSAGE]] }
  return { queries: [above], total: await passages.count([above]) }
}

type Counted = { readonly queries: readonly PassageQuery[]; readonly total: number }

/** Passages of the strictest reading, then of looser ones until there are enough to choose an answer from. */
export async function gatherAnswers({ queryTerms, bounds, passages }: Gathering): Promise<Candidates> {
  const found = new Map<string, FoundPassage>()
  let strictest: Attempt | null = null
  for (const attempt of attemptsFor(queryTerms, bounds)) {
    const queries = attempt.queries.length > 1 ? attempt.queries : (await withTitles(passages, attempt)).queries
    for (const passage of await findAny(passages, queries, MOST_REACHED)) {
      strictest ??= attempt
      const place = `${passage.number} ${passage.paragraph}`
      if (found.size < MOST_REACHED && !found.has(place)) found.set(place, passage)
    }
    if (found.size >= ENOUGH_TO_ANSWER) break
  }
  if (strictest === null) return NO_CANDIDATES
  const { fit, terms } = strictest
  return { fit, total: found.size, terms, isApart: fit !== 'all', passages: [...found.values()] }
}

/** Readings from strict to loose. A word or phrase that no passage has is left out. */
function attemptsFor({ terms, missing, phrases, apart, lost }: QueryTerms, bounds: Bounds): readonly Attempt[] {
  const strict: PassageQuery = { terms, within: 'passage', phrases, ...bounds }
  const every = phrases.length === 0 ? terms : distinctTerms([...terms, ...apart])
  const loose: PassageQuery = { ...strict, terms: every, phrases: [] }
  const anyOfThem: PassageQuery = { ...strict, facets: [[ANY_PASSAGE]] }
  const absent = missing.length + lost.length
  const attempts: Attempt[] = []
  const attempt = (fit: Fit, queries: readonly PassageQuery[], counted = queries) =>
    attempts.push({ fit, terms: fit === 'all' ? terms : every, queries, counted })
  if (missing.length === 0 && hasCondition(strict)) attempt('all', [isDatesOnly(strict) ? anyOfThem : strict])
  if (every.length === 0) return attempts
  if (absent > 0) attempt(absent === 1 && every.length > 1 ? 'most' : 'some', [loose])
  else if (phrases.length > 0) attempt('apart', [loose])
  const rarestFirst = every.toSorted((left, right) => right.weight - left.weight)
  const query = (wanted: readonly TermQuery[]): PassageQuery => ({ ...loose, terms: wanted })
  if (absent === 0 && every.length >= 3 && every.length <= MOST_OPTIONAL) {
    attempt('most', allButOne(rarestFirst).map(query))
  }
  if (every.length > 1) attempt('some', someOf(rarestFirst).map(query), [query([anyOf(every)])])
  return attempts
}

/** A rare word with any of the others, where there are several; then each alone. */
function someOf(rarestFirst: readonly QueryTerm[]): readonly (readonly TermQuery[])[] {
  const alone = rarestFirst.map((term) => [term])
  if (rarestFirst.length < 3) return alone
  const together = rarestFirst.slice(0, 2).map((rare) => [rare, anyOf(rarestFirst.filter((term) => term !== rare))])
  return [...together, ...alone]
}

function anyOf(terms: readonly QueryTerm[]): TermQuery {
  return { stems: terms.flatMap(({ stems }) => stems), words: terms.flatMap(({ words }) => words) }
}

/** The last term is left out first. */
function allButOne(terms: readonly QueryTerm[]): readonly (readonly QueryTerm[])[] {
  return terms.map((_, index) => terms.filter((_, at) => at !== terms.length - 1 - index))
}

function hasCondition(wanted: PassageQuery): boolean {
  return !isDatesOnly(wanted) || wanted.articles !== null
}

function isDatesOnly({ terms, phrases, facets }: PassageQuery): boolean {
  return terms.length + phrases.length + facets.length === 0
}

function distinctTerms(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  return [...new Map(terms.toReversed().map((term) => [`${term.stems} ${term.words}`, term])).values()].toReversed()
}

async function findAny(passages: Passages, queries: readonly PassageQuery[], limit: number) {
  const found = new Map<string, FoundPassage>()
  for (const query of queries) {
    if (found.size >= limit) break
    for (const passage of await passages.find(query, limit - found.size)) {
      const place = `${passage.number} ${passage.paragraph}`
      if (found.size < limit) found.set(place, found.get(place) ?? passage)
    }
  }
  return [...found.values()]
}
