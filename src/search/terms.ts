import { fold } from '../language/fold.ts'
import { stem } from '../language/stems.ts'
import { isStopWord } from '../language/stop-words.ts'
import { splitWords } from '../language/words.ts'

/**
 * A word of the index: its folded spelling (`exact`) and the stem of all its forms. Of ASCII both hold letters, digits and
 * `_` alone, so that no tokenizer cuts them. `stem` is null for a stop word.
 */
export type Term = {
  readonly exact: string
  readonly stem: string | null
  /** UTF-16 offsets in the text it was read from. */
  readonly start: number
  readonly end: number
}

const HYPHENS = /[-‐‑]/

/** Reads a text's words as terms, in order of the text. */
export type ReadTerms = (text: string) => readonly Term[]

/** A hyphenated name is two terms, as others write it without the hyphen. */
export function searchTermsOf(text: string): readonly Term[] {
  return readWith(text, tokensOf)
}

/** `searchTermsOf` for many texts: caches the stems of words. */
export function termReader(): ReadTerms {
  const known = new Map<string, Tokens>()
  const cached = (word: string): Tokens => {
    const tokens = known.get(word) ?? tokensOf(word)
    if (known.size < MOST_CACHED) known.set(word, tokens)
    return tokens
  }
  return (text) => readWith(text, cached)
}

type Tokens = Pick<Term, 'exact' | 'stem'>
const MOST_CACHED = 200_000

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

/** Stop words and stems of both languages, by script: a text may mix them. */
function stemOf(folded: string): string | null {
  return isStopWord(folded, 'ar') ? null : tokenOf(stem(folded, 'ar'))
}

/** NFKC may expand a letter to anything: `ﷺ` to four words, `⑴` to brackets. */
function tokenOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '_').replace(/^_+|_+$/g, '')
}
