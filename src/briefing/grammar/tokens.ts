import { fold } from '../../language/fold.ts'
import { lookUp, type WordInfo } from './lexicon.ts'

/** `stop` ends a sentence; `comma` is any lighter pause; `mark` is a quotation mark; `clip` a bracket; `sign` the rest. */
type TokenKind = 'word' | 'colon' | 'comma' | 'stop' | 'mark' | 'clip' | 'sign'

/** A word or a sign of a paragraph with its offsets; `plain` is the folded word, empty for signs; `info`: its entry in the tables. */
export type Token = {
  readonly kind: TokenKind
  readonly text: string
  readonly plain: string
  readonly info: WordInfo
  readonly start: number
  readonly end: number
}

const INVISIBLE = String.raw`\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD`
const LETTERS = String.raw`[\p{L}\p{N}\p{M}\u0640]+`
// `د. فلان`, `أ.د. فلان`, `م/ فلان`: a title in short, with its sign.
const SHORT_TITLE = String.raw`[دمأا](?:\s?[./]\s?[دمأا]){0,2}\s?[./](?=\s?\p{L}{2})`
const JOINT = String.raw`[-‑](?=\p{L})|[.,٫٬](?=\p{N})|\.(?=نت|كوم|\p{Script=Latin})|['’](?=\p{Script=Latin})`
const SIGNS = String.raw`''|\x60{2}|\(\(|\)\)|\.{2,}|…`
const TOKEN = new RegExp(String.raw`(${LETTERS}(?:(?:${JOINT})${LETTERS})*)|${SIGNS}|[^\s\p{L}\p{N}]`, 'gu')
/** Few paragraphs hold a title in short or an invisible mark; only they pay for its pattern. */
const RARE = new RegExp(String.raw`[${INVISIBLE}]|(?:^|[\s(«"“])[دمأا]\s?[./]`)
const RARE_TOKEN = new RegExp(
  String.raw`(${SHORT_TITLE}|${LETTERS}(?:(?:[${INVISIBLE}]+|${JOINT})${LETTERS})*)|${SIGNS}|[^\s\p{L}\p{N}${INVISIBLE}]`,
  'gu',
)

type Known = { readonly kind: TokenKind; readonly plain: string; readonly info: WordInfo }
const NOTHING = lookUp('', '')

/** Reads the paragraphs of one article; a word is folded and looked up once, however often it comes. */
export function createTokenReader(): (text: string) => readonly Token[] {
  const known = new Map<string, Known>()
  return (text) =>
    readTokens(text, (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      const entry = knowWord(word)
      known.set(word, entry)
      return entry
    })
}

// A run of bare marks (tashkeel with no letter under it) is no word.
function knowWord(word: string): Known {
  if (!/[\p{L}\p{N}]/u.test(word)) return { kind: 'sign', plain: '', info: NOTHING }
  // `فلان ـ من البلدة ـ قال`: a tatweel alone is a dash.
  if (/^\u0640+$/.test(word)) return { kind: 'comma', plain: '', info: NOTHING }
  // Anne, whose folded letters would be أن.
  const title = /^(?:.*[\s./])?(.)\s?[./]$/.exec(word)?.[1]
  const plain = word === 'آن' ? word : fold(title ?? word)
  return { kind: 'word', plain, info: lookUp(plain, title ?? word) }
}

/** The words and signs of a paragraph in order. Hyphenated names and decimals are one word. */
function readTokens(text: string, know: (word: string) => Known): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(RARE.test(text) ? RARE_TOKEN : TOKEN)) {
    const word = match[0]
    const start = match.index
    const end = start + word.length
    if (match[1] === undefined) {
      tokens.push({ kind: kindOf(word, text, start), text: word, plain: '', info: NOTHING, start, end })
      continue
    }
    const { kind, plain, info } = know(word)
    tokens.push({ kind, text: word, plain, info, start, end })
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

/** Token indices, `to` not included. */
export type Range = { readonly from: number; readonly to: number }

const NO_TOKEN: Token = { kind: 'sign', text: '', plain: '', info: NOTHING, start: 0, end: 0 }

/** The token at an index; outside the paragraph a sign without text, of which no table knows anything. */
export function wordAt(tokens: readonly Token[], at: number): Token {
  return tokens[at] ?? NO_TOKEN
}

/** `#` and `_`: signs between the words of a name (`#سامر_الحلبي`). */
export function isTagSign(token: Token | undefined): boolean {
  return token?.text === '#' || token?.text === '_'
}
