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

/** Reads a text's words as terms, in order. */
export type ReadTerms = (text: string) => readonly Term[]

/** The words of a text as terms, in order. Halves of a hyphenated name are two, as others write it without. */
export function searchTermsOf(text: string): readonly Term[] {
  return readWith(text, tokensOf)
}

/** As `searchTermsOf`, for many texts: a word that comes again is not stemmed again. */
export function termReader(): ReadTerms {
  const known = new Map<string, Tokens>()
  const remembered = (word: string): Tokens => {
    const tokens = known.get(word) ?? tokensOf(word)
    if (known.size < MOST_REMEMBERED) known.set(word, tokens)
    return tokens
  }
  return (text) => readWith(text, remembered)
}

type Tokens = Pick<Term, 'exact' | 'stem'>
const MOST_REMEMBERED = 200_000

function readWith(text: string, tokens: (word: string) => Tokens): readonly Term[] {
  const terms: Term[] = []
  for (const word of splitWords(text)) {
    let start = word.start
    for (const part of word.text.split(HYPHENS)) {
      const { exact, stem } = tokens(part)
      if (exact !== '') terms.push({ exact, stem, start, end: start + part.length })
      start += part.length + 1
    }
  }
  return terms
}

function tokensOf(word: string): Tokens {
  const folded = fold(word)
  return { exact: tokenOf(folded), stem: stemOf(folded) }
}

/** Both languages' stop words and stems, by script: a passage and a query may mix them. */
function stemOf(folded: string): string | null {
  return isStopWord(folded, 'ar') ? null : tokenOf(stem(folded, 'ar'))
}

/** NFKC may have made anything of a letter, `ﷺ` four words and `⑴` brackets. */
function tokenOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '_').replace(/^_+|_+$/g, '')
}
