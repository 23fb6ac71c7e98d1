import { distance } from 'fastest-levenshtein'
import type { VocabularyWord } from './passage.ts'
import type { Term } from './terms.ts'

/** A text with its words. */
export type ReadText = { readonly text: string; readonly terms: readonly Term[] }

/** The distinct words of some texts; stop words and numbers are left out, as they are never suggested. */
export function wordsOf(texts: readonly ReadText[]): readonly VocabularyWord[] {
  const words = new Map<string, VocabularyWord>()
  for (const { text, terms } of texts) {
    for (const { exact, stem, start, end } of terms) {
      if (stem === null || words.has(exact) || /^\p{N}/u.test(exact)) continue
      const shown = text.slice(start, end).replace(/[\p{M}\p{Cf}\u0640]/gu, '')
      words.set(exact, { word: exact, shown, bare: bareOf(exact), skeleton: skeletonOf(stem) })
    }
  }
  return [...words.values()]
}

/** A folded word without its clitics and article: `وبالقمه` → `قمه`. */
export function bareOf(exact: string): string {
  return exact.replace(/^(?:[وف]?(?:[بك]?ال|لل))(?=..)/u, '')
}

/**
 * The consonants that broken plurals and spellings leave alone: `ابطال` and `بطل`, `سلاح` and `واسلحته`. A stem with fewer
 * than three is its own: too many words would share it.
 */
export function skeletonOf(stem: string): string {
  const letters = stem.replace(/(?<=.)[اويءه]/gu, '')
  const root = /^[او]...+/u.test(letters) ? letters.slice(1) : letters
  return root.length >= 3 ? root : stem
}

/** How many letters a word may differ in to count as a misspelling. */
export function reachOf(bare: string): number {
  return bare.length <= 4 ? 1 : 2
}

/** The words within reach, nearest first; at equal distance those that begin alike, then the shorter. */
export function nearestWords(bare: string, words: readonly VocabularyWord[]): readonly VocabularyWord[] {
  return words
    .map((each) => ({ each, far: slipsBetween(bare, each.bare), strays: each.bare[0] === bare[0] ? 0 : 1 }))
    .filter(({ far }) => far <= reachOf(bare))
    .sort(
      (left, right) =>
        left.far - right.far ||
        left.strays - right.strays ||
        left.each.word.length - right.each.word.length ||
        (left.each.word < right.each.word ? -1 : 1),
    )
    .map(({ each }) => each)
}

/** Edit distance with a swap of two letters as one slip. */
function slipsBetween(left: string, right: string): number {
  const far = distance(left, right)
  return far === 2 && isSwapped(left, right) ? 1 : far
}

function isSwapped(left: string, right: string): boolean {
  const at = [...left].findIndex((letter, index) => letter !== right[index])
  const swapped = left.slice(0, at) + left.charAt(at + 1) + left.charAt(at) + left.slice(at + 2)
  return left.length === right.length && swapped === right
}
