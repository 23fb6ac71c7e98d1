import type { Article, Slug } from './article.ts'

/**
 * The article with the titles of those it names by slug alone, as front matter does; a link to an article that has none among
 * `titles` is left out.
 */
export function titleRelated(article: Article, titles: ReadonlyMap<Slug, string>): Article {
  const related = article.related.flatMap((link) => {
    if (link.slug === null) return [link]
    const title = titles.get(link.slug)
    return title === undefined ? [] : [{ ...link, title }]
  })
  return { ...article, related }
}
