import { lookUp } from '../grammar/lexicon.ts'
import { nameEnd } from '../grammar/names.ts'
import { phraseAt } from '../grammar/phrases.ts'
import { createTokenReader } from '../grammar/tokens.ts'

const MOST_WORDS = 7

/** Whether a line over the whole text says who wrote it or where: `فطومة نعيمي`, `الرباط`, `و م ع`, `سلوى المدني – عين اليوم`. */
export function isByline(line: string): boolean {
  const tokens = createTokenReader()(line)
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return false
  if (/\s[–—-]\s\S+(?:\s\S+)?$/u.test(line) || tokens.every(({ text }) => text.length === 1)) return true
  const [first] = tokens
  const place = tokens.length === 1 && first !== undefined && lookUp(first.plain, first.text).place
  return place || nameEnd(tokens, 0) === tokens.length || phraseAt(tokens, 0)?.name?.to === tokens.length
}
