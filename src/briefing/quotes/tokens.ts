import { fold } from '../../language/fold.ts'
import { lookUp, type WordInfo } from '../people/lexicon.ts'

/** `stop` ends a sentence; `comma` is any lighter pause; `mark` is a quotation mark; `clip` a bracket; `sign` the rest. */
export type TokenKind = 'word' | 'colon' | 'comma' | 'stop' | 'mark' | 'clip' | 'sign'

/** A word or a sign of a paragraph with its offsets; `plain` is the folded word, empty for signs; `info`: what the tables know of it. */
export type Token = {
  readonly kind: TokenKind
  readonly text: string
  readonly plain: string
  readonly info: WordInfo
  readonly start: number
  readonly end: number
}

const TOKEN =
  /[\p{L}\p{N}\p{M}\u0640\u200C\u200D]+(?:(?:[-‑](?=\p{L})|[.,٫٬](?=\p{N})|\.(?=نت|كوم|\p{Script=Latin})|['’](?=\p{Script=Latin}))[\p{L}\p{N}\p{M}\u0640]+)*|''|``|\(\(|\)\)|\.{2,}|…|[^\s\p{L}\p{N}]/gu

type Known = { readonly plain: string; readonly info: WordInfo }
const SIGN: Known = { plain: '', info: lookUp('') }

/** Reads the paragraphs of one article; a word is folded and looked up once, however often it comes. */
export function createTokenReader(): (text: string) => readonly Token[] {
  const known = new Map<string, Known>()
  return (text) =>
    readTokens(text, (word) => {
      let entry = known.get(word)
      if (entry === undefined) {
        const plain = fold(word)
        entry = { plain, info: lookUp(plain) }
        known.set(word, entry)
      }
      return entry
    })
}

/** The words and signs of a paragraph in order. Hyphenated names and decimals are one word. */
function readTokens(text: string, know: (word: string) => Known): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0]
    const start = match.index
    const isWord = /[\p{L}\p{N}]/u.test(word)
    const kind = isWord ? 'word' : kindOf(word, text, start)
    tokens.push({ kind, text: word, ...(isWord ? know(word) : SIGN), start, end: start + word.length })
  }
  return tokens
}

function kindOf(sign: string, text: string, at: number): TokenKind {
  if (/^(?:''|``|\(\(|\)\)|["“”„‟″＂〃״«»‹›《》])$/.test(sign)) return 'mark'
  if (sign === ':') return 'colon'
  if (/^(?:[،,؛;–—]|\.{2,}|…|-)$/.test(sign)) return 'comma'
  if (/^[؟?!]$/.test(sign)) return 'stop'
  if (sign === '.') return isFullStop(text, at) ? 'stop' : 'sign'
  return /^[()[\]{}]$/.test(sign) ? 'clip' : 'sign'
}

// `د. محمد`, `أ.د.` and `J. Smith` do not end a sentence.
function isFullStop(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at)
  return !/(?:^|[\s.(])[\p{L}]$/u.test(before) && !/(?:^|\s)(?:Mr|Dr|Ms)$/.test(text.slice(Math.max(0, at - 4), at))
}
