import { NATIONALITIES } from '../briefing/grammar/words/nationalities.ts'
import { PLACES } from '../briefing/grammar/words/places.ts'
import { numberWord } from '../language/number-words.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { Step } from './align.ts'
import { type ComparedWord, comparedWords, isNegation } from './compared-words.ts'
import type { Difference } from './finding.ts'

/** A text with its words. */
export type WordedText = { readonly text: string; readonly words: readonly ComparedWord[] }

const ORDER: readonly Difference['of'][] = ['speaker', 'negation', 'number', 'name', 'word']

/** What a claim says otherwise than a text, what turns its meaning first. */
export function differencesIn(
  steps: readonly Step[],
  claim: WordedText,
  text: WordedText,
  item: ShelfItem,
): readonly Difference[] {
  const names = namesIn(item)
  const differences = steps
    .filter(({ isSame }) => !isSame)
    .flatMap((step) => differencesOf(wordsAt(claim, step.claim), wordsAt(text, step.text), names))
  return differences.toSorted((left, right) => ORDER.indexOf(left.of) - ORDER.indexOf(right.of))
}

/** A negation or number in the place of some other word was added or left out, not changed. */
function differencesOf(claimed: Some | null, said: Some | null, names: ReadonlySet<string>): readonly Difference[] {
  const kinds = [claimed, said].map((side) => side && kindOf(side, names))
  const [own = null, other = null] = kinds
  const added: Difference | null = own && { of: own, claimed: claimed?.text ?? null, said: null }
  const leftOut: Difference | null = other && { of: other, claimed: null, said: said?.text ?? null }
  const isApart = own !== other && kinds.some((kind) => kind === 'negation' || kind === 'number')
  if (added === null || leftOut === null || isApart) return [added, leftOut].filter((one) => one !== null)
  return [{ of: kinds.includes('name') ? 'name' : added.of, claimed: added.claimed, said: leftOut.said }]
}

type Some = { readonly text: string; readonly keys: readonly string[] }

function wordsAt({ text, words }: WordedText, [from, to]: Step['claim']): Some | null {
  const [first, last] = [words[from], words[to - 1]]
  if (first === undefined || last === undefined || to <= from) return null
  return { text: text.slice(first.start, last.end), keys: words.slice(from, to).map(({ key }) => key) }
}

function kindOf({ text, keys }: Some, names: ReadonlySet<string>): Difference['of'] {
  if (keys.some((key) => isNegation(key) || /^[وف]?ما$/u.test(key))) return 'negation'
  if (keys.some(isNumber)) return 'number'
  return /^\p{Lu}/u.test(text) || keys.some((key) => isName(key, names)) ? 'name' : 'word'
}

function isNumber(key: string): boolean {
  const bare = key.replace(/^[وف](?=...)/u, '').replace(/^ال/u, '')
  return (
    /^[\d%$€£¥-]/u.test(key) ||
    /\d/.test(key) ||
    [key, bare].some((word) => numberWord(word, 'ar') !== null || numberWord(word, 'en') !== null)
  )
}

function isName(key: string, names: ReadonlySet<string>): boolean {
  const bare = key.replace(/^[وفبلك](?=...)/u, '')
  return [key, bare].some((word) => names.has(word) || PLACES.has(word) || NATIONALITIES.has(word))
}

function namesIn({ briefing }: ShelfItem): ReadonlySet<string> {
  const names = [...briefing.people.map(({ name }) => name), ...briefing.quotes.flatMap(({ speaker }) => speaker ?? [])]
  return new Set(names.flatMap((name) => comparedWords(name).map(({ key }) => key)))
}
