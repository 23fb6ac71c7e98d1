import { fold } from '../../language/fold.ts'
import type { TextPlace } from '../briefing.ts'
import { firstFrom } from '../first-from.ts'
import type { SplitArticle } from '../text.ts'
import { createVocabulary, type Lexeme } from '../vocabulary.ts'

/** A word in its paragraph. */
export type ChunkToken = Lexeme & {
  readonly start: number
  readonly end: number
  /** Only spaces stand between it and the word before. */
  readonly joined: boolean
  readonly afterPreposition: boolean
  /** It ends with a pronoun (`بلاده`, `حلفائهم`): it is incomplete without the name before. */
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
  const sentences = Map.groupBy(text.sentences, ({ paragraph }) => paragraph)
  return text.paragraphs.map((paragraph, index) => {
    const tokens: ChunkToken[] = []
    for (const { start: offset, words } of sentences.get(index) ?? []) {
      for (const word of words) {
        const before = tokens.at(-1)
        const [start, end] = [offset + word.start, offset + word.end]
        const gap = before === undefined ? '.' : paragraph.slice(before.end, start)
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
    return tokens
  })
}

/** The words that begin in a place. */
export function tokensWithin(byParagraph: readonly (readonly ChunkToken[])[], place: TextPlace): readonly ChunkToken[] {
  const tokens = byParagraph[place.paragraph] ?? []
  const [from, to] = [place.start, place.end].map((offset) => firstFrom(tokens, offset, ({ start }) => start))
  return tokens.slice(from, to)
}
