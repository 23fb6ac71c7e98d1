import type { Briefing } from '../briefing/briefing.ts'
import { fold } from '../language/fold.ts'
import { contentStems } from '../language/stems.ts'

/** What a chat's keywords and speakers are matched with: an article's stems, and the folded words of each speaker's name. */
export type ArticleTerms = {
  readonly stems: ReadonlySet<string>
  readonly speakers: readonly (readonly string[])[]
}

/** Terms of the title, the article's keywords and its text. */
export function termsOf({ article, quotes }: Briefing): ArticleTerms {
  const texts = [article.title.text, ...article.keywords, ...article.blocks.map(({ text }) => text)]
  const names = new Set(quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))
  return {
    stems: new Set(texts.flatMap((text) => contentStems(text, article.language))),
    speakers: Array.from(names, (name) => fold(name).match(/[\p{L}\p{N}]+/gu) ?? []),
  }
}

export const NO_TERMS: ArticleTerms = { stems: new Set(), speakers: [] }
