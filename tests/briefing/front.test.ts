import { describe, expect, test } from 'vitest'
import { briefArticle } from '../../src/briefing/brief-article.ts'
import { type Front, frontOf } from '../../src/briefing/front.ts'
import { countWords } from '../../src/language/words.ts'
import { anArticle, paragraphs } from '../an-article.ts'

const NEWS = [
  'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين أمام آلاف المزارعين من القرى القريبة.',
  'وكلف بناء السد 40 مليون دولار دفعتها الحكومة والمصارف المحلية على مدى سنوات طويلة من العمل.',
  'وقالت الوزيرة سلمى الراوي: «سنزرع الوادي كله قبل حلول الشتاء القادم بإذن الله».',
  'ويتسع السد لنحو 25 مليون متر مكعب من مياه الأمطار التي تهبط من الجبال في فصل الربيع.',
  'وشارك في الأعمال 300 مهندس وعامل من البلدات المجاورة، وأصيب 12 عاملا في حوادث متفرقة.',
  'وتبدأ المرحلة الثانية من المشروع في 10 مارس 2026 بشق قنوات تصل إلى أبعد القرى في الشمال.',
]

function front(published: string | null, texts: readonly string[] = NEWS): Front {
  return frontOf(briefArticle(anArticle({ blocks: paragraphs(...texts), published }), { words: 120 }))
}

describe('the front of a briefing', () => {
  test('has the title and at most three sentences, the news first', () => {
    const { title, sentences } = front('2025-08-16')
    expect(title).toBe(anArticle().title.text)
    expect(sentences.length).toBeLessThanOrEqual(3)
    expect(sentences[0]?.text).toBe(NEWS[0])
  })

  test('says nothing twice', () => {
    const { sentences, quote, figures } = front('2025-08-16')
    const said = sentences.map(({ text }) => text).join(' ')
    expect(figures.length).toBeGreaterThan(0)
    for (const { sentence, text } of figures) {
      expect(said).not.toContain(sentence)
      expect(said).not.toContain(text)
    }
    expect(new Set(figures.map(({ sentence }) => sentence)).size).toBe(figures.length)
    if (quote !== null) expect(said).not.toContain(quote.text)
  })

  test('quotes somebody the article names, in a length that fits', () => {
    const { quote } = front('2025-08-16', [NEWS[0] ?? '', ...NEWS.slice(3), NEWS[2] ?? ''])
    expect(quote).toMatchObject({ speaker: 'سلمى الراوي' })
    expect(countWords(quote?.text ?? '')).toBeGreaterThan(5)
    expect(front('2025-08-16', [NEWS[0] ?? '', 'وقال أحدهم: «نعم».']).quote).toBeNull()
  })

  test.each([
    ['2025-08-16', '2026-03-10'],
    ['2026-03-10', undefined],
    [null, undefined],
  ])('of an article of %s, what comes next is on %s', (published, date) => {
    expect(front(published).next?.date).toBe(date)
  })

  test('a month or a year comes next only where it has not begun', () => {
    const texts = (when: string): readonly string[] => [
      ...NEWS.slice(0, 5),
      `وتنتهي الأعمال كلها في ${when} بعد إتمام القنوات.`,
    ]
    expect(front('2025-08-16', texts('أغسطس 2025')).next).toBeNull()
    expect(front('2025-08-16', texts('عام 2027')).next?.date).toBe('2027')
  })

  test('an article without sentences has an empty one', () => {
    expect(front(null, [])).toMatchObject({ sentences: [], quote: null, figures: [], next: null })
  })
})
