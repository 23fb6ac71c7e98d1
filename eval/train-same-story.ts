import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readHeadline } from '../src/briefing/same-story/headline.ts'
import { LIKENESSES, likenessOf } from '../src/briefing/same-story/likeness.ts'
import { type HeadlinePair, readHeadlinePairs } from './data.ts'
import { type Example, fitLogistic, logOdds } from './logistic.ts'

// Learns src/briefing/same-story/weights.ts from the pairs of headlines and prints what cross-validation says of it.
// Run it again when the stemmer or a likeness changes: `node eval/train-same-story.ts`.

const FOLDS = 10
const PENALTY = 30
const TARGET = join(import.meta.dirname, '../src/briefing/same-story/weights.ts')

type Pair = Example & { readonly titles: readonly [string, string] }

const { same, different } = readHeadlinePairs()
const pairs: readonly Pair[] = [
  ...same.map((titles) => pairOf(titles, 1)),
  ...different.map((titles) => pairOf(titles, 0)),
]

for (const [how, folds] of [
  ['by pair', pairs.map((_, index) => (index * 7) % FOLDS)],
  ['by cluster of pairs that share a headline', foldsByCluster(pairs)],
] as const) {
  const scores = crossValidate(folds)
  const best = bestThreshold(scores)
  process.stdout.write(
    `cross-validated ${how}: F ${(100 * best.f).toFixed(1)} from ${best.from.toFixed(2)}, F ${(100 * f1(scores, -0.7)).toFixed(1)} from -0.7\n`,
  )
}

const model = fitLogistic(pairs, PENALTY)
writeFileSync(TARGET, render())

function pairOf(titles: readonly [string, string], label: 0 | 1): Pair {
  return { titles, label, features: featuresOf(titles) }
}

function featuresOf([a, b]: HeadlinePair): readonly number[] {
  const likeness = likenessOf(readHeadline(a), readHeadline(b))
  return LIKENESSES.map((name) => likeness[name])
}

function crossValidate(folds: readonly number[]): readonly number[] {
  const scores = new Array<number>(pairs.length).fill(0)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const trained = fitLogistic(
      pairs.filter((_, index) => folds[index] !== fold),
      PENALTY,
    )
    for (const [index, pair] of pairs.entries())
      if (folds[index] === fold) scores[index] = logOdds(trained, pair.features)
  }
  return scores
}

function f1(scores: readonly number[], from: number): number {
  let [hits, said] = [0, 0]
  for (const [index, pair] of pairs.entries()) {
    if ((scores[index] ?? 0) < from) continue
    said += 1
    hits += pair.label
  }
  return (2 * hits) / (said + same.length)
}

function bestThreshold(scores: readonly number[]): { readonly from: number; readonly f: number } {
  const candidates = Array.from({ length: 61 }, (_, step) => -2 + step * 0.05)
  return candidates.map((from) => ({ from, f: f1(scores, from) })).reduce((a, b) => (b.f > a.f ? b : a))
}

/** Pairs that share a headline, directly or through others, fall into one fold. */
function foldsByCluster(all: readonly Pair[]): readonly number[] {
  const parent = new Map<string, string>()
  const rootOf = (title: string): string => {
    const above = parent.get(title) ?? title
    return above === title ? title : rootOf(above)
  }
  for (const { titles } of all) parent.set(rootOf(titles[0]), rootOf(titles[1]))
  const roots = [...new Set(all.map(({ titles }) => rootOf(titles[0])))]
  return all.map(({ titles }) => (roots.indexOf(rootOf(titles[0])) * 7) % FOLDS)
}

function render(): string {
  const lines = LIKENESSES.map((name, index) => `  ${name}: ${Number((model.weights[index] ?? 0).toFixed(3))},`)
  return `import type { LikenessName } from './likeness.ts'

/** What each likeness weighs: a logistic regression, learnt by \`eval/train-same-story.ts\`; not for editing. */
export const WEIGHTS: Readonly<Record<LikenessName | 'bias', number>> = {
  bias: ${Number(model.bias.toFixed(3))},
${lines.join('\n')}
}

/** From this log-odds on, two headlines tell one story: where precision and recall balance best. */
export const SAME_FROM = -0.7
`
}
