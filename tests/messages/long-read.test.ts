import type { RichText } from '@grammyjs/types'
import { plainOf } from '@mujaz/playground/rich-text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { directionOf } from '../../src/language/direction.ts'
import type { Audience } from '../../src/messages/buttons/keyboard.ts'
import { decodePress } from '../../src/messages/buttons/press.ts'
import { isVisible, longPages, longPageWith, RICH_LIMITS, type RichBlock } from '../../src/messages/long-pages.ts'
import { renderLongRead } from '../../src/messages/views/long-read.ts'
import type { ShelfItem } from '../../src/shelf/shelf.ts'
import { createShelf } from '../a-shelf.ts'
import { aBriefing, anArticle, paragraphs } from '../an-article.ts'

const wordings = readWordings()
const audience: Audience = { kind: 'private', botUsername: 'mujaz_bot' }

function anItem(briefing: ReturnType<typeof aBriefing>): ShelfItem {
  const [item] = createShelf([{ number: 1, briefing }]).items
  if (item === undefined) throw new Error('an empty shelf')
  return item
}

function viewOf(language: 'ar' | 'en' = 'ar') {
  return { wording: wordings(language), audience }
}

function textsOf(blocks: readonly RichBlock[], type: RichBlock['type']): readonly RichText[] {
  return blocks.flatMap((block) => (block.type === type && 'text' in block ? [block.text] : []))
}

/** What is left without spaces and marks, and without what a wild span cuts in two. */
function bare(text: string): string {
  return text.toWellFormed().replace(/[\s\p{Cc}\p{Cf}\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

function markedIn(text: RichText): readonly string[] {
  if (typeof text === 'string') return []
  if (Array.isArray(text)) return text.flatMap(markedIn)
  return text.type === 'marked' ? [plainOf(text)] : []
}

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'ن'.repeat(9000),
    'كلمة '.repeat(700),
    'س\n\n'.repeat(1100),
    'قال (NATO) إن 12-15 % و+20 100 200 300 يكفي. '.repeat(60),
    'Latin first ثم عربي',
    '🇪🇬 علم',
    '\n\n\n',
  ),
)

const wildItem = fc
  .record({
    title: wild,
    heading: wild,
    texts: fc.array(wild, { maxLength: 60 }),
    spans: fc.array(fc.tuple(fc.nat(60), fc.nat(400), fc.nat(400)), { maxLength: 30 }),
  })
  .map(({ title, heading, texts, spans }) => {
    const [quote] = aBriefing().quotes
    const chunks = texts.map((text, at) => ({ heading, derived: at % 2 === 0, text, from: at, to: at, quotes: [] }))
    const quotes = spans.flatMap(([paragraph, start, length]) =>
      quote === undefined ? [] : [{ ...quote, at: [{ paragraph, start, end: start + length }] }],
    )
    const article = anArticle({ title: { text: title, derived: true }, blocks: paragraphs(...texts) })
    return anItem(aBriefing({ article, chunks, quotes }))
  })

describe('the long reading view', () => {
  test('keeps any briefing within the limits of rich messages, and loses nothing', () => {
    fc.assert(
      fc.property(wildItem, fc.constantFrom('ar' as const, 'en' as const), (item, language) => {
        const pages = longPages(item)
        for (const { first } of pages) {
          const { blocks, keyboard } = renderLongRead({ item, page: first, next: null }, viewOf(language))
          expect(blocks.length).toBeLessThanOrEqual(RICH_LIMITS.blocks)
          const texts = blocks.map((block) => ('text' in block ? plainOf(block.text) : ''))
          expect(texts.join('').length).toBeLessThanOrEqual(RICH_LIMITS.characters)
          for (const text of texts) expect(text.isWellFormed() && isVisible(text)).toBe(true)
          for (const button of keyboard.flat()) {
            if ('callback_data' in button) expect(decodePress(button.callback_data)).not.toBeNull()
          }
        }
        expect(pages.flatMap(({ first, last }) => [first, last + 1]).slice(0, -1)).toEqual(
          pages.flatMap(({ first }, index) => (index === 0 ? [0] : [first, first])),
        )
        expect(pages.at(-1)?.last).toBe(item.pages.length - 1)
        const shown = pages.flatMap(({ blocks }) => textsOf(blocks, 'paragraph')).map(plainOf)
        expect(bare(shown.join(''))).toBe(bare(item.briefing.chunks.map(({ text }) => text).join('')))
      }),
      { numRuns: 200 },
    )
  })

  test('shows an ordinary article in one message, right to left in Arabic', () => {
    const item = anItem(aBriefing())
    const { blocks, isRtl, keyboard } = renderLongRead({ item, page: 0, next: null }, viewOf())
    expect(isRtl).toBe(true)
    expect(textsOf(blocks, 'heading').map(plainOf)).toEqual(['افتتاح جسر جديد فوق النهر', 'جسرها الثالث'])
    expect(plainOf(textsOf(blocks, 'paragraph')[0] ?? '')).toContain('وكالة الضفاف')
    for (const text of textsOf(blocks, 'paragraph')) expect(directionOf(plainOf(text))).toBe('rtl')
    expect(keyboard.flat().some(({ text }) => text.includes('1 من'))).toBe(false)
  })

  test('marks quoted words only, and once where quotes overlap', () => {
    const first = 'قالت الراوي: «الجسر لنا جميعًا» ثم مضت.'
    const second = 'وأضافت: «سنعود غدًا».'
    const place = (text: string, words: string, paragraph: number) => {
      const start = text.indexOf(words)
      return { paragraph, start, end: start + words.length }
    }
    const [quote] = aBriefing().quotes
    if (quote === undefined) throw new Error('a briefing without quotes')
    const briefing = aBriefing({
      article: anArticle({ blocks: paragraphs('تمهيد.', first, second) }),
      chunks: [{ heading: 'الجسر', derived: false, text: `${first}\n\n${second}`, from: 1, to: 2, quotes: [0] }],
      quotes: [
        { ...quote, at: [place(first, 'الجسر لنا جميعًا', 1), place(second, 'سنعود غدًا', 2)] },
        { ...quote, at: [place(first, 'لنا جميعًا', 1)] },
      ],
    })
    const [page] = longPages(anItem(briefing))
    expect(textsOf(page?.blocks ?? [], 'paragraph').flatMap(markedIn)).toEqual(['الجسر لنا جميعًا', 'سنعود غدًا'])
  })

  test('opens a long article at the long page that holds a reading page', () => {
    const text = `${'كلمة '.repeat(300).trim()}.`
    const chunks = Array.from({ length: 40 }, (_, at) => {
      return { heading: `الجزء ${at}`, derived: false, text, from: at, to: at, quotes: [] }
    })
    const item = anItem(aBriefing({ chunks }))
    const pages = longPages(item)
    expect(pages.length).toBe(2)
    expect([0, pages[0]?.last ?? 0, pages[1]?.first ?? 0, 39, 99].map((at) => longPageWith(pages, at))).toEqual([
      0, 0, 1, 1, 1,
    ])
    const { keyboard } = renderLongRead({ item, page: 39, next: null }, viewOf())
    expect(keyboard[0]?.map(({ text: label }) => label)).toContain('2 من 2')
  })
})
