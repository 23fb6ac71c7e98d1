import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '../src/briefing/grammar/case.ts'
import { DEFINITE_CASES } from '../src/briefing/grammar/definite-modifiers.ts'
import { VERB_CASES } from '../src/briefing/grammar/is-verb.ts'
import { MODIFIER_CASES } from '../src/briefing/grammar/modifier-cases.ts'
import { NAME_CASES, UNKNOWN_WORD_CASES } from '../src/briefing/grammar/name-words.ts'
import { TRIM_CASES } from '../src/briefing/people/members.ts'
import { SPEAKER_FINDERS } from '../src/briefing/quotes/discourse.ts'
import { NO_QUOTES, UNLED_PARTS } from '../src/briefing/quotes/is-quote.ts'
import { ATTRIBUTIONS, SOURCES } from '../src/briefing/quotes/sources.ts'
import { SUBJECT_FITS } from '../src/briefing/quotes/subjects.ts'
import { briefText } from './brief-text.ts'
import { readPages, readQuotedArticles } from './data.ts'

type AnyCase = Case<never, unknown>
type Tally = { readonly rule: AnyCase; decided: number; readonly articles: Set<string> }

const LISTS: Readonly<Record<string, readonly AnyCase[]>> = {
  'no verb, finite': VERB_CASES.finite,
  'no verb, masdar': VERB_CASES.masdar,
  'no verb, participle': VERB_CASES.participle,
  'a word of a name, known': NAME_CASES,
  'a word of a name, unknown': UNKNOWN_WORD_CASES,
  'a word behind a head': MODIFIER_CASES,
  'a word with ال behind a head': DEFINITE_CASES,
  'a name seen too long': TRIM_CASES,
  'a word that opens an attribution': ATTRIBUTIONS,
  'a source': SOURCES,
  'a subject behind a verb': SUBJECT_FITS,
  'a speaker': SPEAKER_FINDERS,
  'no quote': NO_QUOTES,
  'a part that nothing leads in': UNLED_PARTS,
}

/**
 * For each case a line: how often it decides, in how many articles, and in how many the briefing is another without it.
 * The articles are the annotated ones, or the `.txt` files of a folder.
 */
export function measureCases(folder: string | undefined): string {
  const texts = folder === undefined ? annotatedTexts() : textsIn(folder)
  const tallies = Object.values(LISTS)
    .flat()
    .map((rule): Tally => ({ rule, decided: 0, articles: new Set() }))
  const briefings = countDecisions(tallies, texts)
  const lines = new Map(tallies.map((tally) => [tally.rule, lineOf(tally, changedWithout(tally, briefings))]))
  const head = `${texts.length} articles; columns: decided, in articles, briefings changed without it\n`
  const lists = Object.entries(LISTS).map(([name, cases]) => [name, ...cases.map((rule) => lines.get(rule))].join('\n'))
  return [head, ...lists, ''].join('\n')
}

/** Briefs each text, and tallies on the way which cases decided. */
function countDecisions(tallies: readonly Tally[], texts: readonly string[]): ReadonlyMap<string, string> {
  let current = ''
  const restore = tallies.map((tally) => {
    const { when } = tally.rule
    return replaceWhen(tally.rule, (asked) => {
      if (!when(asked)) return false
      tally.decided += 1
      tally.articles.add(current)
      return true
    })
  })
  const briefings = new Map<string, string>()
  for (const text of texts) {
    current = text
    briefings.set(text, briefed(text))
  }
  for (const put of restore) put()
  return briefings
}

function changedWithout({ rule, articles }: Tally, briefings: ReadonlyMap<string, string>): number {
  const put = replaceWhen(rule, () => false)
  const changed = [...articles].filter((text) => briefed(text) !== briefings.get(text)).length
  put()
  return changed
}

/** Cases are data: the measure changes them in place; what comes back puts the old condition back. */
function replaceWhen(rule: AnyCase, when: AnyCase['when']): () => void {
  const before = rule.when
  Object.assign(rule, { when })
  return () => Object.assign(rule, { when: before })
}

function lineOf({ rule, decided, articles }: Tally, changed: number): string {
  const verdict = decided === 0 ? 'decides nothing' : changed === 0 ? 'changes nothing' : ''
  const numbers = [decided, articles.size, changed].map((number) => String(number).padStart(8)).join('')
  return `${numbers}  ${verdict.padEnd(16)}${rule.example.replaceAll('\n', ' / ')}`
}

function briefed(text: string): string {
  return JSON.stringify(briefText(text, 120))
}

function annotatedTexts(): readonly string[] {
  return [...readQuotedArticles().map(({ text }) => text), ...readPages().map(({ page }) => page)]
}

function textsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'))
  return files.map((file) => readFileSync(join(folder, file), 'utf8'))
}
