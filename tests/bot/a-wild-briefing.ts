import fc from 'fast-check'
import type { Briefing } from '../../src/briefing/briefing.ts'
import { aBriefing, anArticle } from '../an-article.ts'

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'ن'.repeat(9000),
    'كلمة '.repeat(2000),
    '\u202E\u200F\u200Fنص',
    'Latin first ثم عربي',
    '🇪🇬 علم',
    '\n\n\n',
    '٪ 12-15 «',
    '<b>نص</b> **نص** [نص](tg://user?id=1) <a href="https://evil.example">',
  ),
)

/** Of texts that break what is careless. */
export const wildBriefing: fc.Arbitrary<Briefing> = fc
  .record({
    title: wild,
    source: wild,
    line: fc.string({ maxLength: 160 }),
    texts: fc.array(wild, { maxLength: 40 }),
    name: wild,
  })
  .map(({ title, source, line, texts, name }) => {
    const base = aBriefing()
    return aBriefing({
      article: anArticle({ title: { text: title, derived: true }, source, published: 'yesterday' }),
      summary: { line, sentences: texts.map((text) => ({ text, at: { paragraph: 0, start: 0, end: 1 } })), front: [] },
      chunks: texts.map((text, index) => ({ heading: name, derived: true, text, from: index, to: index, quotes: [] })),
      quotes: texts.flatMap((text) =>
        base.quotes.map((quote) => ({ ...quote, text, speaker: name, role: title, medium: name })),
      ),
      people: texts.map((text) => ({ name: text, role: name, mentions: 3, paragraphs: [] })),
      figures: texts.map((text) => ({ text: name, sentence: text, paragraph: 0 })),
      related: texts.map((text) => ({
        title: text,
        url: 'https://example.org/'.padEnd(2000, 'x'),
        slug: null,
        also: [name],
      })),
    })
  })
