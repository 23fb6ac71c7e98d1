import type { TextPlace } from '../briefing.ts'
import { firstFrom } from '../first-from.ts'
import type { SplitArticle } from '../text.ts'
import type { Lexeme } from '../vocabulary.ts'

/** A word in its paragraph. */
export type ChunkToken = Lexeme & { readonly start: number }

/** The words of each paragraph in order. */
export function tokensByParagraph(text: SplitArticle): readonly (readonly ChunkToken[])[] {
  const sentences = Map.groupBy(text.sentences, ({ paragraph }) => paragraph)
  return text.paragraphs.map((_, index) =>
    (sentences.get(index) ?? []).flatMap(({ start, words }) =>
      words.map((word) => ({ ...text.lookUp(word.text), start: start + word.start })),
    ),
  )
}

/** The words that begin in a place. */
export function tokensWithin(byParagraph: readonly (readonly ChunkToken[])[], place: TextPlace): readonly ChunkToken[] {
  const tokens = byParagraph[place.paragraph] ?? []
  const [from, to] = [place.start, place.end].map((offset) => firstFrom(tokens, offset, ({ start }) => start))
  return tokens.slice(from, to)
}
