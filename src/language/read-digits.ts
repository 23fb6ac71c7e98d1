import { isDigits, isOr, type NumberContext, type Read, readOf } from './number-reading.ts'
import { scaleDigits, valueOfDigits } from './number-sums.ts'
import { partOf, unitAfter } from './units.ts'

/** A sign or a short unit after the number: `50%`, `612.40 $`, `90 كم/س`. */
const SIGN =
  /^[ \u00A0]?(?:[%٪‰$€£¥₪]|(?:كلم|كم|ملم|سم|كغ|كغم|كجم|ملغ|م|كيلو|ميل|km|kg|mm|cm)(?:[/ ](?:س|ساعة|الساعة|ساعه|ثانية|ث|h)|[²2³3])?(?![\p{L}\p{M}\p{N}]))/u

/** The number in digits that begins at a token: `20 مليار دولار`, `50%`, `20-30 في المئة`; null in a name or a time. */
export function readDigits(context: NumberContext, first: number): Read | null {
  const token = context.tokens[first]
  if (!token || valueOfDigits(token.folded) === null || isInName(context, first)) return null
  const range = readRange(context, first)
  if (range !== null) return range
  if (/^[-–—:/_،]\p{N}/u.test(context.text.slice(token.end, token.end + 2))) return null
  const { value, last } = scaleDigits(context.tokens, first, context.language)
  const read = withUnitOrSign(context, { first, numberLast: last, value })
  // A bare digit is the item of a list or a part of a name.
  if (read.unit === null && Number.isInteger(value) && value < 10 && !isOr(context.tokens[last + 1])) return null
  return read
}

function withUnitOrSign(context: NumberContext, read: { first: number; numberLast: number; value: number }): Read {
  const end = context.tokens[read.numberLast]?.end ?? 0
  const sign = SIGN.exec(context.text.slice(end, end + 16))?.[0]
  if (sign === undefined)
    return readOf(context, { ...read, vague: false }, unitAfter(context, read.numberLast, 'counted'))
  const stop = end + sign.length
  let last = read.numberLast
  while ((context.tokens[last + 1]?.start ?? stop) < stop) last += 1
  const whole = /[%٪]/u.test(sign) && context.text.charAt(stop) === ' ' ? partOf(context, last) : null
  const partEnd = whole === null ? stop : (context.tokens[whole]?.end ?? stop)
  return { ...read, last: whole ?? last, vague: false, unit: sign.trim(), end: partEnd }
}

/** `20-30 في المئة`, `5 إلى 7 أيام`: one figure. Two bare years are no amount. */
function readRange(context: NumberContext, first: number): Read | null {
  const { tokens } = context
  const [from, middle] = [tokens[first], tokens[first + 1]]
  const word = middle?.gap === ' ' && /^(?:الى|الي|to)$/u.test(middle.folded) ? 1 : 0
  if (middle && isBetween(context, first)) {
    const second = readEnd(context, first + 1)
    const value = valueOfDigits(from?.folded ?? '')
    return value === null || second.unit === null ? null : { ...second, first, value }
  }
  const to = tokens[first + 1 + word]
  if (!from || !to || !isDigits(to) || !(word === 1 ? to.gap === ' ' : DASH.test(to.gap))) return null
  const value = valueOfDigits(from.folded)
  const second = DASH.test(tokens[first + 2 + word]?.gap ?? '') ? null : readEnd(context, first + 1 + word)
  if (value === null || second === null || second.unit === null) return null
  // `عام 2013 إلى 5.3 في المئة`
  if (YEARLIKE.test(from.folded) && second.value < value) return null
  return { ...second, first, value }
}

/** `بين 180 و200 شخص`, `between 10 and 20 percent` */
function isBetween({ tokens }: NumberContext, first: number): boolean {
  const [before, from, to] = [tokens[first - 1], tokens[first], tokens[first + 1]]
  if (!to || !isDigits(to) || valueOfDigits(to.folded) === null || from === undefined) return false
  return to.clitic === 'و' && to.gap === ' ' && /^(?:و?ما\s)?و?(?:بين|between)$/u.test(before?.folded ?? '')
}

const YEARLIKE = /^(?:1[89]|20)\d\d$/u
const DASH = /^[ \u00A0]?[-–—][ \u00A0]?$/u

function readEnd(context: NumberContext, first: number): Read {
  const { value, last } = scaleDigits(context.tokens, first, context.language)
  return withUnitOrSign(context, { first, numberLast: last, value })
}

/** Words before a number that labels and does not count. */
const LABELS =
  /^[وفبل]?(?:(?:ال|لل)?(?:رقم|دقيقه|دقيقتين|رقمه|ارقام|ماده|مادتين|مادتان|مواد|قرار|قرارين|قرارات|فقره|فقرتين|فقرات|بند|بندين|بنود|فصل|فصلين|فصول|جلسه|جلستين|جلسات|ملحق|قانون|مرسوم|مجموعه|قرن|اسره|دوره|موسم|جوله|مرتبه|مركز|حلقه|طبعه|جزء|ايه|طريق|شارع|قناه|صفحه|صفحتين|صفحات|نسخه|لواء|كتيبه|فرقه|غرفه|طابق|حي|بوابه|مقعد رقم|قيراط|عيار|تردد|مرحله|منطقه|قطاع|خط|رحله|محور|ذكري)|العدد|كوفيد|فرانس|طراز|اف|سو|سوخوي|ميغ|بي|no|number|articles?|chapters?|pages?|paragraphs?|resolutions?|sessions?|boeing|airbus|covid|flight|route|section|sections)$/u

/** `إف-16`, `كوفيد 19`, `A4`, `iPhone 15` in Arabic text, a range, a score, a part of a link. */
function isInName({ tokens, text, language }: NumberContext, index: number): boolean {
  const token = tokens[index]
  const previous = tokens[index - 1]
  if (!token) return false
  const before = text.slice(Math.max(0, token.start - 2), token.start)
  const after = text.slice(token.end, token.end + 2)
  if (token.clitic === '' && /[\p{L}\p{N}][-–—/:_]$|\p{N}،$|[#@]$/u.test(before)) return true
  if (/^[\p{L}\p{M}_@]/u.test(after) && tokens[index + 1]?.start !== token.end) return true
  if (previous === undefined) return false
  // `المادتين 12 و13`: a number joined to a label's number is one as well.
  if (isDigits(previous) && /^[ \u00A0]$/u.test(token.gap) && token.clitic === 'و')
    return isInName({ tokens, text, language }, index - 1)
  if (!/^:?[ \u00A0][(]?$/u.test(token.gap) || token.clitic !== '') return false
  // `طول الطريق 120 كم`
  if (SIGN.test(text.slice(token.end, token.end + 16))) return false
  return LABELS.test(previous.folded) || (language === 'ar' && /^[a-z]/.test(previous.folded))
}
