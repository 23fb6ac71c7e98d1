import type { Language } from './language.ts'
import { isOr, type NumberContext, type Read, readOf } from './number-reading.ts'
import { sumWords } from './number-sums.ts'
import type { NumberToken } from './number-tokens.ts'
import { type NumberWord, numberWord } from './number-words.ts'
import { unitAfter } from './units.ts'

/** The number in words that begins at a token: `ثلاث ساعات`, `أسبوعين`, `نصف مليار دولار`, `مئات الأطفال`. */
export function readNumberWords(context: NumberContext, first: number): Read | null {
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
function wordAt({ tokens, text, language }: NumberContext, index: number): NumberWord | null {
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

function readWords(context: NumberContext, first: number, word: NumberWord): Read | null {
  const { value, last } = sumWords(context.tokens, first, context.language)
  const unit = unitAfter(context, last, 'counted')
  // A small bare word (`ثلاثة`) counts nothing; `ألف` alone may be a verb, `مليون` a part of a name; a dual is neither.
  if (unit === null && !isOr(context.tokens[last + 1]) && (last === first || value < 10)) {
    if (word.kind !== 'dual') return null
  }
  if (isOrdinal(context.tokens, first)) return null
  return readOf(context, { first, numberLast: last, value, vague: false }, unit)
}

/** `القرن التاسع عشر`, `الثانية عشرة`. */
function isOrdinal(tokens: readonly NumberToken[], index: number): boolean {
  return /^عشره?$/u.test(tokens[index]?.folded ?? '') && /^ال/u.test(tokens[index - 1]?.folded ?? '')
}

/** `أسبوعين`, `عامين ونصف`. */
function readDual(context: NumberContext, first: number): Read {
  const half = context.tokens[first + 1]
  const plus = half?.clitic === 'و' && half.folded === 'نصف' && half.gap === ' ' ? 1 : 0
  const token = context.tokens[first]
  const unit = context.text.slice(token?.start ?? 0, token?.end ?? 0)
  const end = context.tokens[first + plus]?.end ?? 0
  return { first, numberLast: first, last: first + plus, value: 2 + plus / 2, vague: false, unit, end }
}

/** `نصف مليار دولار`, `خمس أراضي بلاده`, `مئات الأطفال`, `عشرات الآلاف من المتظاهرين`. */
function readPart(context: NumberContext, part: { first: number; value: number; vague: boolean }): Read | null {
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
function scaleOf(token: NumberToken | undefined, language: Language): number | null {
  if (!token) return null
  const word = numberWord(token.folded, language) ?? numberWord(token.folded.replace(/^ال/u, ''), language)
  return word?.kind === 'scale' || word?.kind === 'vague' ? word.value : null
}
