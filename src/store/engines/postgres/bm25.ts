import type { FoundTokens, IndexColumn, PhraseMatch } from '../match.ts'

/** `found`: how many passages have each phrase; of all `passages`, which have so many `tokens` together. */
type Relevance = {
  readonly phrases: readonly PhraseMatch[]
  readonly found: readonly number[]
  readonly passages: number
  readonly tokens: number
  readonly limit: number
}

/** As FTS5 has them. */
const [K1, B] = [1.2, 0.75]
const WEIGHTS: Readonly<Record<IndexColumn, number>> = { stems: 1, words: 1, about: 0.4, facets: 0 }
const RAREST = 1e-6

/** The most relevant of some passages by FTS5's own bm25, so that both engines find the same; the newest of equals. */
export function mostRelevant<Found extends FoundTokens & { readonly size: number }>(
  passages: readonly Found[],
  { phrases, found, limit, ...total }: Relevance,
): readonly Found[] {
  const average = total.tokens / total.passages
  const rarity = found.map((count) => {
    const idf = Math.log((total.passages - count + 0.5) / (count + 0.5))
    return idf <= 0 ? RAREST : idf
  })
  const weighed = passages.map((passage) => {
    const uses = counterOf(passage)
    const long = K1 * (1 - B + (B * passage.size) / average)
    const score = phrases.reduce((sum, phrase, at) => {
      const often = uses(phrase)
      return sum + (rarity[at] ?? 0) * ((often * (K1 + 1)) / (often + long))
    }, 0)
    return { passage, score }
  })
  weighed.sort((one, other) => other.score - one.score || other.passage.id - one.passage.id)
  return weighed.slice(0, limit).map(({ passage }) => passage)
}

/** How often a passage has a phrase, weighed by column. */
function counterOf(passage: FoundTokens): (phrase: PhraseMatch) => number {
  const columns = new Map<IndexColumn, ReadonlyMap<string, number>>()
  const countsIn = (column: Exclude<IndexColumn, 'facets'>) => {
    const known = columns.get(column) ?? countsOf(passage[column])
    columns.set(column, known)
    return known
  }
  return (phrase) =>
    phrase.columns.reduce((sum, column) => {
      if (column === 'facets') return sum
      const count =
        phrase.words.length > 1 ? runsOf(passage[column], phrase.words) : countsIn(column).get(phrase.words[0] ?? '')
      return sum + (count ?? 0) * WEIGHTS[column]
    }, 0)
}

function countsOf(tokens: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens.split(' ')) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

function runsOf(tokens: string, words: readonly string[]): number {
  const all = tokens.split(' ')
  return all.filter((_, at) => words.every((word, offset) => all[at + offset] === word)).length
}
