import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Article, DOUBTS, type Slug } from '../../src/article/article.ts'
import { parseMarkdown } from '../../src/article/markdown.ts'
import { markdownOf } from '../../src/article/write-markdown.ts'
import { anArticle, paragraphs } from '../an-article.ts'

function readBack(article: Article, doubts: readonly (typeof DOUBTS)[number][]): unknown {
  return parseMarkdown(markdownOf(article, { doubts }))
}

const word = fc.constantFrom(
  ...[
    'كلمة',
    'أخرى',
    '**',
    '*',
    '_',
    '`',
    '>',
    '-',
    '#',
    '##',
    '[^1]',
    '[a](b)',
    '!',
    '1.',
    '|',
    '~~~',
    '<b>',
    '&amp;',
    '\\',
    '{{< x >}}',
    '---',
    '+',
    ':',
    '=',
    'https://a.example/b_c',
    '\u200F«نعم»',
    '{%',
    '\u00A0',
    '٣.',
    '12)',
    '"',
    "'",
  ],
)
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')} كلمة`.trim())
const block = fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), text: line })
const link = fc.record({
  title: line,
  url: fc.constantFrom(null, 'https://example.com/a?b=c&d=%D8%A7'),
  slug: fc.constantFrom(null, 'old-market' as Slug),
})
const article = (slug: string) =>
  fc.record({
    slug: fc.constant(slug as Slug),
    title: line.map((text) => ({ text, derived: false })),
    language: fc.constantFrom('ar' as const, 'en' as const),
    source: fc.option(line),
    url: fc.constantFrom(null, 'https://example.com/bridge'),
    published: fc.constantFrom(null, '2025-03-10', '2025-03-10T09:00:00+03:00', '2025-03-10T09:00:00Z'),
    keywords: fc.array(line, { maxLength: 3 }),
    blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
    related: fc.array(link, { maxLength: 3 }),
  })

test('whatever it holds, an article is read back as it was', () => {
  const whole = fc
    .tuple(
      article('a'),
      fc.subarray([article('a-2'), article('a-3')]).chain((others) => fc.tuple(...others)),
    )
    .map(([own, others]): Article => ({ ...own, embedded: others.map((other) => ({ ...other, embedded: [] })) }))
  fc.assert(
    fc.property(whole, fc.subarray([...DOUBTS]), (each, doubts) => {
      expect(readBack(each, doubts)).toMatchObject({ kind: 'article', article: each, doubts })
    }),
  )
})

test('a title that was derived is derived again, though a heading stands first', () => {
  const each = anArticle({
    title: { text: 'افتتحت المدينة جسرها الثالث صباح الاثنين', derived: true },
    blocks: [{ kind: 'heading', text: 'سنتان من العمل' }, ...paragraphs('افتتحت المدينة جسرها الثالث صباح الاثنين.')],
  })
  expect(readBack(each, ['title'])).toMatchObject({ kind: 'article', article: each, doubts: ['title'] })
})
