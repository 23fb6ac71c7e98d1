import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from '../../src/article/article.ts'
import { parsePage } from '../../src/article/page.ts'
import { slugFrom } from '../../src/article/slug.ts'
import { briefArticle } from '../../src/briefing/brief-article.ts'
import type { Briefing, TextPlace } from '../../src/briefing/briefing.ts'
import { briefingToJson } from '../../src/briefing/json.ts'
import { countWords } from '../../src/language/words.ts'
import { anArticle, paragraphs } from '../an-article.ts'
import { expectLinear } from '../growth.ts'

function briefOf(page: string, words = 60): Briefing | null {
  const parsed = parsePage(page, slugFrom('a-page'))
  return parsed.kind === 'article' ? briefArticle(parsed.article, { words }) : null
}

/** Every text of a briefing is the article's own, and stands where the briefing says. */
function expectTrue(briefing: Briefing): void {
  const texts = paragraphsOf(briefing.article)
  const at = ({ paragraph, start, end }: TextPlace): string => texts[paragraph]?.slice(start, end) ?? ''
  for (const sentence of briefing.summary.sentences) expect(at(sentence.at)).toBe(sentence.text)
  expect(briefing.summary.line.length).toBeLessThanOrEqual(220)
  for (const quote of briefing.quotes) {
    expect(quote.at.length).toBeGreaterThan(0)
    for (const place of quote.at) expect(quote.text).toContain(at(place))
  }
  for (const figure of briefing.figures) {
    expect(figure.sentence).toContain(figure.text)
    expect(texts[figure.paragraph]).toContain(figure.sentence)
  }
  for (const event of briefing.timeline) {
    expect(event.text).toContain(event.when)
    expect(texts[event.paragraph]).toContain(event.text)
  }
  expectWhole(briefing, texts)
  for (const embedded of briefing.embedded) expectTrue(embedded)
}

/** The chunks hold every paragraph, in order. */
function expectWhole({ chunks }: Briefing, texts: readonly string[]): void {
  const bare = (text: string): string => text.replace(/\s/gu, '')
  expect(bare(chunks.map((chunk) => chunk.text).join(''))).toBe(bare(texts.join('')))
  expect(chunks[0]?.from ?? 0).toBe(0)
  expect(chunks.at(-1)?.to ?? texts.length - 1).toBe(texts.length - 1)
}

describe('briefArticle', () => {
  test('contains only words of the article', () => {
    const piece = fc.constantFrom(
      'افتتحت المدينة جسرها الثالث أمس',
      'وقالت رئيسة البلدية سلمى الراوي',
      ': "',
      '".',
      '«',
      '»',
      '. ',
      '؟ ',
      '\n\n',
      '\n',
      'في عام 2022',
      'نحو ثلاث ساعات',
      '…',
      '“',
      '\u202E',
      '\u2066',
      '\uD83D',
      '(',
      ')',
      '،',
      '١٥ آب ٢٠٢٤',
      'Reuters',
      '50%',
      '\u00A0',
      'المصدر: وكالة',
      'مقالات مشابهة',
      '• عنوان',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 200 }),
        (pieces, words) => {
          const briefing = briefOf(pieces.join(' '), words)
          if (briefing) expectTrue(briefing)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('the summary keeps to its words, give or take a sentence', () => {
    const article = anArticle({
      blocks: paragraphs(
        ...Array.from(
          { length: 12 },
          (_, index) =>
            `تحدث تقرير المدينة عن حال الجسر في ${Array.from({ length: 7 }, (_, at) => `قرية${index * 7 + at}`).join(' و')}.`,
        ),
      ),
    })
    for (const words of [20, 60, 120]) {
      const { summary } = briefArticle(article, { words })
      const count = countWords(summary.sentences.map((sentence) => sentence.text).join(' '))
      expect(Math.abs(count - words)).toBeLessThanOrEqual(Math.max(18, words * 0.2))
    }
  })

  test('embedded articles are briefed as well', () => {
    const inner = anArticle({ title: { text: 'مقال آخر', derived: false } })
    const briefing = briefArticle(anArticle({ embedded: [inner] }))
    expect(briefing.embedded.map((each) => each.article.title.text)).toEqual(['مقال آخر'])
    expect(briefingToJson(briefing, 'a.md')).toMatchObject({
      file: 'a.md',
      embedded: [{ file: 'a.md', article: { title: 'مقال آخر' } }],
    })
  })

  test.each([
    'كلمة أخرى ',
    '"كلام طويل هنا وهناك." ',
    'قال: ',
    '"',
    '«نص',
    'ا',
    'سطر قصير\n',
    'جملة قصيرة هنا.\n\n',
    '5 ',
    'قال فلان الفلاني "نعم". ',
  ])('time is linear over a text of %j', (round) => {
    expectLinear((text) => briefOf(`بداية.\n${text}`), { round, characters: 40_000 })
  })
})
