import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Headline, readHeadline } from '../src/briefing/same-story/headline.ts'
import { LIKENESSES, likenessOf } from '../src/briefing/same-story/likeness.ts'
import { divideWords } from '../src/briefing/same-story/word-odds.ts'
import { isForced } from '../src/briefing/same-story.ts'
import { bestThreshold, clustersOf, f1, foldsOf, meanAndSpread, meanOf, type Scored } from './cross-validate.ts'
import { type HeadlinePair, readHeadlinePairs } from './data.ts'
import { type Example, fitLogistic, logOdds } from './logistic.ts'

// Learns src/briefing/same-story/weights.ts and word-weights.ts from the pairs of headlines and prints what
// cross-validation says of them. Run it again when the stemmer or a likeness changes: `node eval/train-same-story.ts`.

const FOLDS = 10
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const PENALTY = 30
const RARE = { from: LIKENESSES.length, penalty: 20 }
/** A word has a weight of its own when so many pairs share it, or have it on one side alone. */
const FEWEST_SHARED = 15
const FEWEST_UNSHARED = 40
const FOLDER = join(import.meta.dirname, '../src/briefing/same-story')

type Pair = { readonly label: 0 | 1; readonly titles: HeadlinePair; readonly read: readonly [Headline, Headline] }

const { same, different } = readHeadlinePairs()
const pairs: readonly Pair[] = [...same.map((each) => pairOf(each, 1)), ...different.map((each) => pairOf(each, 0))]
const words = frequentWords()
const examples: readonly Example[] = pairs.map(({ label, read }) => ({ label, features: featuresOf(read) }))

const runs = SEEDS.map(crossValidate)
const from = Number(meanOf(runs.map((run) => run.from)).toFixed(2))
process.stdout.write(
  `cross-validated by cluster, ${SEEDS.length} times: F ${meanAndSpread(runs.map((run) => run.f))}, from ${from}\n`,
)
const model = fitLogistic(examples, PENALTY, RARE)
writeFileSync(join(FOLDER, 'weights.ts'), renderWeights())
writeFileSync(join(FOLDER, 'word-weights.ts'), renderWords())

function pairOf(titles: HeadlinePair, label: 0 | 1): Pair {
  return { titles, label, read: [readHeadline(titles[0]), readHeadline(titles[1])] }
}

function frequentWords(): Readonly<Record<'shared' | 'unshared', readonly string[]>> {
  const split = pairs.map(({ read: [a, b] }) => divideWords(a, b))
  return {
    shared: frequent(
      split.flatMap((each) => each.shared),
      FEWEST_SHARED,
    ),
    unshared: frequent(
      split.flatMap((each) => each.unshared),
      FEWEST_UNSHARED,
    ),
  }
}

function frequent(signs: readonly string[], fewest: number): readonly string[] {
  const groups = Map.groupBy(signs, (sign) => sign)
  return [...groups].filter(([sign, all]) => all.length >= fewest && !/^\d/u.test(sign)).map(([sign]) => sign)
}

function featuresOf([a, b]: readonly [Headline, Headline]): readonly number[] {
  const likeness = likenessOf(a, b)
  const { shared, unshared } = divideWords(a, b)
  return [
    ...LIKENESSES.map((name) => likeness[name]),
    ...words.shared.map((sign) => (shared.includes(sign) ? 1 : 0)),
    ...words.unshared.map((sign) => (unshared.includes(sign) ? 1 : 0)),
  ]
}

/** Each fold is scored by what the others taught, and its threshold is the one that served the others best. */
function crossValidate(seed: number): { readonly f: number; readonly from: number } {
  const folds = foldsOf(clustersOf(pairs.map(({ titles }) => titles)), FOLDS, seed)
  const scored: Scored[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const taught = fitLogistic(
      examples.filter((_, at) => folds[at] !== fold),
      PENALTY,
      RARE,
    )
    for (const [at, { label, features }] of examples.entries())
      if (folds[at] === fold) scored[at] = { label, score: forcedScore(at) ?? logOdds(taught, features) }
  }
  const thresholds = Array.from({ length: FOLDS }, (_, fold) =>
    bestThreshold(scored.filter((_, at) => folds[at] !== fold)),
  )
  const told = scored.map(({ label, score }, at) => ({ label, score: score - (thresholds[folds[at] ?? 0] ?? 0) }))
  return { f: f1(told, 0), from: meanOf(thresholds) }
}

/** The score where a rule decides and not the weights. */
function forcedScore(at: number): number | null {
  const pair = pairs[at]
  const forced = pair === undefined ? null : isForced(...pair.read)
  return forced === null ? null : forced ? 99 : -99
}

function renderWeights(): string {
  const lines = LIKENESSES.map((name, index) => `  ${name}: ${weightAt(index)},`)
  return `import type { LikenessName } from './likeness.ts'

/** What each likeness weighs: a logistic regression, learnt by \`eval/train-same-story.ts\`; not for editing. */
export const WEIGHTS: Readonly<Record<LikenessName | 'bias', number>> = {
  bias: ${Number(model.bias.toFixed(2))},
${lines.join('\n')}
}

/** From this log-odds on, two headlines tell one story: where precision and recall balance best. */
export const SAME_FROM = ${from}
`
}

function renderWords(): string {
  const first = LIKENESSES.length
  return `/**
 * What frequent words add to the log-odds when both headlines have them: a stem, or = and the first word of a group of
 * synonyms. Learnt with \`weights.ts\` by \`eval/train-same-story.ts\`; not for editing.
 */
export const SHARED_WORDS = \`
${tableOf(words.shared, first)}
\`

/** And when one headline alone has them. */
export const UNSHARED_WORDS = \`
${tableOf(words.unshared, first + words.shared.length)}
\`
`
}

function tableOf(signs: readonly string[], first: number): string {
  const entries = signs.map((sign, index) => `${sign} ${weightAt(first + index).toFixed(2)}`).sort()
  const lines = Array.from({ length: Math.ceil(entries.length / 8) }, (_, at) => entries.slice(at * 8, at * 8 + 8))
  return lines.map((line) => line.join(' | ')).join('\n')
}

function weightAt(index: number): number {
  return Number((model.weights[index] ?? 0).toFixed(2))
}
