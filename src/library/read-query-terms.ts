import { arabicMonthNames, isUnsureMonth } from '../language/month-names.ts'
import type { QueryTerms } from '../search/candidates.ts'
import { skeletonOf } from '../search/likeness.ts'
import type { Query } from '../search/query.ts'
import type { QueryTerm } from '../search/rank.ts'
import { searchTermsOf, type Term } from '../search/terms.ts'
import type { Passages } from '../store/articles/passages.ts'

/** `size`: the number of passages. */
export type Index = { readonly passages: Passages; readonly size: number }

/** Words in more passages than this weigh the same. */
const COMMON = 3_000
const MOST_TERMS = 16
const MOST_KIN = 8

/**
 * Turns a query's words into weighted terms. Leaves stop words out unless the query has nothing else; a word whose stem no
 * passage has stands for the stems that share its consonants (`ابطال` for `بطل`).
 */
export async function readQueryTerms(query: Query, index: Index): Promise<QueryTerms> {
  const phrases = query.phrases.map(searchTermsOf).filter((words) => words.length > 0)
  const words = query.words.flatMap((word) =>
    searchTermsOf(word).map((term) => ({ term, asked: askedFor(word, term) })),
  )
  const isDated = query.words.some((word) => /^\p{N}+$/u.test(word))
  const telling = words.filter(({ term }) => term.stem !== null)
  const filtered = query.sources.length + query.speakers.length + phrases.length > 0
  const read = (chosen: readonly Word[]) => weigh(distinctWords(chosen), { ...index, isDated })
  const { terms, missing } = await read(telling.length > 0 || filtered ? telling : words)
  const apart = phrases.flatMap((phrase, index) =>
    phrase
      .filter(({ stem }) => stem !== null)
      .map((term) => ({ term, asked: askedFor(query.phrases[index] ?? '', term) })),
  )
  const phrased = await read(apart)
  return { terms, missing, phrases: phrases.map(spellingsOf), apart: phrased.terms, lost: phrased.missing }
}

type Word = { readonly term: Term; readonly asked: string }

function askedFor(text: string, { start, end }: Term): string {
  return text.slice(start, end)
}

function distinctWords(words: readonly Word[]): readonly Word[] {
  const byStem = new Map(words.toReversed().map((word) => [word.term.stem ?? ` ${word.term.exact}`, word]))
  return words.filter((word) => byStem.get(word.term.stem ?? ` ${word.term.exact}`) === word).slice(0, MOST_TERMS)
}

/** `isDated`: a number stands beside the words, so that `آب` is the month. */
type Reading = Index & { readonly isDated: boolean }

async function weigh(words: readonly Word[], index: Reading) {
  const terms: QueryTerm[] = []
  const missing: QueryTerm[] = []
  for (const word of words) {
    const term = await termFor(word, index)
    if (term.weight > 0) terms.push(term)
    else missing.push(term)
  }
  return { terms, missing }
}

/** The weight is 0 when no passage has the term. */
async function termFor({ term, asked }: Word, { passages, size, isDated }: Reading): Promise<QueryTerm> {
  const { exact, stem } = term
  const months = stem === null || (isUnsureMonth(asked) && !isDated) ? [] : stemsOf(arabicMonthNames(asked))
  const stems = stem === null ? [] : [...new Set([stem, ...months])]
  const own = stem === null ? { stems, words: [exact] } : { stems, words: [] }
  const times = await passages.frequency(own, COMMON)
  if (times > 0) return { asked, exact, ...own, weight: rarity(times, size) }
  const kin = stem === null ? [] : await kinOf(stem, passages)
  if (kin.length === 0) return { asked, exact, ...own, weight: 0 }
  const found = await passages.frequency({ stems: kin, words: [] }, COMMON)
  return { asked, exact, stems: kin, words: [], weight: found === 0 ? 0 : rarity(found, size) }
}

async function kinOf(stem: string, passages: Passages): Promise<readonly string[]> {
  const words = await passages.wordsOfSkeleton(skeletonOf(stem))
  return [...new Set(stemsOf(words.map(({ word }) => word)))].sort().slice(0, MOST_KIN)
}

function stemsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => searchTermsOf(word).flatMap(({ stem }) => stem ?? []))
}

/** BM25's weight of a term. */
function rarity(times: number, size: number): number {
  return Math.log(1 + (size - times + 0.5) / (times + 0.5))
}

const ARABIC = /^\p{Script=Arabic}/u

function spellingsOf(phrase: readonly Term[]): readonly (readonly string[])[] {
  const [first = '', ...rest] = phrase.map(({ exact }) => exact)
  if (!ARABIC.test(first)) return [[first, ...rest]]
  const joined = ['', 'و', 'ف', 'ب', 'ل', 'ك'].map((clitic) => clitic + first)
  const definite = first.startsWith('ال') ? [`لل${first.slice(2)}`, `وب${first}`, `ولل${first.slice(2)}`] : []
  return [...joined, ...definite].map((spelt) => [spelt, ...rest])
}
