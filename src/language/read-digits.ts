import { isDigits, isOr, type NumberContext, type Read, readOf } from './number-reading.ts'
import { scaleDigits, valueOfDigits } from './number-sums.ts'
import { unitAfter } from './units.ts'

const PERCENT_SIGN = /^ ?[%٪‰]/u

/** The number in digits that begins at a token: `20 مليار دولار`, `50%`, `20-30 في المئة`; null in a name or a time. */
export function readDigits(context: NumberContext, first: number): Read | null {
  const token = context.tokens[first]
  if (!token || valueOfDigits(token.folded) === null || isInName(context, first)) return null
  const range = readRange(context, first)
  if (range !== null) return range
  if (/^[-–—:/_]\p{N}/u.test(context.text.slice(token.end, token.end + 2))) return null
  const { value, last } = scaleDigits(context.tokens, first, context.language)
  const read = withUnitOrSign(context, { first, numberLast: last, value })
  // A bare digit is the item of a list or a part of a name.
  if (read.unit === null && Number.isInteger(value) && value < 10 && !isOr(context.tokens[last + 1])) return null
  return read
}

function withUnitOrSign(context: NumberContext, read: { first: number; numberLast: number; value: number }): Read {
  const end = context.tokens[read.numberLast]?.end ?? 0
  const sign = PERCENT_SIGN.exec(context.text.slice(end, end + 3))?.[0]
  if (sign === undefined)
    return readOf(context, { ...read, vague: false }, unitAfter(context, read.numberLast, 'counted'))
  return { ...read, last: read.numberLast, vague: false, unit: sign.trim(), end: end + sign.length }
}

/** `20-30 في المئة`, `5 إلى 7 أيام`: one figure. Two bare years are no amount. */
function readRange(context: NumberContext, first: number): Read | null {
  const { tokens } = context
  const [from, middle] = [tokens[first], tokens[first + 1]]
  const word = middle?.gap === ' ' && /^(?:الى|الي|to)$/u.test(middle.folded) ? 1 : 0
  const to = tokens[first + 1 + word]
  if (!from || !to || !isDigits(to) || !(word === 1 ? to.gap === ' ' : DASH.test(to.gap))) return null
  const value = valueOfDigits(from.folded)
  const second = DASH.test(tokens[first + 2 + word]?.gap ?? '') ? null : readEnd(context, first + 1 + word)
  if (value === null || second === null || second.unit === null) return null
  return { ...second, first, value }
}

const DASH = /^[ \u00A0]?[-–—][ \u00A0]?$/u

function readEnd(context: NumberContext, first: number): Read | null {
  const { value, last } = scaleDigits(context.tokens, first, context.language)
  return withUnitOrSign(context, { first, numberLast: last, value })
}

/** Words before a number that labels and does not count. */
const LABELS =
  /^[وبل]?(?:رقم|رقمه|الماده|ماده|القرار|الفقره|البند|المجموعه|القرن|الاسره|الدوره|الموسم|الجوله|المرتبه|المركز|الحلقه|الطبعه|العدد|الجزء|الايه|الطريق|الشارع|قناه|كوفيد|طراز|صفحه|النسخه|اف|سو|ميغ|no|number|article|chapter|page|resolution|boeing|airbus|covid|flight|route|section)$/u

/** `إف-16`, `كوفيد 19`, `A4`, `iPhone 15` in Arabic text, a range, a score, a part of a link. */
function isInName({ tokens, text, language }: NumberContext, index: number): boolean {
  const token = tokens[index]
  const previous = tokens[index - 1]
  if (!token) return false
  const before = text.slice(Math.max(0, token.start - 2), token.start)
  const after = text.slice(token.end, token.end + 2)
  if (token.clitic === '' && /[\p{L}\p{N}][-–—/:_]$|[#@]$/u.test(before)) return true
  if (/^[\p{L}\p{M}_@]/u.test(after)) return true
  if (previous === undefined || token.gap !== ' ' || token.clitic !== '') return false
  return LABELS.test(previous.folded) || (language === 'ar' && /^[a-z]/.test(previous.folded))
}
