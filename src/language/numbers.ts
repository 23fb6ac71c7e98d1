import type { Language } from './language.ts'
import { scaleDigits, sumWords, valueOfDigits } from './number-sums.ts'
import { numberTokens, type Token } from './number-tokens.ts'
import { isApproximator, type NumberWord, numberWord } from './number-words.ts'
import { type Unit, unitAfter } from './units.ts'

/** A number with its place: `text.slice(start, end)` holds its approximation (`نحو`), the number and what it counts. */
export type NumberMention = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** What the number is worth; of `أسبوعين أو ثلاثة` the first; of `مئات` one hundred. */
  readonly value: number
  /** `about`: a word like `نحو` says so. `vague`: the number word itself (`مئات`). */
  readonly precision: 'exact' | 'about' | 'vague'
  /** What is counted as the text words it (`شخص`, `%`), or null. */
  readonly unit: string | null
  /** Where the number itself stands, without approximation and unit. */
  readonly core: { readonly start: number; readonly end: number }
}

type Context = { readonly tokens: readonly Token[]; readonly text: string; readonly language: Language }
/** The number is in the tokens `first` to `numberLast`, what it counts in those to `last`. */
type Read = {
  readonly first: number
  readonly numberLast: number
  readonly last: number
  readonly value: number
  readonly vague: boolean
  readonly unit: string | null
  readonly end: number
}

const DIGITS = /^[\d٠-٩]/u
const PERCENT_SIGN = /^ ?[%٪‰]/u
const CURRENCY = /[$€£¥₪]/u

/** The numbers of a text in digits and in words, with what they count. `واحد`, ordinals and parts of names are none. */
export function findNumbers(text: string, language: Language): readonly NumberMention[] {
  const context = { tokens: numberTokens(text, language), text, language }
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

function readNumber(context: Context, first: number): Read | null {
  const token = context.tokens[first]
  if (!token) return null
  if (DIGITS.test(token.folded)) return readDigits(context, first)
  const word = wordAt(context, first)
  if (word === null) return null
  switch (word.kind) {
    case 'two-of-a-unit':
      return readDual(context, first)
    case 'fraction':
    case 'vague':
      return readPart(context, { first, value: word.value, vague: word.kind === 'vague' })
    default:
      return readWords(context, first, word)
  }
}

/** The number word at an index. `خمس` with damma, or before what is divided and not counted, is a fifth. */
function wordAt({ tokens, text, language }: Context, index: number): NumberWord | null {
  const token = tokens[index]
  if (!token) return null
  if (language === 'ar' && token.folded === 'خمس') {
    const damma = text.slice(token.start, token.end).startsWith('خُ')
    const divided = /^(?:ال|اراضي|سكان|مساحه|انتاج|اجمالي)/u.test(tokens[index + 1]?.folded ?? '')
    if (damma || divided) return { kind: 'fraction', value: 0.2 }
  }
  const word = numberWord(token.folded, language)
  // `آلاف الطلاب`: with no number before it, a plural is as vague as `مئات`.
  return word?.kind === 'scale' && PLURAL_SCALES.has(token.folded) ? { kind: 'vague', value: word.value } : word
}

const PLURAL_SCALES = new Set(['الاف', 'ملايين', 'مليارات', 'بلايين', 'تريليونات', 'ترليونات'])

function readWords(context: Context, first: number, word: NumberWord): Read | null {
  const { value, last } = sumWords(context.tokens, first, context.language)
  const unit = unitAfter(context, last, 'counted')
  // A small bare word (`ثلاثة`) counts nothing that can be said; `ألف` alone may be a verb, `مليون` a part of a name.
  if (unit === null && !isOr(context.tokens[last + 1]) && (last === first || value < 10)) {
    // One bare word (`ثلاثة`, `ستون`, `ألف`) counts nothing that can be said, and may be a name or a verb; a dual can't.
    if (word.kind !== 'dual') return null
  }
  if (isOrdinal(context.tokens, first)) return null
  return readOf(context, { first, numberLast: last, value, vague: false }, unit)
}

function isOr(token: Token | undefined): boolean {
  return /^(?:او|or)$/.test(token?.folded ?? '')
}

/** `القرن التاسع عشر`, `الثانية عشرة`. */
function isOrdinal(tokens: readonly Token[], index: number): boolean {
  return /^عشره?$/u.test(tokens[index]?.folded ?? '') && /^ال/u.test(tokens[index - 1]?.folded ?? '')
}

/** `أسبوعين`, `عامين ونصف`. */
function readDual(context: Context, first: number): Read {
  const half = context.tokens[first + 1]
  const plus = half?.clitic === 'و' && half.folded === 'نصف' && half.gap === ' ' ? 1 : 0
  const token = context.tokens[first]
  const unit = context.text.slice(token?.start ?? 0, token?.end ?? 0)
  const end = context.tokens[first + plus]?.end ?? 0
  return { first, numberLast: first, last: first + plus, value: 2 + plus / 2, vague: false, unit, end }
}

/** `نصف مليار دولار`, `خمس أراضي بلاده`, `مئات الأطفال`, `عشرات الآلاف من المتظاهرين`. */
function readPart(context: Context, part: { first: number; value: number; vague: boolean }): Read | null {
  const { first, value, vague } = part
  const next = context.tokens[first + 1]
  if (!next || !/^[ \u00A0]$/u.test(next.gap)) return null
  const of = next.folded === 'of' ? 1 : 0
  const scale = next.clitic === '' ? scaleOf(context.tokens[first + 1 + of], context.language) : null
  const numberLast = scale === null ? first : first + 1 + of
  const unit = unitAfter(context, numberLast, scale !== null && !vague ? 'counted' : 'owned')
  // `نصف النهائي` is a round of a cup.
  if (/^(?:ال)?نهائي/u.test(unit?.text ?? '') || (unit === null && scale === null)) return null
  return readOf(context, { first, numberLast, value: value * (scale ?? 1), vague }, unit)
}

/** `آلاف` and `الآلاف` both. */
function scaleOf(token: Token | undefined, language: Language): number | null {
  if (!token) return null
  const word = numberWord(token.folded, language) ?? numberWord(token.folded.replace(/^ال/u, ''), language)
  return word?.kind === 'scale' || word?.kind === 'vague' ? word.value : null
}

function readDigits(context: Context, first: number): Read | null {
  const token = context.tokens[first]
  if (!token || valueOfDigits(token.folded) === null || isPartOfName(context, first)) return null
  const { value, last } = scaleDigits(context.tokens, first, context.language)
  const end = context.tokens[last]?.end ?? token.end
  const sign = PERCENT_SIGN.exec(context.text.slice(end, end + 3))?.[0]
  if (sign === undefined) {
    const unit = unitAfter(context, last, 'counted')
    // A bare digit is the item of a list or a part of a name.
    if (unit === null && Number.isInteger(value) && value < 10 && !isOr(context.tokens[last + 1])) return null
    return readOf(context, { first, numberLast: last, value, vague: false }, unit)
  }
  return { first, numberLast: last, last, value, vague: false, unit: sign.trim(), end: end + sign.length }
}

/** What numbers a thing and counts none. */
const LABELS =
  /^[وبل]?(?:رقم|رقمه|الماده|ماده|القرار|الفقره|البند|المجموعه|القرن|الاسره|الدوره|الموسم|الجوله|المرتبه|المركز|الحلقه|الطبعه|العدد|الجزء|الايه|الطريق|الشارع|قناه|كوفيد|طراز|صفحه|النسخه|اف|سو|ميغ|no|number|article|chapter|page|resolution|boeing|airbus|covid|flight|route|section)$/u

/** `إف-16`, `كوفيد 19`, `A4`, `iPhone 15` in Arabic text, a range, a score, a part of a link. */
function isPartOfName({ tokens, text, language }: Context, index: number): boolean {
  const token = tokens[index]
  const previous = tokens[index - 1]
  if (!token) return false
  const before = text.slice(Math.max(0, token.start - 2), token.start)
  const after = text.slice(token.end, token.end + 2)
  if (token.clitic === '' && /[\p{L}\p{N}][-–—/:_]$|[#@]$/u.test(before)) return true
  if (/^[-–—:/_]\p{N}|^[\p{L}\p{M}_@]/u.test(after)) return true
  if (previous === undefined || token.gap !== ' ' || token.clitic !== '') return false
  return LABELS.test(previous.folded) || (language === 'ar' && /^[a-z]/.test(previous.folded))
}

function readOf(
  context: Context,
  read: Pick<Read, 'first' | 'numberLast' | 'value' | 'vague'>,
  unit: Unit | null,
): Read {
  const last = unit?.last ?? read.numberLast
  return { ...read, last, unit: unit?.text ?? null, end: context.tokens[last]?.end ?? 0 }
}

/** `أسبوعين أو ثلاثة` is one figure. */
function withAlternative(context: Context, read: Read): Read {
  const { tokens, language } = context
  const [or, number] = [tokens[read.last + 1], tokens[read.last + 2]]
  if (!or || !number || !isOr(or) || or.gap !== ' ' || number.gap !== ' ') return read
  const word = numberWord(number.folded, language)
  if (!DIGITS.test(number.folded) && word?.kind !== 'add' && word?.kind !== 'dual') return read
  const second = readNumber(context, read.last + 2)
  const last = second?.last ?? read.last + 2
  return { ...read, last, unit: read.unit ?? second?.unit ?? null, end: second?.end ?? number.end }
}

function mentionOf(context: Context, read: Read): NumberMention {
  const { tokens, text } = context
  const first = tokens[read.first]?.start ?? 0
  const sign = CURRENCY.test(text.charAt(first - 1)) ? 1 : 0
  const start = approximationBefore(tokens, read.first) ?? first - sign
  return {
    start,
    end: read.end,
    text: text.slice(start, read.end),
    value: read.value,
    precision: read.vague ? 'vague' : start < first - sign ? 'about' : 'exact',
    unit: read.unit ?? (sign === 1 ? text.charAt(first - 1) : null),
    core: { start: first - sign, end: tokens[read.numberLast]?.end ?? read.end },
  }
}

/** Where the words that make the number approximate begin, or null. The longest phrase wins. */
function approximationBefore(tokens: readonly Token[], first: number): number | null {
  for (const length of [4, 3, 2, 1]) {
    if (first < length) continue
    const phrase = tokens.slice(first - length, first)
    const spaced = [...phrase.slice(1), tokens[first]].every((token) => /^[ \u00A0][$€£¥₪]?$/u.test(token?.gap ?? ''))
    if (spaced && isApproximator(phrase.map((token) => token.folded).join(' '))) return phrase[0]?.start ?? null
  }
  return null
}
