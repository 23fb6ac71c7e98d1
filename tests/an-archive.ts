import type { Archive } from '../src/shelf/archive.ts'
import { createShelf } from './a-shelf.ts'
import { aBriefing, anArticle } from './an-article.ts'
import { createListArchive } from './list-archive.ts'
import { aSlug } from './store/a-store.ts'

/** Articles `a-1`, `a-2` …, numbered so, each of two chunks. */
export function anArchive(articles: number): Archive {
  const chunks = ['أول', 'ثان'].map((text, at) => ({
    heading: text,
    derived: true,
    text,
    from: at,
    to: at,
    quotes: [],
  }))
  const numbered = Array.from({ length: articles }, (_, at) => {
    const article = anArticle({ slug: aSlug(`a-${at + 1}`) })
    return { number: at + 1, briefing: aBriefing({ article, chunks }) }
  })
  const shelf = createShelf(numbered)
  return createListArchive(() => shelf)
}
