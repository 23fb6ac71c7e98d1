import { fold } from '../language/fold.ts'
import { stem } from '../language/stems.ts'
import { isStopWord } from '../language/stop-words.ts'
import { splitWords } from '../language/words.ts'

/**
 * A word as the index knows it. `exact` is its folded spelling and `stem` what its other forms share, both of letters,
 * digits and `_` alone as far as ASCII goes, so that no tokenizer cuts them. `stem` is null for a stop word.
 */
export type Term = {
  readonly exact: string
  readonly stem: string | null
  /** Where it stands in the text it was read from. */
  readonly start: number
  readonly end: number
}

const HYPHENS = /[-‐‑]/

/** The words of a text as terms, in order. Halves of a hyphenated name are two, as others write it without. */
export function termsOf(text: string): readonly Term[] {
  const terms: Term[] = []
  for (const word of splitWords(text)) {
    let start = word.start
    for (const part of word.text.split(HYPHENS)) {
      const folded = fold(part)
      const exact = tokenOf(folded)
      if (exact !== '') terms.push({ exact, stem: stemOf(folded), start, end: start + part.length })
      start += part.length + 1
    }
  }
  return terms
}

/** Both languages' stop words and stems, by script: a passage and a query may mix them. */
function stemOf(folded: string): string | null {
  return isStopWord(folded, 'ar') ? null : tokenOf(stem(folded, 'ar'))
}

/** NFKC may have made anything of a letter, `ﷺ` four words and `⑴` brackets. */
function tokenOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '_').replace(/^_+|_+$/g, '')
}
