import { fold } from '../language/fold.ts'
import { languageOfWords } from '../language/language.ts'
import { isStopWord } from '../language/stop-words.ts'
import type { Query } from './query.ts'

const MOST = 8
const LONGEST = 40

/**
 * A query's distinct topic words by folded form, without diacritics, lengthening and capitals. Numbers, stop words and names
 * in filters are left out.
 */
export function topicsOf({ words, phrases }: Query): ReadonlyMap<string, string> {
  const typed = [...words, ...phrases].flatMap((text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])
  const topics = typed.flatMap((word): readonly [string, string][] => {
    const folded = fold(word)
    const saysLittle =
      !/\p{L}/u.test(word) || word.length > LONGEST || folded === '' || isStopWord(folded, languageOfWords(word))
    return saysLittle ? [] : [[folded, word]]
  })
  return new Map([...new Map(topics)].slice(0, MOST))
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Mn}ـ]/gu, '')
    .toLowerCase()
}
