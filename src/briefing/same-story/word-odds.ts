import type { Headline } from './headline.ts'
import { SHARED_WORDS, UNSHARED_WORDS } from './word-weights.ts'

/** The log-odds that frequent words add: shared ones and those of one headline. Symmetric. */
export function wordOdds(a: Headline, b: Headline): number {
  const { shared, unshared } = divideWords(a, b)
  return sumOf(shared, SHARED) + sumOf(unshared, UNSHARED)
}

/** The signs of words in both headlines, and of words in one. */
export function divideWords(a: Headline, b: Headline): Readonly<Record<'shared' | 'unshared', readonly string[]>> {
  const shared = [...a.signs].filter((sign) => b.signs.has(sign))
  const unshared = [
    ...[...a.signs].filter((sign) => !b.signs.has(sign)),
    ...[...b.signs].filter((sign) => !a.signs.has(sign)),
  ]
  return { shared, unshared }
}

function sumOf(signs: readonly string[], weights: ReadonlyMap<string, number>): number {
  return signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0)
}

const SHARED = readWeights(SHARED_WORDS)
const UNSHARED = readWeights(UNSHARED_WORDS)

function readWeights(table: string): ReadonlyMap<string, number> {
  return new Map(
    table
      .trim()
      .split(/(?<!\s)\s*[|\n]\s*/u)
      .map((entry): [string, number] => {
        const [sign = '', weight = '0'] = entry.split(' ')
        return [sign, Number(weight)]
      }),
  )
}
