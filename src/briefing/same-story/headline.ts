import { fold } from '../../language/fold.ts'
import { languageOfWords } from '../../language/language.ts'
import { numberWord } from '../../language/number-words.ts'
import { stem } from '../../language/stems.ts'
import { PLACES } from '../grammar/words/places.ts'
import { type Meaning, readWord } from './headline-word.ts'

/** A headline prepared for comparison with many. */
export type Headline = {
  /** The words, folded, with a space between them. */
  readonly folded: string
  /** Content words in order, none twice. */
  readonly meanings: readonly Meaning[]
  readonly signs: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  /** Runs of two and of three characters of `folded`. */
  readonly bigrams: ReadonlySet<string>
  readonly trigrams: ReadonlySet<string>
}

const WORDS = /\d+(?:[.,]\d+)*|\p{L}+/gu
const PLACE_STEMS: ReadonlySet<string> = new Set([...PLACES].map((place) => stem(place, 'ar')))
/** Agency labels before and after headlines, and leftovers of markup. */
const WRAPPING = /&#?\w{1,8};|^\s*\p{L}{3,9}\s\/\s|\s\/\s*(?:اضافه|يتبع|ثانيه|ثالثه|رابعه).*$/gu

/** Reads a headline for `isSameStory`; `without`: signs of words that do not count. */
export function readHeadline(title: string, without: ReadonlySet<string> = new Set()): Headline {
  const folded = fold(title.slice(0, 500)).replace(WRAPPING, ' ').replace(/[٫]/gu, '.')
  const language = languageOfWords(folded)
  const words = numbersInFull(folded.match(WORDS) ?? []).filter(
    (word) => without.size === 0 || !without.has(readWord(word, language)?.sign ?? ''),
  )
  const meanings = new Map<string, Meaning>()
  for (const word of words) {
    const meaning = readWord(word, language)
    if (meaning) meanings.set(meaning.sign, meaning)
  }
  const text = ` ${words.join(' ')} `
  return {
    folded: words.join(' '),
    meanings: [...meanings.values()],
    signs: new Set(meanings.keys()),
    numbers: new Set(words.filter((word) => /^\d/u.test(word))),
    places: new Set(words.map((word) => stem(word, language)).filter((each) => PLACE_STEMS.has(each))),
    bigrams: runsOf(text, 2),
    trigrams: runsOf(text, 3),
  }
}

/** `12 ألف` is `12000`, `ستة` is `6`: so that two ways of writing a number are one. */
function numbersInFull(words: readonly string[]): readonly string[] {
  const full: string[] = []
  for (const word of words) {
    const before = full.at(-1)
    const counted = numberWord(word, 'ar')
    if (/^\d/u.test(word)) full.push(String(Number(word.replace(/,(?=\d{3}\b)/gu, '').replace(/,/gu, '.')) || word))
    else if (counted?.kind === 'add') full.push(String(counted.value))
    else if (/^(?:ال)?(?:الف|الاف)$/u.test(word) && before !== undefined && /^\d+$/u.test(before))
      full[full.length - 1] = `${before}000`
    else full.push(word)
  }
  return full
}

function runsOf(text: string, length: number): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length)))
}
