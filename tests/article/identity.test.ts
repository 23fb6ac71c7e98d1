import { expect, test } from 'vitest'
import { canonicalUrl, identityOf, siteOf, withoutTracking } from '../../src/article/identity.ts'
import { anArticle, paragraphs } from '../an-article.ts'

test.each([
  ['http://www.News.example/a/', 'news.example/a'],
  ['https://news.example/a?utm_source=x&id=3#top', 'news.example/a?id=3'],
  ['https://m.news.example/a?b=2&a=1', 'news.example/a?a=1&b=2'],
  ['https://news.example', 'news.example'],
  // no part of a name
  ['https://www.example/', 'www.example'],
  ['no address', 'no address'],
])('%s is %s', (url, expected) => {
  expect(canonicalUrl(url)).toBe(expected)
})

test('an address keeps all but its tracking', () => {
  expect(withoutTracking('https://news.example/a%20b?id=1&fbclid=z#x')).toBe('https://news.example/a%20b?id=1')
  expect(withoutTracking('https://news.example/أ')).toBe('https://news.example/أ')
  expect(siteOf('https://www.news.example:8080/x')).toBe('news.example:8080')
})

const LONG =
  'افتتح وزير المياه كريم منصور السد الجديد صباح الجمعة بحضور مئات السكان وقال إن الماء سيصل إلى القرى قبل نهاية العام بعد ست سنوات من العمل المتواصل في الوادي.'

test('words are the same however they are marked and parted; short ones tell nothing', () => {
  const of = (...texts: readonly string[]) => identityOf(anArticle({ blocks: paragraphs(...texts) })).body
  const [first = '', ...rest] = LONG.split('صباح')
  expect(of(LONG)).not.toBeNull()
  expect(of(first, `«صباح ${rest.join('')}»`)).toBe(of(LONG))
  expect(of(LONG.replace('منصور', 'محمود'))).not.toBe(of(LONG))
  expect(of('عاجل.')).toBeNull()
})
