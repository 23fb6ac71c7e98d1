import { expect, test } from 'vitest'
import { briefingToPlainText } from '../../src/briefing/plain-text.ts'
import { aBriefing, anArticle } from '../an-article.ts'

test('every part of a briefing is shown in the language of the article', () => {
  expect(briefingToPlainText(aBriefing())).toBe(`افتتاح جسر جديد فوق النهر
المصدر: وكالة الضفاف · النشر: 2025-03-10T09:00:00+03:00 · الكلمات: 12

افتتحت المدينة جسرها الثالث

الملخص
  • افتتحت المدينة جسرها الثالث صباح الاثنين.

الأجزاء
  • جسرها الثالث

الاقتباسات
  • «هذا الجسر يقرّب أهل الضفتين بعضهم من بعض» — سلمى الراوي (رئيسة البلدية)

الشخصيات
  • سلمى الراوي، رئيسة البلدية

الأرقام
  • مئات السكان: وحضر الافتتاح مئات السكان من الضفتين.

التسلسل
  • صباح الاثنين (2025-03-10): افتتحت المدينة جسرها الثالث صباح الاثنين.

عناوين ذات صلة
  • الجسر الثاني يغلق للصيانة
`)
})

test('fields the page lacks are left out; an unknown speaker is shown as unknown', () => {
  const [quote] = aBriefing().quotes
  const article = anArticle({ language: 'en', source: null, published: null })
  const nobody = quote === undefined ? [] : [{ ...quote, speaker: null, role: null }]
  const text = briefingToPlainText(aBriefing({ article, quotes: nobody, people: [], timeline: [], related: [] }))
  expect(text).toContain('\nWords: 12\n')
  expect(text).toContain('— speaker not named')
  for (const heading of ['People', 'Timeline', 'Related']) expect(text).not.toContain(heading)
})
