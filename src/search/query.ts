import { splitWords } from '../language/words.ts'
import { type Filter, matchAt, QUOTED, type QueryProblem, readFilter } from './query-filters.ts'
import { type QuestionKind, questionOf } from './questions.ts'

/** A parsed query; `words`, `phrases` and names as typed, not yet looked up. */
export type Query = {
  readonly text: string
  /** Each has a letter or digit. */
  readonly words: readonly string[]
  /** Texts in quotation marks: matched word after word, whatever the spelling. */
  readonly phrases: readonly string[]
  /** Parts of sources' names; an article must be from one of them. */
  readonly sources: readonly string[]
  /** Parts of speakers' names; a passage must quote one of them. */
  readonly speakers: readonly string[]
  /** ISO dates: published on `after` or later, and before `before`. */
  readonly after: string | null
  readonly before: string | null
  /** `null`: no question, but words that a passage must have. */
  readonly question: QuestionKind | null
  readonly problems: readonly QueryProblem[]
}

/** Limits of a query: UTF-16 units, words (of a phrase too), phrases. */
const LONGEST = 1_000
const MOST_WORDS = 16
const MOST_PHRASES = 4

/** What a text copied from a page or a PDF has within words; splitting at it would tear them. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu
const GAP = /[\s،,؛;]+/y

/**
 * Reads plain words, "exact phrases" and the filters `from:` `by:` `before:` `after:` in English and Arabic (`المصدر:`
 * `من:` `قائل:` `قال:` `قبل:` `بعد:`). Takes any text: unusable parts are listed in `problems`. `today` (an ISO date)
 * resolves `أمس` and the names of days; without it they are no dates.
 */
export function parseQuery(text: string, today: string | null = null): Query {
  const read = text.slice(0, LONGEST).toWellFormed().replace(INVISIBLE, '')
  const found: Found = { plain: [], phrases: [], filters: [] }
  for (let at = 0; at < read.length; ) at = readPiece(read, at, { found, today })
  return queryOf(text, found)
}

/** Reads a question (`متى عقدت القمة؟`) like a query, with its kind and without its question words. */
export function parseQuestion(text: string, today: string | null = null): Query {
  const query = parseQuery(text, today)
  const { kind, words } = questionOf(query.words)
  return { ...query, words, question: kind }
}

type Found = { readonly plain: string[]; readonly phrases: string[]; readonly filters: Filter[] }
type Reading = { readonly found: Found; readonly today: string | null }

/** Reads the piece at `at`; returns where it ends, always past `at`. */
function readPiece(text: string, at: number, { found, today }: Reading): number {
  const gap = matchAt(GAP, text, at)
  if (gap !== null) return at + gap[0].length
  const filter = readFilter(text, at, today)
  if (filter !== null) {
    found.filters.push(filter)
    return filter.end
  }
  const quoted = matchAt(QUOTED, text, at)
  if (quoted !== null) {
    found.phrases.push((quoted[1] ?? quoted[2] ?? '').trim())
    return at + quoted[0].length
  }
  const [piece = ''] = matchAt(/[^\s"“”„″«]+|./suy, text, at) ?? []
  found.plain.push(piece)
  return at + Math.max(piece.length, 1)
}

function queryOf(text: string, { plain, phrases, filters }: Found): Query {
  const words = distinct(splitWords(plain.join(' ')).map((word) => word.text))
  const quoted = distinct(phrases.filter((phrase) => splitWords(phrase).length > 0))
  const tooLong = text.length > LONGEST || words.length > MOST_WORDS || quoted.length > MOST_PHRASES
  return {
    text,
    words: words.slice(0, MOST_WORDS),
    phrases: quoted.slice(0, MOST_PHRASES).map(cutPhrase),
    sources: filters.flatMap((filter) => (filter.kind === 'from' ? [filter.value] : [])),
    speakers: filters.flatMap((filter) => (filter.kind === 'by' ? [filter.value] : [])),
    after: lastTyped(filters.flatMap((filter) => (filter.kind === 'after' ? [filter.date] : []))),
    before: lastTyped(filters.flatMap((filter) => (filter.kind === 'before' ? [filter.date] : []))),
    question: null,
    problems: [
      ...filters.flatMap((filter) => (filter.kind === 'problem' ? [filter.problem] : [])),
      ...(tooLong ? [{ kind: 'too-long', word: words.at(MOST_WORDS) ?? '' } as const] : []),
    ],
  }
}

/** Of several filters of one kind the last typed counts. */
function lastTyped(dates: readonly string[]): string | null {
  return dates.at(-1) ?? null
}

function cutPhrase(phrase: string): string {
  const words = splitWords(phrase)
  return phrase.slice(0, words[MOST_WORDS - 1]?.end ?? phrase.length)
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
