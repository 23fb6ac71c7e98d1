import type { Language } from './language.ts'
import type { NumberToken } from './number-tokens.ts'
import { type NumberWord, numberWord } from './number-words.ts'

/** The value of the tokens up to `last`. */
export type Sum = { readonly value: number; readonly last: number }

/** The sum of the number words from `first` on: `ثلاثة آلاف وخمسمئة`, `خمسة وعشرين`, `two hundred and fifty thousand`. */
export function sumWords(tokens: readonly NumberToken[], first: number, language: Language): Sum {
  const sum = { total: 0, group: 0, smallest: Number.POSITIVE_INFINITY }
  let last = first
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index]
    const word = token ? numberWord(token.folded, language) : null
    if (!token || word === null || (index > first && !continues(token, word, sum))) break
    last = index
    if (word.kind === 'fraction') {
      sum.total += word.value * sum.smallest
      // `مليون ونصف المليون`
      if (/^ال(?:مليون|مليار|الف)$/u.test(tokens[index + 1]?.folded ?? '')) last += 1
      break
    }
    addWord(sum, token, index === first && isDualBefore(tokens, index) ? { kind: 'dual', value: scaleOf(word) } : word)
  }
  const scaled = sum.group === 0 && sum.smallest < Number.POSITIVE_INFINITY
  return scaled
    ? withSmaller(tokens, { value: sum.total, last }, { scale: sum.smallest, language })
    : { value: sum.total + sum.group, last }
}

type Running = { total: number; group: number; smallest: number }

function addWord(sum: Running, token: NumberToken, word: NumberWord): void {
  if (word.kind === 'add') sum.group += word.value
  else if (word.kind === 'hundred') {
    sum.group = sum.group >= 2 && sum.group <= 9 && token.clitic === '' ? sum.group * 100 : sum.group + 100
  } else if (word.kind === 'scale' || word.kind === 'dual') {
    sum.total += (word.kind === 'dual' ? 2 : sum.group || 1) * word.value
    sum.smallest = word.value
    sum.group = 0
  }
}

/** Whether a number word goes on with the number before it: `و` and something smaller, or a multiplier beside it. */
function continues(token: NumberToken, word: NumberWord, sum: Readonly<Running>): boolean {
  if (!/^[ \u00A0-]$/u.test(token.gap)) return false
  const joined = token.clitic === 'و'
  switch (word.kind) {
    case 'scale':
      return joined ? word.value < sum.smallest && sum.group === 0 : sum.group > 0
    case 'dual':
      return joined && word.value < sum.smallest && sum.group === 0
    case 'hundred':
      return joined || (sum.group >= 1 && sum.group <= 9)
    case 'fraction':
      return joined && sum.group === 0 && sum.total > 0
    case 'add':
      return addsUp(token, word.value, sum)
    default:
      return false
  }
}

/** `خمسة وعشرين`, `مئة وخمسة`, `خمسة عشر`; in English `twenty-five`. */
function addsUp(token: NumberToken, value: number, { group }: Readonly<Running>): boolean {
  const joined = token.clitic === 'و'
  const english = /^[a-z]/.test(token.folded)
  if (group === 0) return joined || english
  if (english) return group % 100 === 0 ? value < 100 : group % 10 === 0 && value < 10
  if (!joined) return value === 10 && group < 10
  const units = group % 100
  return units === 0 ? value < 100 : units < 10 && value >= 20 && value <= 90
}

/** `مليونا دولار` is two million; `20 مليونا` and `مليونا` alone are not. */
function isDualBefore(tokens: readonly NumberToken[], index: number): boolean {
  const isForm = /^(?:الفا|مليونا|مليارا|تريليونا)$/u.test(tokens[index]?.folded ?? '')
  const next = tokens[index + 1]
  return isForm && next?.gap === ' ' && next.clitic === '' && /^\p{L}/u.test(next.folded)
}

function scaleOf(word: NumberWord): number {
  return word.kind === 'scale' ? word.value : 1
}

/** A number in digits with its scale words: `20 مليارا`, `3 ملايين و500 ألف`, `5 ملايين ونصف`. */
export function scaleDigits(tokens: readonly NumberToken[], at: number, language: Language): Sum {
  const value = valueOfDigits(tokens[at]?.folded ?? '') ?? 0
  const scale = scaleWordAt(tokens, at + 1, language)
  if (scale === null) return { value, last: at }
  const more = tokens[at + 2]
  const joined = more?.clitic.startsWith('و') === true && more.gap === ' '
  if (joined && more.folded === 'نصف') return { value: (value + 0.5) * scale, last: at + 2 }
  return withSmaller(tokens, { value: value * scale, last: at + 1 }, { scale, language })
}

/** Digits joined by و that go on with a smaller scale: `3 ملايين` + `و500 ألف`, `4 آلاف` + `و700`. */
function withSmaller(
  tokens: readonly NumberToken[],
  { value, last }: Sum,
  { scale, language }: { readonly scale: number; readonly language: Language },
): Sum {
  const more = tokens[last + 1]
  const rest = more?.clitic.startsWith('و') === true && more.gap === ' ' ? valueOfDigits(more.folded) : null
  if (rest === null) return { value, last }
  const smaller = scaleWordAt(tokens, last + 2, language)
  if (smaller !== null && smaller < scale)
    return withSmaller(tokens, { value: value + rest * smaller, last: last + 2 }, { scale: smaller, language })
  return smaller === null && scale === 1000 && rest >= 10 && rest < 1000
    ? { value: value + rest, last: last + 1 }
    : { value, last }
}

/** The factor of the scale word at `index`, right after a number; null where there is none. */
function scaleWordAt(tokens: readonly NumberToken[], index: number, language: Language): number | null {
  const token = tokens[index]
  if (token?.clitic !== '' || !/^(?:\)? |[\u00A0-]?)$/u.test(token.gap)) return null
  const word = numberWord(token.folded, language)
  return word?.kind === 'scale' ? word.value : null
}

/** Decimals and thousands: `18.534`, `1,250,000`, `3٫5`, `5ر3`. Null for times, dates and other compounds. */
export function valueOfDigits(folded: string): number | null {
  const plain = folded.replace(/٬/g, ',').replace(/(?<=\d)[٫ر](?=\d)/g, '.')
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replace(/,/g, ''))
  if (/^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}\.000$/.test(plain)) return Number(plain.replace(/\./g, ''))
  return /^\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}
