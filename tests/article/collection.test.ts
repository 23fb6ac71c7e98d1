import { expect, test } from 'vitest'
import type { Slug } from '../../src/article/article.ts'
import { titleRelated } from '../../src/article/collection.ts'
import { anArticle } from '../an-article.ts'

const ferry = 'ferry' as Slug

test('a related slug gets the title of its article, a link keeps its own, a slug of none is left out', () => {
  const related = [
    { title: 'ferry', url: null, slug: ferry },
    { title: 'عنوان من الصفحة', url: 'https://example.org/', slug: null },
    { title: 'nowhere', url: null, slug: 'nowhere' as Slug },
  ]
  const titled = titleRelated(anArticle({ related }), new Map([[ferry, 'عبّارة جديدة']]))
  expect(titled.related.map(({ title }) => title)).toEqual(['عبّارة جديدة', 'عنوان من الصفحة'])
})
