import type { Article, RelatedLink } from './article.ts'

/** Articles whose related links by slug bear the title of the article they name; `missing`: links to what is not there. */
export type Collection = {
  readonly articles: readonly Article[]
  readonly missing: readonly { readonly from: Article; readonly slug: string }[]
}

/** Front matter names a related article by its slug alone; among its collection it has a title. A link to none is left out. */
export function collectArticles(articles: readonly Article[]): Collection {
  const bySlug = new Map(articles.map((article) => [article.slug, article]))
  const missing: { from: Article; slug: string }[] = []
  const titled = (from: Article, link: RelatedLink): readonly RelatedLink[] => {
    if (link.slug === null) return [link]
    const named = bySlug.get(link.slug)
    if (named === undefined) missing.push({ from, slug: link.slug })
    return named === undefined ? [] : [{ ...link, title: named.title.text }]
  }
  const collected = articles.map((article) => ({
    ...article,
    related: article.related.flatMap((link) => titled(article, link)),
  }))
  return { articles: collected, missing }
}
