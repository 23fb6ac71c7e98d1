import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCandidates } from '../src/briefing/summary/candidates.ts'
import { pickSentences } from '../src/briefing/summary/pick-sentences.ts'
import type { WordWeights } from '../src/briefing/summary/weights.ts'
import { createWordWorth } from '../src/briefing/summary/word-worth.ts'
import {
  type ArticleWord,
  type ReadWords,
  readWords,
  TRAITS,
  type TraitName,
  traitsOf,
} from '../src/briefing/summary/words.ts'
import { readArticle } from '../src/briefing/text.ts'
import { fold } from '../src/language/fold.ts'
import { splitWords } from '../src/language/words.ts'
import { articleOf } from './article-of.ts'
import { readNews } from './data.ts'
import { leadOf } from './lead.ts'
import { type Example, fitLogistic, logOdds, sigmoid } from './logistic.ts'
import { rougeRecall, tokens } from './tokens.ts'

// Learns src/briefing/summary/weights.ts: how likely a word of an article is to stand in an abstract of it. Prints what
// cross-validation by document says of summaries picked with such weights. Run again when the stemmer or a trait changes:
// `node eval/train-summary.ts`.

const FOLDS = 5
const PENALTY = 20
const WORDS = 60
const FREQUENT_WORDS = 100
/** How many articles without the word a word's own weight is weighed against. */
const WORD_PENALTY = 12
const TARGET = join(import.meta.dirname, '../src/briefing/summary/weights.ts')

type Word = Example & { readonly folded: string; readonly stop: boolean; readonly count: number; readonly uses: number }
type Item = ReturnType<typeof read>[number]

const items = read()
const frequent = frequentWords()

let [ours, lead, words] = [0, 0, 0]
for (let part = 0; part < FOLDS; part += 1) {
  const weights = train(items.filter((_, index) => foldOf(index) !== part))
  for (const item of items.filter((_, index) => foldOf(index) === part)) {
    const candidates = readCandidates(item.text, createWordWorth(item.plain, weights), item.plain)
    const picked = pickSentences(item.text, candidates, { words: WORDS })
    const summary = tokens(picked.inOrder.map((sentence) => sentence.text).join(' '))
    ours += rougeRecall(summary, item.reference, 1)
    lead += rougeRecall(leadOf(item.source, summary.length), item.reference, 1)
    words += summary.length
  }
}
process.stdout.write(
  `cross-validated by document: R1 recall ours / lead ${(ours / lead).toFixed(4)} at ${(words / items.length).toFixed(1)} words\n`,
)
if (!process.argv.includes('--dry')) writeFileSync(TARGET, render(train(items)))

function read() {
  return readNews().map(({ text: source, abstract, title }) => {
    const text = readArticle(articleOf(source))
    const uses = new Map<string, number>()
    for (const { text: word } of splitWords(abstract)) uses.set(fold(word), (uses.get(fold(word)) ?? 0) + 1)
    const plain = readWords(text, null)
    const examples = [plain, readWords(text, title)].flatMap((version) => examplesOf(version, uses))
    return { source, text, plain, examples, reference: tokens(abstract) }
  })
}

function examplesOf({ words: own, total }: ReadWords, uses: ReadonlyMap<string, number>): readonly Word[] {
  return [...own.values()].map((word) => {
    const used = uses.get(word.folded) ?? 0
    const { folded, stop, count } = word
    return { folded, stop, count, uses: used, features: featuresOf(word, total), label: used > 0 ? 1 : 0 }
  })
}

function featuresOf(word: ArticleWord, total: number): readonly number[] {
  const traits = traitsOf(word, total)
  return TRAITS.map((name) => traits[name])
}

function frequentWords(): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { plain } of items)
    for (const folded of plain.words.keys()) counts.set(folded, (counts.get(folded) ?? 0) + 1)
  return new Set(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, FREQUENT_WORDS)
      .map(([folded]) => folded),
  )
}

function foldOf(index: number): number {
  return (index * 7919) % FOLDS
}

function train(from: readonly Item[]): WordWeights {
  const examples = from.flatMap((item) => item.examples)
  const model = fitLogistic(examples, PENALTY)
  return {
    bias: model.bias,
    traits: Object.fromEntries(TRAITS.map((name, index) => [name, model.weights[index] ?? 0])) as Record<
      TraitName,
      number
    >,
    words: new Map(
      [
        ...Map.groupBy(
          examples.filter(({ folded }) => frequent.has(folded)),
          ({ folded }) => folded,
        ),
      ].map(([folded, group]) => [folded, ownWeight(group, (word) => logOdds(model, word.features))]),
    ),
    again: { stop: shareUsedAgain(examples, true), content: shareUsedAgain(examples, false) },
  }
}

/** One step of logistic regression for a single word over what its traits say already: Newton, penalised. */
function ownWeight(group: readonly Word[], logOddsOf: (word: Word) => number): number {
  let weight = 0
  for (let round = 0; round < 8; round += 1) {
    let [gradient, curvature] = [(weight * WORD_PENALTY) / 4, WORD_PENALTY / 4]
    for (const word of group) {
      const p = sigmoid(logOddsOf(word) + weight)
      gradient += p - word.label
      curvature += p * (1 - p)
    }
    weight -= gradient / curvature
  }
  return weight
}

function shareUsedAgain(examples: readonly Word[], stop: boolean): number {
  const used = examples.filter((word) => word.stop === stop && word.count > 1 && word.uses > 0)
  return used.filter((word) => word.uses > 1).length / Math.max(1, used.length)
}

function render(weights: WordWeights): string {
  const traits = Object.entries(weights.traits).map(([name, weight]) => `    ${name}: ${Number(weight.toFixed(3))},`)
  const own = [...weights.words].map(([word, weight]) => `${word} ${weight.toFixed(2)}`)
  const lines = Array.from(
    { length: Math.ceil(own.length / 8) },
    (_, row) => `  ${own.slice(row * 8, row * 8 + 8).join(' | ')}`,
  )
  return `import type { TraitName } from './words.ts'

export type WordWeights = {
  readonly bias: number
  readonly traits: Readonly<Record<TraitName, number>>
  /** Added for single frequent words. */
  readonly words: ReadonlyMap<string, number>
  /** How likely a word that is used is used a second time. */
  readonly again: { readonly stop: number; readonly content: number }
}

const FREQUENT_WORDS = \`
${lines.join(' |\n')}
\`

/**
 * How likely a word is to stand in an abstract: a logistic regression over its traits, learnt by
 * \`eval/train-summary.ts\` from articles and their abstracts; not for editing.
 */
export const WORD_WEIGHTS: WordWeights = {
  bias: ${Number(weights.bias.toFixed(3))},
  traits: {
${traits.join('\n')}
  },
  words: new Map(
    FREQUENT_WORDS.trim()
      .split(/\\s*\\|\\s*/u)
      .map((entry) => {
        const [word = '', weight = '0'] = entry.split(' ')
        return [word, Number(weight)] as const
      }),
  ),
  again: { stop: ${Number(weights.again.stop.toFixed(3))}, content: ${Number(weights.again.content.toFixed(3))} },
}
`
}
