import type { ArticleSpan, FoundPassage, Passages, WantedPassages } from '../store/passages.ts'
import type { Asked } from './search-asked.ts'
import type { AskedTerm } from './search-rank.ts'

/**
 * How the passages answer the query. `all`: every word and phrase. `apart`: all words, but a phrase's not side by side.
 * `most`: all words but one. `some`: at least one. `none`: there are no passages.
 */
export type Fit = 'all' | 'apart' | 'most' | 'some' | 'none'

export type Candidates = {
  readonly fit: Fit
  /** How many passages fit so. */
  readonly total: number
  readonly passages: readonly FoundPassage[]
  /** What the passages were looked for with. */
  readonly terms: readonly AskedTerm[]
}

/** What every passage must have, whatever the words. */
export type Bounds = Pick<WantedPassages, 'facets'> & { readonly articles: ArticleSpan | null }

/** So many passages are compared, and can be paged to. */
export const MOST_REACHED = 300
/** A question is content with so many passages to choose from. */
const ENOUGH_TO_ANSWER = 60

/** With more words than this, the question which one may be missing grows too long. */
const MOST_TO_LACK = 8

type Attempt = { readonly fit: Fit; readonly terms: readonly AskedTerm[]; readonly wanted: readonly WantedPassages[] }
type Gathering = { readonly asked: Asked; readonly bounds: Bounds; readonly passages: Passages }

/** The passages of the strictest reading of the query that has any. */
export async function gatherCandidates({ asked, bounds, passages }: Gathering): Promise<Candidates> {
  for (const { fit, terms, wanted } of attemptsFor(asked, bounds)) {
    const total = await countAny(passages, wanted)
    if (total > 0) return { fit, total, terms, passages: await findAny(passages, wanted, MOST_REACHED) }
  }
  return { fit: 'none', total: 0, terms: [], passages: [] }
}

/** Passages of the strictest reading and, until they are enough to choose an answer from, of looser ones. */
export async function gatherAnswers({ asked, bounds, passages }: Gathering): Promise<Candidates> {
  const found = new Map<string, FoundPassage>()
  let strictest: Attempt | null = null
  for (const attempt of attemptsFor(asked, bounds)) {
    for (const passage of await findAny(passages, attempt.wanted, MOST_REACHED)) {
      strictest ??= attempt
      const place = `${passage.number} ${passage.paragraph}`
      if (found.size < MOST_REACHED && !found.has(place)) found.set(place, passage)
    }
    if (found.size >= ENOUGH_TO_ANSWER) break
  }
  if (strictest === null) return { fit: 'none', total: 0, terms: [], passages: [] }
  const terms = strictest.fit === 'apart' ? strictest.terms : asked.terms
  return { fit: strictest.fit, total: found.size, terms, passages: [...found.values()] }
}

/** Ever looser readings. A word or phrase that no passage has can only be left out. */
function attemptsFor({ terms, missing, phrases, apart, lost }: Asked, bounds: Bounds): readonly Attempt[] {
  const strict: WantedPassages = { terms, mayLack: 0, phrases, ...bounds }
  const every = phrases.length === 0 ? terms : distinctTerms([...terms, ...apart])
  const loose: WantedPassages = { ...strict, terms: every, phrases: [] }
  const absent = missing.length + lost.length
  const attempts: Attempt[] = []
  if (missing.length === 0 && isAnythingAsked(strict)) attempts.push({ fit: 'all', terms, wanted: [strict] })
  if (every.length === 0) return attempts
  if (absent === 0 && phrases.length > 0) attempts.push({ fit: 'apart', terms: every, wanted: [loose] })
  if (absent === 0 && every.length >= 3 && every.length <= MOST_TO_LACK) {
    attempts.push({ fit: 'most', terms: every, wanted: [{ ...loose, mayLack: 1 }] })
  }
  if (absent > 0)
    attempts.push({ fit: absent === 1 && every.length >= 2 ? 'most' : 'some', terms: every, wanted: [loose] })
  const rarestFirst = every.toSorted((left, right) => right.weight - left.weight)
  if (every.length >= 2) {
    attempts.push({ fit: 'some', terms: every, wanted: rarestFirst.map((term) => ({ ...loose, terms: [term] })) })
  }
  return attempts
}

function isAnythingAsked({ terms, phrases, facets, articles }: WantedPassages): boolean {
  return terms.length + phrases.length + facets.length > 0 || articles !== null
}

function distinctTerms(terms: readonly AskedTerm[]): readonly AskedTerm[] {
  return [...new Map(terms.toReversed().map((term) => [`${term.stems} ${term.words}`, term])).values()].toReversed()
}

/** How many passages are as one of the wishes, which differ in their terms alone. */
async function countAny(passages: Passages, wanted: readonly WantedPassages[]): Promise<number> {
  const [first, ...others] = wanted
  if (first === undefined || others.length === 0) return first === undefined ? 0 : await passages.count(first)
  const stems = wanted.flatMap(({ terms }) => terms.flatMap((term) => term.stems))
  const words = wanted.flatMap(({ terms }) => terms.flatMap((term) => term.words))
  return await passages.count({ ...first, terms: [{ stems, words }] })
}

async function findAny(passages: Passages, wanted: readonly WantedPassages[], limit: number) {
  const found = new Map<string, FoundPassage>()
  for (const wish of wanted) {
    if (found.size >= limit) break
    for (const passage of await passages.find(wish, limit)) {
      const place = `${passage.number} ${passage.paragraph}`
      if (found.size < limit) found.set(place, found.get(place) ?? passage)
    }
  }
  return [...found.values()]
}
