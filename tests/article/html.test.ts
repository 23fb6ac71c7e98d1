import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Article, type Parsed, paragraphsOf } from '../../src/article/article.ts'
import { readHtml } from '../../src/article/html.ts'
import { parsePage } from '../../src/article/page.ts'
import { slugFrom } from '../../src/article/slug.ts'
import { expectLinear } from '../growth.ts'

const PAGES = join(import.meta.dirname, 'pages')
const NOW = new Date('2025-03-10T12:00:00Z')

/** What is right of a page; `title`: null where the page has none. */
type Expected = {
  readonly file: string
  readonly about: string
  readonly contentType?: string
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
  readonly url: string | null
  readonly keywords?: readonly string[]
  readonly headings: readonly string[]
  readonly paragraphs: readonly string[]
  readonly related: readonly { readonly title: string; readonly url: string | null }[]
  readonly embedded: readonly string[]
  readonly doubts: readonly string[]
}

const EXPECTED: readonly Expected[] = JSON.parse(readFileSync(join(PAGES, 'expected.json'), 'utf8'))

function articleOf(parsed: Parsed): Article {
  if (parsed.kind === 'unreadable') throw new Error(parsed.why)
  return parsed.article
}

describe('forty pages of ten outlets', () => {
  test.each(EXPECTED)('$file: $about', ({ file, about, contentType, ...expected }) => {
    const bytes = readFileSync(join(PAGES, file))
    const parsed = readHtml(bytes, { slug: slugFrom(file), now: NOW, ...(contentType ? { contentType } : {}) })
    const { title, source, published, url, keywords, blocks, related, embedded } = articleOf(parsed)
    expect({
      title: title.derived ? null : title.text,
      source,
      published,
      url,
      ...(expected.keywords ? { keywords } : {}),
      headings: blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
      paragraphs: paragraphsOf(articleOf(parsed)),
      related: related.map((link) => ({ title: link.title, url: link.url })),
      embedded: embedded.map((other) => other.title.text),
      doubts: parsed.kind === 'article' ? parsed.doubts : [],
    }).toEqual(expected)
  })
})

const SUMMIT = join(import.meta.dirname, '../../../shared/articles/alaska-summit.page.txt')

/** A copied page, as it might have stood on its site. */
const SHAPES: Readonly<Record<string, (lines: readonly string[], page: string) => string>> = {
  paragraphs: (lines) => `<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
  'divs beside a menu': (lines) =>
    `<body><div class="menu"><ul><li><a href="/">الرئيسية</a></li></ul></div><div id="c">${lines.map((line) => `<div>${line}</div>`).join('\n')}</div></body>`,
  'a table with line breaks': (lines) =>
    `<body><table><tr><td><a href="/">الرئيسية</a></td><td>${lines.join('<br><br>\n')}</td></tr></table></body>`,
  'an article with lists': (lines) =>
    `<!doctype html><body><nav><a href="/">الرئيسية</a></nav><main><article>${lines
      .map((line) => (line.startsWith('•') ? `<ul><li>${line.slice(1)}</li></ul>` : `<p>${line}</p>`))
      .join('\n')}</article></main><footer>جميع الحقوق محفوظة</footer></body>`,
  'text as it was typed': (_, page) => `<body><pre>${page}</pre></body>`,
  'headings and spans': (lines) =>
    `<body><div class="post">${lines
      .map((line) =>
        /^[^:•]{1,40}$/u.test(line) ? `<h3>${line}</h3>` : `<p><span style="color:red">${line}</span></p>`,
      )
      .join('')}</div></body>`,
}

describe.runIf(existsSync(SUMMIT))('a real page is the same article in each shape as in its text', () => {
  test.each(Object.entries(SHAPES))('%s', (_, wrap) => {
    const text = readFileSync(SUMMIT, 'utf8')
    const page = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const lines = page.split(/\r?\n/u).flatMap((line) => line.trim() || [])
    const slug = slugFrom('summit')
    expect(readHtml(Buffer.from(wrap(lines, page)), { slug, now: null })).toEqual(parsePage(text, slug))
  })
})

describe('what is no page', () => {
  test.each([
    ['{\\rtf1\\ansi \\u1602 ?}', /RTF/],
    ['<p>ط§ظپطھطھط­طھ ط§ظ„ظ…ط¯ظٹظ†ط© ط¬ط³ط±ظ‡ط§ ط§ظ„ط«ط§ظ„ط«</p>', /wrong charset/],
    ['<html><body><nav><a href="/">الرئيسية</a></nav></body></html>', /no text of an article/],
    ['<html></html>', /no text of an article/],
    ['…', /no words/],
  ])('%j', (html, why) => {
    expect(readHtml(Buffer.from(html), { slug: slugFrom('x'), now: null })).toEqual({
      kind: 'unreadable',
      why: expect.stringMatching(why),
    })
  })
})

describe('a page of anything', () => {
  const ROUNDS = [
    '<b>',
    '</b>',
    '<p>',
    '<div><p>نص',
    '<a href="',
    '<!--',
    '<b></i>',
    '<ul><li>بند',
    '<table><tr><td>خانة',
    '<table>',
    '&amp;',
    '<script>',
    '<h1>عنوان</h1>',
    '<article><h2>ع</h2>',
    '<div class="related"><a href="/x">عنوان طويل هنا</a>',
    '<br>',
    'كلمة ',
    '<p class="date">',
    '<time datetime="2025">',
    '<meta name="a" content="b">',
    '<script type="application/ld+json">[',
    '<pre>\n',
    '<a>عنوان',
    '&amp;quot;',
  ]

  test.each(ROUNDS)('%j again and again is read in linear time', (round) => {
    const read = (text: string) => readHtml(Buffer.from(`<p>بداية.</p>${text}`), { slug: slugFrom('x'), now: null })
    expectLinear(read, { round, characters: Math.min(30_000 * round.length, 400_000) })
  })

  test('never throws', () => {
    const piece = fc.constantFrom(
      ...ROUNDS,
      '</div>',
      '</table>',
      '</a>',
      'المصدر: وكالة',
      'اقرأ أيضا',
      '<q>',
      '"',
      '>',
      '{"@type":"Article"}',
      '</script>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readHtml(Buffer.from(pieces.join('')), { slug: slugFrom('x'), now: NOW })
      }),
    )
  })
})
