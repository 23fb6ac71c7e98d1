import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { parseMarkdown } from '../../src/article/markdown.ts'
import { slugFrom } from '../../src/article/slug.ts'

const HEAD = '---\nslug: a-bridge\ntitle: جسر ثالث\n---\n'

function article(text: string): Article {
  const parsed = parseMarkdown(text)
  if (parsed.kind === 'unreadable') throw new Error(parsed.why)
  return parsed.article
}

function why(text: string): string {
  const parsed = parseMarkdown(text)
  return parsed.kind === 'unreadable' ? parsed.why : 'it was read'
}

describe('parseMarkdown', () => {
  test('reads every field', () => {
    const text = `---
slug: a-bridge
title: "جسر: ثالث"
language: ar
source: وكالة الضفاف
url: https://example.com/bridge
published: 2025-03-10T09:00:00+03:00
keywords: [جسر, 2025]
related: [old-market, عنوان آخر, { title: عنوان ثالث, url: "https://example.com/3" }]
---

## عنوان

فقرة.
`
    expect(article(text)).toEqual({
      slug: 'a-bridge',
      title: { text: 'جسر: ثالث', derived: false },
      language: 'ar',
      source: 'وكالة الضفاف',
      url: 'https://example.com/bridge',
      published: '2025-03-10T09:00:00+03:00',
      keywords: ['جسر', '2025'],
      blocks: [
        { kind: 'heading', text: 'عنوان' },
        { kind: 'paragraph', text: 'فقرة.' },
      ],
      related: [
        { title: 'old-market', url: null, slug: 'old-market' },
        { title: 'عنوان آخر', url: null, slug: null },
        { title: 'عنوان ثالث', url: 'https://example.com/3', slug: null },
      ],
      embedded: [],
    })
  })

  test.each([
    ['فقرة **قوية** و*مائلة* و[رابط](https://example.com) و`رمز`.', ['فقرة قوية ومائلة ورابط ورمز.']],
    ['> اقتباس\n> طويل\n>\n> ثان', ['اقتباس طويل', 'ثان']],
    ['- أول\n- ثان\n  - داخل', ['أول', 'ثان', 'داخل']],
    ['سطر\\\nآخر  \nثالث', ['سطر آخر ثالث']],
    ['<p>نص</p>\n\n<!-- سر -->\n\nآخر', ['نص', 'آخر']],
    ['```\nقصيدة\n```', ['قصيدة']],
    ['![صورة الجسر](a.png)', ['صورة الجسر']],
    ['نص\n\n---\n\nآخر', ['نص', 'آخر']],
  ])('%j', (body, texts) => {
    expect(article(HEAD + body).blocks.map((block) => block.text)).toEqual(texts)
  })

  test('without a title, the first heading is it; a heading that repeats the title is left out', () => {
    expect(article('---\nslug: a\n---\n# جسر\n\nنص').title).toEqual({ text: 'جسر', derived: false })
    expect(article('---\nslug: a\n---\nنص الفقرة الأولى هنا.').title).toEqual({
      text: 'نص الفقرة الأولى هنا',
      derived: true,
    })
    expect(article(`${HEAD}# جسر ثالث\n\nنص`).blocks).toEqual([{ kind: 'paragraph', text: 'نص' }])
  })

  test('a file that gives no slug takes the fallback', () => {
    const parsed = parseMarkdown('نص الفقرة الأولى هنا.', slugFrom('my file'))
    expect(parsed.kind === 'article' && parsed.article.slug).toBe('my-file')
  })

  const UNREADABLE: readonly (readonly [string, RegExp])[] = [
    ['نص', /no front matter.*slug: alaska-summit/],
    ['---\ntitle: x\n---\nنص', /^slug is missing.*like alaska-summit$/],
    ['---\nslug: Bad Slug\n---\nنص', /^slug is "Bad Slug": it should be a-z/],
    ['---\nslug: a\nlanguage: fr\n---\nنص', /^language is "fr": it should be ar or en$/],
    ['---\nslug: a\npublished: yesterday\n---\nنص', /^published is "yesterday": it should be a date, like 2025-08-16/],
    ['---\nslug: a\npublished: 2025-02-31\n---\nنص', /^published is "2025-02-31"/],
    ['---\nslug: a\nurl: example\n---\nنص', /^url is "example": it should be a web address/],
    ['---\nslug: a\nkeywords: x\n---\nنص', /^keywords is "x": it should be a list/],
    ['---\nslug: a\nrelated: 5\n---\nنص', /^related is 5: it should be a list of slugs/],
    ['---\nslug: a\ntitle: [\n---\nنص', /front matter is no YAML/],
    ['---\n- a\n---\nنص', /front matter is no list of fields/],
    ['---\nslug: a\nنص', /front matter has no end/],
    ['---\nslug: a\n---\n', /no text after the front matter/],
    [`${HEAD}${'**a'.repeat(5000)}`, /Markdown marks/],
    [`${HEAD}${'> '.repeat(5000)}a`, /nested more than/],
  ]

  test.each(UNREADABLE.map(([text, expected]) => ({ text, expected })))(
    'unreadable: $expected',
    ({ text, expected }) => {
      expect(why(text)).toMatch(expected)
      expect(why(text)).not.toContain('\n')
    },
  )

  test('no word is lost, whatever the marks', () => {
    const piece = fc.constantFrom(
      'كلمة',
      'أخرى',
      '**',
      '*',
      '_',
      '`',
      '> ',
      '- ',
      '# ',
      '\n',
      '\n\n',
      '[',
      '](https://example.com)',
      '!',
      '1. ',
      '    ',
      '|',
      '~~~',
      '<b>',
      '&amp;',
      '\\',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const parsed = parseMarkdown(`${HEAD}بداية\n\n${pieces.join('')}`)
        const texts =
          parsed.kind === 'article' ? parsed.article.blocks.map((block) => block.text).join(' ') : parsed.why
        for (const word of ['كلمة', 'أخرى']) {
          expect(texts.split(word).length).toBe(pieces.filter((each) => each === word).length + 1)
        }
      }),
    )
  })
})
