import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { briefArticle } from '../src/briefing/brief-article.ts'
import { frontOf } from '../src/briefing/front.ts'
import { readArticle } from '../src/briefing/text.ts'
import { CORPUS, type Place } from './annotations.ts'
import { articleOf } from './article-of.ts'
import type { Measure } from './measure.ts'
import { tokens } from './tokens.ts'

/** What a good short briefing tells, by a reader who saw none: 3 is the story itself. `told`: sentences that each tell it. */
type KeyFact = { readonly weight: number; readonly told: readonly Place[] }
type AnnotatedArticle = { readonly id: string; readonly facts: readonly KeyFact[] }
type ReadArticle = { readonly sentences: readonly string[]; readonly worthOf: (shown: readonly string[]) => number }
type Sums = { ours: number; lead: number }

const FILE = join(import.meta.dirname, 'key-facts.jsonl')
const LENGTHS = [60, 100, 150]
const LONG_WORDS = 650

/** Weight of the key facts told, against the first sentences at the same number of words; none without the corpus. */
export function measureFacts(): readonly Measure[] {
  if (!existsSync(CORPUS)) return []
  const sums = new Map<string, Sums>()
  for (const line of readFileSync(FILE, 'utf8').trim().split('\n')) {
    const annotated: AnnotatedArticle = JSON.parse(line)
    const source = readFileSync(join(CORPUS, `${annotated.id}.txt`), 'utf8')
    const article = articleOf(source)
    const read = readSentences(
      readArticle(article).sentences.map(({ text }) => text),
      annotated.facts.map(({ weight, told }) => ({ weight, told: told.map((place) => source.slice(...place)) })),
    )
    const isLong = read.sentences.reduce((sum, text) => sum + tokens(text).length, 0) > LONG_WORDS
    for (const words of LENGTHS) {
      const shown = briefArticle(article, { words }).summary.sentences.map(({ text }) => text)
      note(`key facts, summary of ${words} words ÷ lead`, read, shown)
      if (isLong) note(`key facts, summary of ${words} words ÷ lead, articles over ${LONG_WORDS}`, read, shown)
    }
    const front = frontOf(briefArticle(article))
    const told = [...front.sentences.map(({ text }) => text), ...front.figures.map(({ sentence }) => sentence)]
    note(
      'key facts, first screen without its quote ÷ lead',
      read,
      front.next === null ? told : [...told, front.next.text],
    )
  }
  const rows = [...sums].sort(([a], [b]) => a.localeCompare(b))
  return rows.map(([name, { ours, lead }]) => ({ name, value: (ours / lead).toFixed(3), wanted: '1.02' }))

  function note(name: string, { sentences, worthOf }: ReadArticle, shown: readonly string[]): void {
    const sum = sums.get(name) ?? { ours: 0, lead: 0 }
    const words = shown.reduce((total, text) => total + tokens(text).length, 0)
    sum.ours += worthOf(shown)
    sum.lead += worthOfLead(sentences, worthOf, words)
    sums.set(name, sum)
  }
}

function readSentences(
  sentences: readonly string[],
  facts: readonly { readonly weight: number; readonly told: readonly string[] }[],
): ReadArticle {
  const total = facts.reduce((sum, { weight }) => sum + weight, 0)
  const worthOf = (shown: readonly string[]): number => {
    const given = facts.filter(({ told }) => told.some((sentence) => shown.includes(sentence)))
    return given.reduce((sum, { weight }) => sum + weight, 0) / total
  }
  return { sentences, worthOf }
}

/** Of the first sentences, the last of them by the share of its words that fit. */
function worthOfLead(sentences: readonly string[], worthOf: ReadArticle['worthOf'], words: number): number {
  let [taken, left]: [readonly string[], number] = [[], words]
  for (const sentence of sentences) {
    const { length } = tokens(sentence)
    const next = [...taken, sentence]
    if (length > left) return worthOf(taken) + (left / length) * (worthOf(next) - worthOf(taken))
    ;[taken, left] = [next, left - length]
  }
  return worthOf(taken)
}
