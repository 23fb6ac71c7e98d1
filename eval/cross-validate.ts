import { numbersFrom } from './chance.ts'

/** What a model said of an example, and what is true of it. */
export type Scored = { readonly score: number; readonly label: 0 | 1 }

/** F1 of saying yes from `from` on. */
export function f1(scored: readonly Scored[], from: number): number {
  let [hits, said, sought] = [0, 0, 0]
  for (const { score, label } of scored) {
    sought += label
    if (score < from) continue
    said += 1
    hits += label
  }
  return (2 * hits) / Math.max(1, said + sought)
}

/** Where F1 is best, over its neighbours' mean: a lone peak is chance. */
export function bestThreshold(scored: readonly Scored[]): number {
  const candidates = Array.from({ length: 81 }, (_, step) => -2.5 + step * 0.05)
  const values = candidates.map((from) => f1(scored, from))
  const smooth = candidates.map((_, at) => meanOf(values.slice(Math.max(0, at - 3), at + 4)))
  return candidates[smooth.indexOf(Math.max(...smooth))] ?? 0
}

/** One fold for each item, the same for all that share a cluster; drawn anew by each seed. */
export function foldsOf(clusters: readonly string[], folds: number, seed: number): readonly number[] {
  const random = numbersFrom(seed)
  const names = [...new Set(clusters)].map((name) => ({ name, at: random() })).sort((a, b) => a.at - b.at)
  const foldOf = new Map(names.map(({ name }, index) => [name, index % folds]))
  return clusters.map((name) => foldOf.get(name) ?? 0)
}

/** The cluster of each pair: pairs that share a headline, directly or through others, are of one. */
export function clustersOf(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const parent = new Map<string, string>()
  const rootOf = (title: string): string => {
    const above = parent.get(title) ?? title
    return above === title ? title : rootOf(above)
  }
  for (const [a, b] of pairs) parent.set(rootOf(a), rootOf(b))
  return pairs.map(([a]) => rootOf(a))
}

/** The mean and the standard deviation, in hundredths. */
export function meanAndSpread(values: readonly number[]): string {
  const mean = meanOf(values)
  const spread = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
  return `${(100 * mean).toFixed(1)} ± ${(100 * spread).toFixed(1)}`
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
