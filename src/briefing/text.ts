import { type Article, paragraphsOf } from '../article/article.ts'
import type { Language } from '../language/language.ts'
import { splitSentences } from '../language/sentences.ts'
import { splitWords, type Word } from '../language/words.ts'
import type { TextPlace } from './briefing.ts'
import { createVocabulary, type Lexeme } from './vocabulary.ts'

/** A sentence with its place: `paragraphs[paragraph].slice(start, end) === text`. Word offsets count from `start`. */
export type Sentence = {
  readonly index: number
  readonly paragraph: number
  /** Which heading it stands under: an index into `headings`, -1 before the first. */
  readonly section: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly words: readonly Word[]
}

/** An article taken apart once, for all analyses. A heading stands before the paragraph `before`. */
export type SplitArticle = {
  readonly language: Language
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly headings: readonly { readonly text: string; readonly before: number }[]
  readonly sentences: readonly Sentence[]
  /** What the analyses ask of a word; each form is read once an article. */
  readonly lookUp: (word: string) => Lexeme
}

/** Takes an article's text apart into paragraphs, headings, sentences and words. */
export function readArticle(article: Article): SplitArticle {
  const headings: { text: string; before: number }[] = []
  const sentences: Sentence[] = []
  let paragraph = 0
  for (const block of article.blocks) {
    if (block.kind === 'heading') {
      headings.push({ text: block.text, before: paragraph })
      continue
    }
    for (const span of splitSentences(block.text, article.language)) {
      const { start, end, text } = span
      const index = sentences.length
      sentences.push({ index, paragraph, section: headings.length - 1, start, end, text, words: splitWords(text) })
    }
    paragraph += 1
  }
  return {
    language: article.language,
    title: article.title.text,
    paragraphs: paragraphsOf(article),
    headings,
    sentences,
    lookUp: createVocabulary(article.language),
  }
}

/** The words at a place. */
export function textOfPlace(
  { paragraph, start, end }: TextPlace,
  { paragraphs }: Pick<SplitArticle, 'paragraphs'>,
): string {
  return paragraphs[paragraph]?.slice(start, end) ?? ''
}
