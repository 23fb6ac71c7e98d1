import { describe, expect, test } from 'vitest'
import { anArticle, paragraphs } from '../../an-article.ts'
import { linesOf, quotesIn } from '../a-reporter.ts'

const INTRO = 'التقينا الكاتب سامر الحلبي في المعرض وكان هذا الحوار.'
const FIRST = 'أنا أعتقد أن القراءة لم تمت في المدن الصغيرة.'
const SECOND = 'لا، المكتبات بداية الطريق فقط. نحتاج إلى معلم يحب الكتب.'
const BOTH = [`سامر الحلبي: ${FIRST}`, `سامر الحلبي: ${SECOND}`]

describe('answers of an interview are the guest’s', () => {
  test.each([
    ['questions of their own', ['كيف ترى حال القراءة اليوم؟', FIRST, 'وهل تكفي المكتبات وحدها؟', SECOND]],
    ['labels', ['س: حدثنا عن القراءة', `ج: ${FIRST}`, 'س: والمكتبات وحدها', `ج: ${SECOND}`]],
    ['signs', ['• كيف ترى حال القراءة اليوم؟', `•• ${FIRST}`, '• وهل تكفي المكتبات وحدها؟', `•• ${SECOND}`]],
  ])('%s', (_, exchange) => expect(linesOf(INTRO, ...exchange)).toEqual(BOTH))

  test('questions as headings', () => {
    const blocks = [
      ...paragraphs(INTRO),
      { kind: 'heading', text: 'كيف ترى حال القراءة اليوم؟' } as const,
      ...paragraphs(FIRST),
      { kind: 'heading', text: 'وهل تكفي المكتبات وحدها؟' } as const,
      ...paragraphs(SECOND),
    ]
    expect(quotesIn(anArticle({ blocks })).map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual(BOTH)
  })

  test('an answer goes on up to the next question', () => {
    const lines = linesOf(
      INTRO,
      'كيف ترى القراءة؟',
      FIRST,
      'وهذا يسعدني.',
      'وهل تكفي المكتبات؟',
      SECOND,
      'وغادر بعد ساعة.',
    )
    expect(lines).toEqual([`${BOTH[0]}\nوهذا يسعدني.`, BOTH[1]])
  })

  test('words in marks inside an answer are none of their own', () => {
    const answer = 'قال لي الناشر: «لن يقرأ أحد هذا الكتاب الطويل»، ثم باع الكثير.'
    expect(linesOf(INTRO, 'كيف بدأت؟', answer, 'وهل تكفي المكتبات؟', SECOND)).toEqual([
      `سامر الحلبي: ${answer}`,
      BOTH[1],
    ])
  })

  test.each([
    [
      'no word of an interview',
      ['زار الكاتب سامر الحلبي المعرض.', 'كيف ترى القراءة؟', FIRST, 'وهل تكفي المكتبات؟', SECOND],
    ],
    ['nobody named', ['كان هذا الحوار في المعرض.', 'كيف ترى القراءة؟', FIRST, 'وهل تكفي المكتبات؟', SECOND]],
    ['one question', [INTRO, 'كيف ترى القراءة؟', FIRST]],
  ])('not with %s', (_, text) => expect(linesOf(...text)).toEqual([]))
})

describe('speech without marks', () => {
  const words = 'نحن نعمل ليلا ونهارا كي يفتح الجسر قبل الشتاء.'
  test.each([
    ['behind a colon', `وقال سامر الحلبي: ${words}`],
    ['of one who speaks on', `وأضاف: ${words}`],
  ])('%s', (_, text) => {
    expect(linesOf('قال المدير سامر الحلبي كلمته.', text)).toEqual([`سامر الحلبي: ${words}`])
  })

  test.each([
    ['reported', 'وقال سامر الحلبي: إن الجسر سيفتح قبل الشتاء بقليل.'],
    ['a list', 'وقال سامر الحلبي إن للتأخير أسبابا منها: المطر والريح وقلة العمال في الميناء.'],
    ['with another act of speech', `وقال سامر الحلبي: ${words} وأضاف أن الجسر جميل.`],
    ['an hour', 'وقال سامر الحلبي في الساعة 10:30 كلمته أمام كل العمال.'],
  ])('not where it is %s', (_, text) => expect(linesOf(text)).toEqual([]))
})
