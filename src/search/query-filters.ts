import { fold } from '../language/fold.ts'
import { splitWords } from '../language/words.ts'
import { periodOf } from './periods.ts'

type FilterName = 'from' | 'by' | 'before' | 'after'

/** A filter without a value or with one that is no date; or a query that was cut (`too-long`). */
export type QueryProblem =
  | { readonly kind: 'no-value' | 'no-date'; readonly filter: FilterName; readonly word: string }
  | { readonly kind: 'too-long'; readonly word: string }

/** A filter with where it ends in the query. `date`: an ISO date. */
export type Filter = { readonly end: number } & (
  | { readonly kind: 'from' | 'by'; readonly value: string }
  | { readonly kind: 'before' | 'after'; readonly date: string }
  | { readonly kind: 'problem'; readonly problem: QueryProblem }
)

const NAMES: ReadonlyMap<string, FilterName> = new Map([
  ...named('from', 'from source من المصدر مصدر'),
  ...named('by', 'by speaker قائل القائل قال قالت المتحدث'),
  ...named('before', 'before until قبل'),
  ...named('after', 'after since بعد منذ'),
])
/** Words that stand before a colon in prose too: filters only when no space follows. */
const ALSO_PROSE = /^(?:من|قال|قالت)$/u

// bounded, so that a text without colons is read once
const NAME = /([\p{L}\p{M}]{2,12})[:：]([^\S\n]?)/uy
/** A text in quotation marks; its content is in group 1 or 2. */
export const QUOTED = /["“”„″]([^"“”„″]*)["“”„″]|«([^»]*)»/y
const WORD_VALUE = /[^\s"“”„″«»،,؛;؟?]+/y
const SEVERAL_WORDS = /[^\s"“”„″«»؛;]+(?:[^\S\n]+[^\s"“”„″«»؛;]+){0,3}/y

/** The filter that begins at `at`, or null. A value is a word, several joined by `_`, or a quoted text. */
export function readFilter(text: string, at: number, today: string | null): Filter | null {
  if (at > 0 && /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at - 1))) return null
  const [name = '', word = '', space = ''] = matchAt(NAME, text, at) ?? []
  const kind = NAMES.get(fold(word))
  if (kind === undefined || (space !== '' && ALSO_PROSE.test(fold(word)))) return null
  const value = at + name.length
  return kind === 'from' || kind === 'by' ? readName(text, value, kind) : readDate({ text, at: value, kind, today })
}

function readName(text: string, at: number, kind: 'from' | 'by'): Filter {
  const { value, end } = oneValue(text, at)
  if (splitWords(value).length > 0) return { kind, value, end }
  return { kind: 'problem', problem: { kind: 'no-value', filter: kind, word: value }, end }
}

type DateFilterText = {
  readonly text: string
  readonly at: number
  readonly kind: 'before' | 'after'
  readonly today: string | null
}

/** The longest run of words that is a date: `قبل: 15 أغسطس 2025 بوتين`. */
function readDate({ text, at, kind, today }: DateFilterText): Filter {
  const single = oneValue(text, at)
  const several = matchAt(SEVERAL_WORDS, text, at)?.[0] ?? ''
  for (let value = several; value !== ''; value = value.replace(/(?<!\S)\S+$/u, '').trimEnd()) {
    const date = periodOf(value.replace(/(?<![،,؟?])[،,؟?]+$/u, ''), today)
    if (date !== null) return { kind, date, end: at + value.length }
  }
  const date = periodOf(single.value, today)
  if (date !== null) return { kind, date, end: single.end }
  const problem = single.value === '' ? 'no-value' : 'no-date'
  return { kind: 'problem', problem: { kind: problem, filter: kind, word: single.value }, end: single.end }
}

function oneValue(text: string, at: number): { readonly value: string; readonly end: number } {
  const quoted = matchAt(QUOTED, text, at)
  if (quoted !== null) return { value: (quoted[1] ?? quoted[2] ?? '').trim(), end: at + quoted[0].length }
  const word = matchAt(WORD_VALUE, text, at)?.[0] ?? ''
  return { value: word.replaceAll('_', ' ').trim(), end: at + word.length }
}

/** The match of a sticky pattern at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function named(name: FilterName, words: string): [string, FilterName][] {
  return words.split(' ').map((word) => [fold(word), name])
}
