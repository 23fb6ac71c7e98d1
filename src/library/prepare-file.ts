import { termReader } from '../search/terms.ts'
import type { StatedRelease } from '../shelf/release.ts'
import { type ArticleRows, articleRows } from '../store/articles/article-rows.ts'
import { briefFile, type SourceFile } from './brief-file.ts'

/** `articles`: the file's own, then those embedded in it, each slug once. `why`: one line for the operator. */
export type PreparedFile =
  | { readonly kind: 'prepared'; readonly articles: readonly ArticleRows[]; readonly page: StatedRelease }
  | { readonly kind: 'unreadable'; readonly why: string }

/** Makes the rows stored for a file's articles. Each word is stemmed once for all files. */
export function filePreparer(): (file: SourceFile) => PreparedFile {
  const readTerms = termReader()
  return (file) => {
    const briefed = briefFile(file)
    if (briefed.kind === 'unreadable') return briefed
    const { briefing, page } = briefed
    const bySlug = new Map([...briefing.embedded.toReversed(), briefing].map((each) => [each.article.slug, each]))
    const articles = [...bySlug.values()].toReversed().map((each) => articleRows(each, readTerms))
    return { kind: 'prepared', articles, page }
  }
}
