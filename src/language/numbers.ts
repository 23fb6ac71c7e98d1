import type { Language } from './language.ts'
import { isDigits, isOr, type NumberContext, type Read } from './number-reading.ts'
import { type NumberToken, numberTokens } from './number-tokens.ts'
import { isApproximator, numberWord } from './number-words.ts'
import { readDigits } from './read-digits.ts'
import { readNumberWords } from './read-number-words.ts'
import { splitWords, type Word } from './words.ts'

/** A number with its place: `text.slice(start, end)` holds its approximation (`نحو`), the number and its unit. */
export type NumberMention = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Of `أسبوعين أو ثلاثة` the first; of `مئات` one hundred. */
  readonly value: number
  /** `about`: by a word like `نحو`. `vague`: the number word itself (`مئات`). */
  readonly precision: 'exact' | 'about' | 'vague'
  /** The unit in the words of the text (`شخص`, `%`), or null. */
  readonly unit: string | null
  /** The place of the number without approximation and unit. */
  readonly core: { readonly start: number; readonly end: number }
}

/** What may be below zero; before other numbers a dash is punctuation. */
const SIGNED_UNIT = /^(?:درج|نقط|[%٪]|في الم|بالم|degree|point|percent)/u
const CURRENCY = /[$€£¥₪%٪]/u

/**
 * The numbers of a text in digits and in words, with their units. `واحد`, ordinals and parts of names are none.
 * `words`: those of the text, if already split.
 */
export function findNumbers(
  text: string,
  language: Language,
  words: readonly Word[] = splitWords(text),
): readonly NumberMention[] {
  const context = { tokens: numberTokens(text, words, language), text, language }
  const mentions: NumberMention[] = []
  for (let index = 0; index < context.tokens.length; index += 1) {
    const read = readNumber(context, index)
    if (read === null) continue
    const whole = withAlternative(context, read)
    mentions.push(mentionOf(context, whole))
    index = whole.last
  }
  return mentions
}

function readNumber(context: NumberContext, first: number): Read | null {
  const token = context.tokens[first]
  if (!token) return null
  return isDigits(token) ? readDigits(context, first) : readNumberWords(context, first)
}

/** `أسبوعين أو ثلاثة` is one figure. */
function withAlternative(context: NumberContext, read: Read): Read {
  const { tokens, language } = context
  const [or, number] = [tokens[read.last + 1], tokens[read.last + 2]]
  if (!or || !number || !isOr(or) || or.gap !== ' ' || number.gap !== ' ') return read
  const word = numberWord(number.folded, language)
  if (!isDigits(number) && word?.kind !== 'add' && word?.kind !== 'dual') return read
  const second = readNumber(context, read.last + 2)
  const last = second?.last ?? read.last + 2
  return { ...read, last, unit: read.unit ?? second?.unit ?? null, end: second?.end ?? number.end }
}

function mentionOf(context: NumberContext, read: Read): NumberMention {
  const { tokens, text } = context
  const first = tokens[read.first]?.start ?? 0
  const sign = signBefore(text, first, read.unit)
  const bracket = text.charAt(first - 1) === '(' && text.slice(first, read.end).includes(')') ? 1 : 0
  const start = approximationBefore(tokens, read.first) ?? first - sign - bracket
  const end = read.end + (AT_LEAST.exec(text.slice(read.end, read.end + 20))?.[0].length ?? 0)
  return {
    start,
    end,
    text: text.slice(start, end),
    value: /[−-]/u.test(text.charAt(start)) ? -read.value : read.value,
    precision: read.vague ? 'vague' : start < first - sign - bracket ? 'about' : 'exact',
    unit: read.unit ?? (CURRENCY.test(text.charAt(first - 1)) && sign === 1 ? text.charAt(first - 1) : null),
    core: { start: first - sign, end: tokens[read.numberLast]?.end ?? read.end },
  }
}

/** `عشرون شخصا على الأقل` */
const AT_LEAST = /^[ \u00A0]عل[ىي] ال(?:أقل|اقل|أكثر|اكثر)(?!\p{L})/u

/** How many characters of sign stand right before a number: `$3`, `%15`, `-5 درجات`. */
function signBefore(text: string, first: number, unit: string | null): number {
  const sign = text.charAt(first - 1)
  if (CURRENCY.test(sign)) return 1
  return /[+−-]/u.test(sign) && SIGNED_UNIT.test(unit ?? '') && /^(?:|[\s(\u00A0])$/u.test(text.charAt(first - 2))
    ? 1
    : 0
}

/** Where the words that make the number approximate begin, or null. The longest phrase wins. */
function approximationBefore(tokens: readonly NumberToken[], first: number): number | null {
  for (const length of [4, 3, 2, 1]) {
    if (first < length) continue
    const phrase = tokens.slice(first - length, first)
    const spaced = [...phrase.slice(1), tokens[first]].every((token) => /^[ \u00A0][$€£¥₪(]?$/u.test(token?.gap ?? ''))
    if (spaced && isApproximator(phrase.map((token) => token.folded).join(' '))) return phrase[0]?.start ?? null
  }
  return null
}
