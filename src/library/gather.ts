import { type Candidates, type Fit, NO_CANDIDATES, type QueryAsked } from '../search/candidates.ts'
import type { ArticleSpan, FoundPassage, WantedPassages, WantedTerm } from '../search/passage.ts'
import type { AskedTerm } from '../search/rank.ts'
import { ANY_PASSAGE, OPENING_PASSAGE } from '../search/read-passages.ts'
import type { Passages } from '../store/articles/passages.ts'

/** What every passage must have, whatever the words. */
type Bounds = Pick<WantedPassages, 'facets'> & { readonly articles: ArticleSpan | null }

/** So many passages are compared, and can be paged to. */
const MOST_REACHED = 100
/** A question is content with so many passages to choose from. */
const ENOUGH_TO_ANSWER = 60

/** With more words than this, one that may be missing makes too many readings. */
const MOST_TO_LACK = 5

/** One reading of the query: passages that are as one of the wishes, looked for in their order. */
type Attempt = {
  readonly fit: Fit
  readonly terms: readonly AskedTerm[]
  readonly wishes: readonly WantedPassages[]
  /** Wishes that together allow the same passages, as few as they can be. */
  readonly counted: readonly WantedPassages[]
}

/** With fewer passages than this, the titles are looked at too. */
const FEW = 10

type Gathering = { readonly asked: QueryAsked; readonly bounds: Bounds; readonly passages: Passages }

/** The passages of the strictest reading of the query that has any. */
export async function gatherCandidates({ asked, bounds, passages }: Gathering): Promise<Candidates> {
  for (const attempt of attemptsFor(asked, bounds)) {
    const { fit, terms } = attempt
    const { wishes, total } = await withTitles(passages, attempt)
    if (total === 0) continue
    return { fit, total, terms, isApart: fit !== 'all', passages: await findAny(passages, wishes, MOST_REACHED) }
  }
  return NO_CANDIDATES
}

/**
 * Where few passages have all the words themselves, those are welcome that have some of them in the title above them; where
 * there are none either, what stands right under a title that has them all.
 */
async function withTitles(passages: Passages, { wishes, counted }: Attempt): Promise<Counted> {
  const total = await passages.count(counted)
  const [only, ...others] = wishes
  if (only === undefined || others.length > 0 || only.terms.length === 0) return { wishes, total }
  if (total >= (only.terms.length === 1 ? 1 : FEW)) return { wishes, total }
  const titled: WantedPassages = { ...only, within: 'titled' }
  const withTitle = await passages.count([titled])
  if (withTitle > 0) return { wishes: [titled], total: withTitle }
  const above: WantedPassages = { ...only, within: 'above', facets: [...only.facets, [OPENING_PASSAGE]] }
  return { wishes: [above], total: await passages.count([above]) }
}

type Counted = { readonly wishes: readonly WantedPassages[]; readonly total: number }

/** Passages of the strictest reading and, until they are enough to choose an answer from, of looser ones. */
export async function gatherAnswers({ asked, bounds, passages }: Gathering): Promise<Candidates> {
  const found = new Map<string, FoundPassage>()
  let strictest: Attempt | null = null
  for (const attempt of attemptsFor(asked, bounds)) {
    const wishes = attempt.wishes.length > 1 ? attempt.wishes : (await withTitles(passages, attempt)).wishes
    for (const passage of await findAny(passages, wishes, MOST_REACHED)) {
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

/** Ever looser readings. A word or phrase that no passage has can only be left out. */
function attemptsFor({ terms, missing, phrases, apart, lost }: QueryAsked, bounds: Bounds): readonly Attempt[] {
  const strict: WantedPassages = { terms, within: 'passage', phrases, ...bounds }
  const every = phrases.length === 0 ? terms : distinctTerms([...terms, ...apart])
  const loose: WantedPassages = { ...strict, terms: every, phrases: [] }
  const anyOfThem: WantedPassages = { ...strict, facets: [[ANY_PASSAGE]] }
  const absent = missing.length + lost.length
  const attempts: Attempt[] = []
  const attempt = (fit: Fit, wishes: readonly WantedPassages[], counted = wishes) =>
    attempts.push({ fit, terms: fit === 'all' ? terms : every, wishes, counted })
  if (missing.length === 0 && isAnythingAsked(strict)) attempt('all', [isOfDatesAlone(strict) ? anyOfThem : strict])
  if (every.length === 0) return attempts
  if (absent > 0) attempt(absent === 1 && every.length > 1 ? 'most' : 'some', [loose])
  else if (phrases.length > 0) attempt('apart', [loose])
  const rarestFirst = every.toSorted((left, right) => right.weight - left.weight)
  const wish = (wanted: readonly WantedTerm[]): WantedPassages => ({ ...loose, terms: wanted })
  if (absent === 0 && every.length >= 3 && every.length <= MOST_TO_LACK) {
    attempt('most', allButOne(rarestFirst).map(wish))
  }
  if (every.length > 1) attempt('some', someOf(rarestFirst).map(wish), [wish([anyOf(every)])])
  return attempts
}

/** A rare word with any of the others, where there are several; then each alone. */
function someOf(rarestFirst: readonly AskedTerm[]): readonly (readonly WantedTerm[])[] {
  const alone = rarestFirst.map((term) => [term])
  if (rarestFirst.length < 3) return alone
  const together = rarestFirst.slice(0, 2).map((rare) => [rare, anyOf(rarestFirst.filter((term) => term !== rare))])
  return [...together, ...alone]
}

function anyOf(terms: readonly AskedTerm[]): WantedTerm {
  return { stems: terms.flatMap(({ stems }) => stems), words: terms.flatMap(({ words }) => words) }
}

/** The last one is left out first. */
function allButOne(terms: readonly AskedTerm[]): readonly (readonly AskedTerm[])[] {
  return terms.map((_, index) => terms.filter((_, at) => at !== terms.length - 1 - index))
}

function isAnythingAsked(wanted: WantedPassages): boolean {
  return !isOfDatesAlone(wanted) || wanted.articles !== null
}

function isOfDatesAlone({ terms, phrases, facets }: WantedPassages): boolean {
  return terms.length + phrases.length + facets.length === 0
}

function distinctTerms(terms: readonly AskedTerm[]): readonly AskedTerm[] {
  return [...new Map(terms.toReversed().map((term) => [`${term.stems} ${term.words}`, term])).values()].toReversed()
}

async function findAny(passages: Passages, wishes: readonly WantedPassages[], limit: number) {
  const found = new Map<string, FoundPassage>()
  for (const wish of wishes) {
    if (found.size >= limit) break
    for (const passage of await passages.find(wish, limit - found.size)) {
      const place = `${passage.number} ${passage.paragraph}`
      if (found.size < limit) found.set(place, found.get(place) ?? passage)
    }
  }
  return [...found.values()]
}
