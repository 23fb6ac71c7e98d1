import { fold } from '../language/fold.ts'
import { isStopWord } from '../language/stop-words.ts'
import { splitWords } from '../language/words.ts'

/** A word, or a sign that counts (`%`, `$`, a minus), in the form in which two texts are compared; UTF-16 offsets. */
export type ComparedWord = { readonly key: string; readonly start: number; readonly end: number }

/** The words of a text in order: spelling, tashkeel, punctuation and the shape of digits make no difference. */
export function comparedWords(text: string): readonly ComparedWord[] {
  const words: ComparedWord[] = []
  let before = 0
  for (const { text: word, start, end } of splitWords(text)) {
    words.push(...signsIn(text.slice(before, start), before, /^\p{N}/u.test(word)))
    let at = start
    for (const part of word.split(/[-‐‑_]/u)) {
      for (const key of keysOf(part)) words.push({ key, start: at, end: at + part.length })
      at += part.length + 1
    }
    before = end
  }
  return joinPercents([...words, ...signsIn(text.slice(before), before, false)])
}

/** Punctuation counts for nothing, but these signs do: `5%` is not 5, and `-5` is not either. */
function signsIn(gap: string, offset: number, beforeNumber: boolean): readonly ComparedWord[] {
  const signs = Array.from(gap.matchAll(/[%٪$€£¥]|(?<=^|[\s(])[-−](?=$)/gu))
  return signs
    .filter(({ 0: sign, index }) => !/[-−]/u.test(sign) || (beforeNumber && (offset + index === 0 || index > 0)))
    .map(({ 0: sign, index }) => ({
      key: sign.replace('٪', '%').replace('−', '-'),
      start: offset + index,
      end: offset + index + sign.length,
    }))
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/^won'?t$/, 'will not'],
  [/^(?:can'?t|cannot)$/, 'can not'],
  [/^(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need)n'?t$/, '$1 not'],
  [/^(i|you|we|they)'ve$/, '$1 have'],
  [/^(i|you|he|she|it|we|they)'ll$/, '$1 will'],
  [/^(you|we|they)'re$/, '$1 are'],
  [/^i'?m$/, 'i am'],
]

function keysOf(word: string): readonly string[] {
  const folded = fold(word).replaceAll('’', "'")
  if (/^\p{N}/u.test(folded)) return [numberKey(folded)]
  if (/^[a-z]/.test(folded)) return englishKeys(folded)
  const key = SPELLINGS.reduce((text, [pattern, as]) => text.replace(pattern, as), folded.replaceAll('ء', ''))
  return key === '' ? [] : [key]
}

function englishKeys(folded: string): readonly string[] {
  for (const [pattern, as] of CONTRACTIONS) if (pattern.test(folded)) return folded.replace(pattern, as).split(' ')
  return [ENGLISH_SPELLINGS.reduce((text, [pattern, as]) => text.replace(pattern, as), folded.replace(/[.']/g, ''))]
}

/** `1,000` and `1٬000` are 1000; a clitic stays before its number. */
function numberKey(folded: string): string {
  const plain = folded.replace(/(?<=\d)[,٬](?=\d{3}(?!\d))/gu, '').replaceAll('٫', '.')
  const short = plain.replace(/(?<!0)0+$/u, '')
  return /\.\d*$/u.test(short) ? short.replace(/\.$/u, '') : plain
}

/** Words, folded, that papers spell in two ways. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/امريك/u, 'اميرك'],
  [/ترامب/u, 'ترمب'],
  [/زيلينسك/u, 'زيلنسك'],
  [/نتانياهو/u, 'نتنياهو'],
  [/بوتن$/u, 'بوتين'],
  [/واشنطون/u, 'واشنطن'],
  [/ماي(?=ه|ت[اي]ن?$)/u, 'مي'],
  [/انكل(?=[يت])/u, 'انجل'],
  [/ديموقراط/u, 'ديمقراط'],
  [/اوروب/u, 'اورب'],
  [/سوريا$/u, 'سوريه'],
  [/الرحمان/u, 'الرحمن'],
  [/^(و?)هاذ/u, '$1هذ'],
  [/^(و?)لاكن/u, '$1لكن'],
  [/^(و?[كل]?)ذالك/u, '$1ذلك'],
  [/داوود/u, 'داود'],
]

const ENGLISH_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=....)is(?=(?:e[ds]?|ing|ations?)$)/, 'iz'],
  [/(?<=col|fav|hon|lab|neighb|behavi|harb|rum|val)our/, 'or'],
  [/(?<=def|off)ence/, 'ense'],
  [/(?<=cent|theat)re/, 'er'],
  [/programme/, 'program'],
]

/** `في المئة`, `بالمئة` and `per cent` are `%`. */
function joinPercents(words: readonly ComparedWord[]): readonly ComparedWord[] {
  const joined: ComparedWord[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const pair = last === undefined ? '' : `${last.key} ${word.key}`
    if (last !== undefined && /^(?:في الميه|per cent)$/u.test(pair)) {
      joined.splice(-1, 1, { key: '%', start: last.start, end: word.end })
    } else joined.push(/^(?:بالميه|percent)$/u.test(word.key) ? { ...word, key: '%' } : word)
  }
  return joined
}

/** Whether two keys are one word, but for clitics before it. */
export function isSameWord(left: string, right: string): boolean {
  if (left === right) return true
  // clitics stand before a word
  if (left.charCodeAt(left.length - 1) !== right.charCodeAt(right.length - 1)) return false
  const [long, short] = left.length > right.length ? [left, right] : [right, left]
  if (!/^[\u0621-\u064A]/u.test(long)) return false
  return (
    isDressed(long, short) ||
    isDressed(withoutAnd(left), withoutAnd(right)) ||
    isDressed(withoutAnd(right), withoutAnd(left))
  )
}

/** A short particle takes «و» and «ف» only: «بلا» is not «لا». */
const LEAST_BARE = 3

function isDressed(long: string, short: string): boolean {
  if (long === short) return true
  if (/^[وف]/u.test(long) && long.slice(1) === short && short.length >= 2) return true
  if (short.length < LEAST_BARE && !/^\d/.test(short)) return false
  const bare = withoutAnd(long)
  const forms = [bare, bare.replace(/^[بلك]/u, ''), bare.replace(/^(?:[بك]?ال|لل)/u, ''), bare.replace(/^لل/u, 'ال')]
  return forms.includes(short)
}

function withoutAnd(key: string): string {
  return key.length > LEAST_BARE ? key.replace(/^[وف]/u, '') : key
}

const NEGATIONS = new Set(
  (
    'لا الا لن لم لما ليس ليست ليسوا لست لسنا لستم لسن غير بلا بدون دون كلا ابدا عدم ' +
    'no not never none nobody nothing neither nor without'
  ).split(' '),
)

/** A word that says no: in Arabic also with «و» or «ف» before it. */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || (/^[وف]/u.test(key) && NEGATIONS.has(key.slice(1)))
}

/** A word that carries grammar and no topic weighs less. */
export function weightOf(key: string): number {
  return isNegation(key) || !isStopWord(key, 'ar') ? 1 : 0.5
}
