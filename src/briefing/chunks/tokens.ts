import { fold } from '../../language/fold.ts'
import type { TextPlace } from '../briefing.ts'
import type { SplitArticle } from '../text.ts'
import { createVocabulary, type Lexeme } from '../vocabulary.ts'

/** A word in its paragraph. */
export type ChunkToken = Lexeme & {
  readonly start: number
  readonly end: number
  /** Only spaces stand between it and the word before. */
  readonly joined: boolean
  readonly afterPreposition: boolean
  /** It ends with a pronoun (`بلاده`, `حلفائهم`): it says nothing without the name before. */
  readonly possessed: boolean
}

/** A noun follows these; a verb never does. */
const PREPOSITIONS = new Set(
  'في من على الى عن بعد قبل بين خلال حول ضد مع عند نحو منذ لدى ضمن عبر امام باسم بشان بسبب'.split(' ').map(fold),
)

const POSSESSED = /\p{L}{3}(?:ه|ها|هم|هما|هن|نا)$/u
/** Words that end so by themselves. */
const NOT_POSSESSED = /(?:الله|مياه|اتجاه|شبه|وجه|انتباه|تشابه|هنا)$/u

/** The words of each paragraph in order. */
export function tokensByParagraph(text: SplitArticle): readonly (readonly ChunkToken[])[] {
  const lookUp = createVocabulary(text.language)
  const paragraphs: ChunkToken[][] = text.paragraphs.map(() => [])
  for (const { paragraph, start: offset, words } of text.sentences) {
    const tokens = paragraphs[paragraph] ?? []
    for (const word of words) {
      const before = tokens.at(-1)
      const [start, end] = [offset + word.start, offset + word.end]
      const gap = before === undefined ? '.' : (text.paragraphs[paragraph]?.slice(before.end, start) ?? '')
      tokens.push({
        ...lookUp(word.text),
        start,
        end,
        joined: gap.length <= 2 && gap.trim() === '',
        possessed: POSSESSED.test(word.text) && !NOT_POSSESSED.test(word.text),
        afterPreposition: before !== undefined && PREPOSITIONS.has(before.folded),
      })
    }
  }
  return paragraphs
}

/** The words of a paragraph that begin in the place. */
export function tokensWithin(
  tokens: readonly ChunkToken[],
  { start, end }: Omit<TextPlace, 'paragraph'>,
): readonly ChunkToken[] {
  return tokens.slice(firstFrom(tokens, start), firstFrom(tokens, end))
}

/** Binary search: a paragraph may hold a hundred chunks. */
function firstFrom(tokens: readonly ChunkToken[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return low
}
