import type { Article, Slug } from './article.ts'

/**
 * The article with titles for its related slugs, which front matter gives without; a slug that `titles` lacks is
 * left out.
 */
export function titleRelated(article: Article, titles: ReadonlyMap<Slug, string>): Article {
  const related = article.related.flatMap((link) => {
    if (link.slug === null) return [link]
    const title = titles.get(link.slug)
    return title === undefined ? [] : [{ ...link, title }]
  })
  return { ...article, related }
}
