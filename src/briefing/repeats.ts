import type { Lexeme } from './vocabulary.ts'

/** The content stems of a sentence. */
export type Content = ReadonlySet<string>

/** Shorter sentences share their few words by chance. */
const FEWEST_STEMS = 5
const SHARED = 0.5

/** The content of a sentence of these words. */
export function contentOf(words: readonly Lexeme[]): Content {
  return new Set(words.filter(({ stop, folded }) => !stop && folded.length > 2).map(({ stem }) => stem))
}

/** Whether two sentences tell the same: half of the shorter one's content is in the other. */
export function tellsAgain(a: Content, b: Content): boolean {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a]
  if (less.size < FEWEST_STEMS) return false
  let shared = 0
  for (const each of less) if (more.has(each)) shared += 1
  return shared >= SHARED * less.size
}
