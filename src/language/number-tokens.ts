import { fold } from './fold.ts'
import type { Language } from './language.ts'
import { mayBeginApproximator, mayBeginPair, numberWord } from './number-words.ts'
import type { Word } from './words.ts'

/** A word of a text, folded, its clitics split off: `و500` begins at the 5. `gap`: the text before it. */
export type NumberToken = {
  readonly folded: string
  readonly start: number
  readonly end: number
  readonly clitic: string
  readonly gap: string
}

const DIGITS = /^[\d٠-٩]/u

/** The tokens of a text to read numbers from; two words that are one number word (`أحد عشر`) are one token. */
export function numberTokens(text: string, words: readonly Word[], language: Language): readonly NumberToken[] {
  const tokens: NumberToken[] = []
  let before = 0
  for (const word of language === 'ar' ? words.flatMap(partsOf) : words) {
    const clitic = language === 'ar' ? cliticOf(word.text) : ''
    const start = word.start + clitic.length
    const folded = fold(text.slice(start, word.end))
    const token = {
      folded,
      start,
      end: word.end,
      clitic,
      gap: word.start === before && before > 0 ? ' ' : text.slice(before, word.start),
    }
    before = word.end
    const last = tokens.at(-1)
    const merged =
      last && mayBeginPair(last.folded) && /^[ \u00A0-]$/u.test(token.gap) ? mergedToken(last, token, language) : null
    if (last && isDecimal(last, token, text)) {
      tokens[tokens.length - 1] = { ...last, folded: `${last.folded}.${token.folded}`, end: token.end }
    } else if (merged) tokens[tokens.length - 1] = merged
    else tokens.push(token)
  }
  return tokens
}

/** `18شهرا`, `نحو120`: a number written to its noun, or to the word before. The parts are read as if a space stood between. */
function partsOf(word: Word): readonly Word[] {
  const glued = GLUED.exec(word.text)
  if (glued === null) return [word]
  const at = glued[1]?.length ?? 0
  return [
    { text: word.text.slice(0, at), start: word.start, end: word.start + at },
    { text: word.text.slice(at), start: word.start + at, end: word.end },
  ]
}

const GLUED = /^([وفبل]?[\d٠-٩][\d٠-٩.,٫٬]*(?=[ء-غف-ي]{3})|(?:من|عن|في|[ء-ي]{3,})(?=[\d٠-٩]+$))/u

/** `172،6`: the Arabic comma as a decimal mark; of a list (`5،6،7`) it is none. */
function isDecimal(last: NumberToken, { folded, gap, clitic, end }: NumberToken, text: string): boolean {
  if (gap !== '،' || clitic !== '' || !/^[\d٠-٩]{1,2}$/u.test(folded) || !/^[\d٠-٩]{1,4}$/u.test(last.folded))
    return false
  return !/^،[\d٠-٩]/u.test(text.slice(end, end + 2)) && !last.gap.endsWith('،')
}

/** `و` `ف` `ب` `ل` (with tatweel) before a number: `وثلاثة`, `بـ30`. `لست` is a verb. */
function cliticOf(word: string): string {
  const clitic = /^(?!لست$)[وفبل]\u0640?/u.exec(word)?.[0]
  if (clitic === undefined) return ''
  const rest = word.slice(clitic.length)
  if (DIGITS.test(rest)) return clitic
  const folded = fold(rest)
  // `وإحدى عشرة`, `وأحد عشر`; `واحد` is one word.
  const one = folded === 'احدي' || rest === 'أحد'
  return one || numberWord(folded, 'ar') !== null || mayBeginApproximator(folded) ? clitic : ''
}

/** `أحد عشر`, `واحد وعشرين`, `ثلاثة أرباع`, `a third`, `one million`, and `and` that joins two number words. */
function mergedToken(last: NumberToken, token: NumberToken, language: Language): NumberToken | null {
  const folded = `${last.folded} ${token.clitic}${token.folded}`
  if (numberWord(folded, language) !== null) return { ...last, folded, end: token.end }
  if (language === 'ar' || !/^(?:a|an|one|and)$/.test(last.folded)) return null
  const word = numberWord(token.folded, language)
  if (last.folded === 'and') return word?.kind === 'add' ? { ...token, clitic: 'و', gap: last.gap } : null
  if (word?.kind !== 'scale' && word?.kind !== 'hundred') return null
  return { ...token, start: last.start, gap: last.gap }
}
