import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { paragraphsOf } from '../../src/article/article.ts'
import { keyOf } from '../../src/article/key.ts'
import { briefArticle } from '../../src/briefing/brief-article.ts'
import { splitSentences } from '../../src/language/sentences.ts'
import { packWhole } from '../../src/messages/listing.ts'
import { cardText } from '../../src/messages/views/card.ts'
import { digestItem } from '../../src/messages/views/digest-item.ts'
import { type PassagePart, renderPart } from '../../src/messages/views/parts.ts'
import { renderFindings } from '../../src/messages/views/search.ts'
import type { ShelfItem } from '../../src/shelf/shelf.ts'
import { isRich } from '../../src/text/message.ts'
import { createShelf } from '../a-shelf.ts'
import { anArticle, paragraphs } from '../an-article.ts'

const view = { wording: readWordings()('ar'), audience: { kind: 'private', botUsername: 'mujaz_bot' } } as const

const NAMED = [
  'وقالت وزيرة الزراعة سلمى الراوي إن السد سيروي عشر قرى في الوادي الأحمر.',
  'وأعلنت وزيرة الزراعة سلمى الراوي أن الأعمال كلفت 40 مليون دولار حتى اليوم.',
]
/** Each goes on with whoever spoke before. */
const ELIDED = [
  'وأضافت أن السد يتسع لنحو 25 مليون متر مكعب من مياه الأمطار.',
  'وأوضحت: «سنزرع الوادي كله قبل حلول الشتاء القادم بإذن الله».',
  'وأكدت أن المرحلة الثانية تبدأ في 10 مارس 2026 في القرى البعيدة.',
  'وقالت إن 300 مهندس وعامل شاركوا في الأعمال منذ بدايتها.',
]
const PLAIN = [
  'افتتح سد الوادي الأحمر صباح الاثنين أمام آلاف المزارعين من القرى القريبة.',
  'وينتهي شق القنوات في 20 مايو 2026 بعد عامين من العمل المتواصل في الجبال.',
  'وأصيب 12 عاملا في حوادث متفرقة خلال سنوات البناء الطويلة في الوادي.',
  `وتمتد القنوات ${'من قرية إلى قرية، ومن حقل إلى حقل، '.repeat(6)}حتى تبلغ البحيرة في أقصى الشمال.`,
]
const group = fc.oneof(
  fc.constantFrom(...PLAIN).map((sentence) => [sentence]),
  fc
    .tuple(fc.constantFrom(...NAMED), fc.array(fc.constantFrom(...ELIDED), { maxLength: 3 }))
    .map(([first, rest]) => [first, ...rest]),
)
const anItem: fc.Arbitrary<ShelfItem> = fc
  .array(fc.tuple(group, fc.boolean()), { minLength: 2, maxLength: 6 })
  .map((groups) => {
    // a speech may go on in the next paragraph
    const texts = groups.flatMap(([sentences, isApart]) => (isApart ? sentences : [sentences.join(' ')]))
    const article = anArticle({ published: '2025-08-16', blocks: paragraphs(...texts) })
    const [item] = createShelf([{ number: 1, briefing: briefArticle(article, { words: 120 }) }]).items
    if (item === undefined) throw new Error('no item')
    return item
  })

const PARTS: readonly PassagePart[] = ['summary', 'figures', 'timeline', 'people', 'quotes']

/** Every text that shows sentences of an article, item by item. */
function shownOf(item: ShelfItem): readonly string[] {
  const parts = PARTS.flatMap((part) => {
    const { items } = renderPart({ item, part, page: 0 }, view)
    return part === 'summary'
      ? [items.map(({ text }) => text.rawText).join('\n')]
      : items.map(({ text }) => text.rawText)
  })
  const form = { sections: ['line', 'quote'], length: 'long' } as const
  const found = packWhole(findingsOf(item), view)
  if (isRich(found)) throw new Error('a rich message')
  const hits = findingsOf(item).items.map(({ text }) => text.rawText)
  return [cardText(item, view).rawText, digestItem({ item, reason: null }, form, view).rawText, ...parts, ...hits]
}

/** A search that found every sentence of an article. */
function findingsOf(item: ShelfItem) {
  const { article } = item.briefing
  const hits = paragraphsOf(article).flatMap((text, paragraph) =>
    splitSentences(text, article.language)
      .filter((one) => one.text.length <= 300)
      .map((one) => ({ item, paragraph, excerpt: { text: one.text, start: one.start, marks: [] } })),
  )
  const counts = { total: hits.length, reachable: hits.length, page: 0, fit: 'all' as const }
  const nothing = { folded: [], suggestions: [], corrected: [], problems: [] }
  return renderFindings({ key: keyOf('سد'), text: 'سد', ...counts, ...nothing, hits }, view)
}

function plain(text: string): string {
  return text.replace(/[\u200E\u200F\u2066-\u2069]/g, '').replaceAll('\u00A0', ' ')
}

const FEWEST_WORDS = 6

test('every shown sentence is whole, or says that it is cut', () => {
  fc.assert(
    fc.property(anItem, (item) => {
      const { language } = item.briefing.article
      const whole = paragraphsOf(item.briefing.article).flatMap((text) => {
        const sentences = splitSentences(text, language).map((one) => one.text)
        return sentences.flatMap((_, from) =>
          sentences.slice(from).map((_, more) => sentences.slice(from, from + more + 1).join(' ')),
        )
      })
      const ends = new Set(whole)
      const all = paragraphsOf(item.briefing.article).join('\n')
      for (const line of shownOf(item).flatMap((text) => plain(text).split('\n'))) {
        const words = line.replace(/^(?:\d+\. |• )+/, '')
        const isOwn = all.includes(words.replace(/…$/, '')) && !words.startsWith('«')
        if (!isOwn || words.split(' ').length < FEWEST_WORDS) continue
        expect(words.endsWith('…') || ends.has(words), words).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('whoever speaks in a shown sentence is named beside it', () => {
  fc.assert(
    fc.property(anItem, (item) => {
      for (const text of shownOf(item).map(plain)) {
        const speech = ELIDED.find((sentence) => text.includes(sentence))
        if (speech !== undefined) expect(text.slice(0, text.indexOf(speech)), text).toContain('سلمى الراوي')
      }
    }),
    { numRuns: 60 },
  )
})
