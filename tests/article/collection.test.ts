import { expect, test } from 'vitest'
import type { Slug } from '../../src/article/article.ts'
import { collectArticles } from '../../src/article/collection.ts'
import { anArticle } from '../an-article.ts'

const bridge = 'bridge' as Slug
const ferry = 'ferry' as Slug

test('a related slug gets the title of its article, a link keeps its own, a slug of none is told', () => {
  const related = [
    { title: 'ferry', url: null, slug: ferry },
    { title: 'عنوان من الصفحة', url: 'https://example.org/', slug: null },
    { title: 'nowhere', url: null, slug: 'nowhere' as Slug },
  ]
  const { articles, missing } = collectArticles([
    anArticle({ slug: bridge, related }),
    anArticle({ slug: ferry, title: { text: 'عبّارة جديدة', derived: false } }),
  ])
  expect(articles[0]?.related.map(({ title }) => title)).toEqual(['عبّارة جديدة', 'عنوان من الصفحة'])
  expect(missing.map(({ from, slug }) => [from.slug, slug])).toEqual([['bridge', 'nowhere']])
})
