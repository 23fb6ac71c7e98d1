import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/article/markdown.ts'
import { MOST_A_DAY } from '../../src/intake/bring-in.ts'
import { anArticle, paragraphs } from '../an-article.ts'
import { anIncoming, anIntake, wordsOf } from './an-intake.ts'

const URL_A = 'https://www.news.example/dam/?utm_source=x'

test('an article becomes a file that is read back as the same, under a slug of its title', async () => {
  const { bringIn, files, textOf } = await anIntake()
  const incoming = anIncoming('سد جديد', { url: URL_A, doubts: ['date'] })
  const article = { ...incoming.article, embedded: [anArticle({ blocks: paragraphs('خبر آخر في الصفحة نفسها.') })] }
  expect(await bringIn({ ...incoming, article })).toEqual({
    ...{ kind: 'new', slug: 'sd-jdyd', title: 'سد جديد', isHeld: false, doubts: ['date'] },
  })
  expect(await files()).toEqual(['sd-jdyd.md'])
  expect(parseMarkdown(await textOf('sd-jdyd'))).toMatchObject({
    kind: 'article',
    doubts: ['date'],
    article: { slug: 'sd-jdyd', title: article.title, blocks: article.blocks, embedded: [{ slug: 'sd-jdyd-2' }] },
  })
})

test.each([
  ['its key', { keys: ['k'] }, { keys: ['k'], words: wordsOf('غيره') }],
  ['its address', { url: URL_A }, { url: 'http://news.example/dam#top', words: wordsOf('غيره') }],
  ['its words', {}, { url: 'https://other.example/1' }],
])('the same article by %s is one, and another source changes nothing', async (_, first, second) => {
  const { bringIn, files, textOf } = await anIntake()
  await bringIn(anIncoming('سد جديد', first))
  const before = await textOf('sd-jdyd')
  const other = anIncoming('عنوان آخر', { words: wordsOf('سد جديد'), source: '-100777', ...second })
  expect(await bringIn(other)).toEqual({ kind: 'known', slug: 'sd-jdyd', title: 'عنوان آخر' })
  expect(await files()).toEqual(['sd-jdyd.md'])
  expect(await textOf('sd-jdyd')).toBe(before)
})

test('two sites with the same words are two articles, as are short ones and those that share a title', async () => {
  const { bringIn, files } = await anIntake()
  await bringIn(anIncoming('سد', { url: 'https://one.example/1' }))
  await bringIn(anIncoming('سد', { url: 'https://two.example/1' }))
  await bringIn(anIncoming('سد', { words: 'عاجل.' }))
  await bringIn(anIncoming('سد', { words: 'عاجل.' }))
  expect(await files()).toEqual(['sd-2.md', 'sd-3.md', 'sd-4.md', 'sd.md'])
})

test('an update keeps the slug and whether it is held; what says the same is not written again', async () => {
  const { bringIn, files, textOf } = await anIntake()
  const first = anIncoming('سد جديد', { keys: ['k'], holds: true })
  expect(await bringIn(first)).toMatchObject({ kind: 'new', isHeld: true })
  expect(await textOf('sd-jdyd')).toMatch(/^---\ndraft: true\nslug: sd-jdyd\n/)
  expect(await bringIn({ ...first, holds: false })).toMatchObject({ kind: 'same', isHeld: true })
  const changed = anIncoming('سد جديد ثان', { keys: ['k'], words: wordsOf('غيره') })
  expect(await bringIn(changed)).toMatchObject({ kind: 'updated', slug: 'sd-jdyd', isHeld: true })
  expect(await files()).toEqual(['sd-jdyd.md'])
  expect(await textOf('sd-jdyd')).toMatch(/^---\ndraft: true\n.*سد جديد ثان/s)
})

test('who asks for an article gets it anew, also after its file was deleted', async () => {
  const { bringIn, textOf, dir } = await anIntake()
  await bringIn(anIncoming('سد جديد', { keys: ['k'] }))
  const asked = anIncoming('سد جديد', { keys: ['k'], words: wordsOf('غيره'), source: 'owner', isAsked: true })
  expect(await bringIn(asked)).toMatchObject({ kind: 'updated', slug: 'sd-jdyd' })
  const { rm } = await import('node:fs/promises')
  await rm(`${dir}/sd-jdyd.md`)
  expect(await bringIn(asked)).toMatchObject({ kind: 'updated', slug: 'sd-jdyd' })
  expect(await textOf('sd-jdyd')).toContain('غيره')
})

test('a source has its day’s share, and one too long for the library is refused', async () => {
  const { bringIn, clock, files } = await anIntake()
  for (let count = 0; count < MOST_A_DAY; count++) await bringIn(anIncoming(`خبر ${count}`))
  expect(await bringIn(anIncoming('خبر زائد'))).toMatchObject({ kind: 'too-many' })
  expect(await bringIn(anIncoming('خبر آخر', { source: 'other' }))).toMatchObject({ kind: 'new' })
  expect(await bringIn(anIncoming('خبر مطلوب', { isAsked: true }))).toMatchObject({ kind: 'new' })
  clock.at += 25 * 60 * 60_000
  expect(await bringIn(anIncoming('خبر زائد'))).toMatchObject({ kind: 'new' })
  const long = anIncoming('طويل', { words: 'كلمة '.repeat(500_000) })
  expect(await bringIn(long)).toEqual({ kind: 'too-long', title: 'طويل' })
  expect(await files()).toHaveLength(MOST_A_DAY + 3)
}, 60_000)
