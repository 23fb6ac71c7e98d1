import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_LINE } from '../../src/briefing/summary/line.ts'
import { standingOf } from '../../src/briefing/summary/self-contained.ts'
import { summarise } from '../../src/briefing/summary.ts'
import type { SplitArticle } from '../../src/briefing/text.ts'
import { countWords } from '../../src/language/words.ts'
import { anArticle } from '../an-article.ts'
import { aParagraph, aText } from './a-text.ts'

describe('standingOf', () => {
  test.each([
    ['افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين.', 'alone'],
    ['وقالت الوزيرة سلمى الراوي إن السد سيروي عشر قرى.', 'alone'],
    ['هذا العام ارتفع إنتاج التمور في الواحة إلى النصف.', 'alone'],
    ['وأضافت أن السد سيروي عشر قرى في الوادي.', 'leans'],
    ['ودعت إلى فتح السد قبل حلول الشتاء المقبل.', 'leans'],
    ['إضافة إلى السد، سيفتح الوادي جسرا جديدا.', 'alone'],
    ['عبر الوادي الأحمر ألف زائر في يوم الافتتاح.', 'alone'],
    ['وقال إن السد سيروي عشر قرى في الوادي.', 'leans'],
    ['وأوضحت: "سنزرع الوادي كله قبل الشتاء المقبل".', 'leans'],
    ['من جانبه، رأى المهندس كريم سالم أن السد صغير.', 'leans'],
    ['ويأتي ذلك بعد موسم جفاف طويل في الوادي الأحمر.', 'leans'],
    ['وتأتي مراسم الافتتاح بعد موسم جفاف طويل في الوادي.', 'alone'],
    ['وفي يوم الافتتاح كتب عبر حسابه: «سنزرع الوادي كله قبل الشتاء».', 'leans'],
    ['وفي يوم الافتتاح كتبت الوزيرة سلمى الراوي رسالة إلى أهل الوادي.', 'alone'],
    ['وانقضى النهار من دون إعلان أي خطوة في هذا الاتجاه.', 'leans'],
    ['وافق المجلس على خطة السد، ويبدأ تنفيذ هذه الخطة في الربيع.', 'alone'],
    ['ويعد الوادي من أخصب الأراضي في هذه المنطقة.', 'alone'],
    ['وجاءت تصريحاته بعد أيام من إغلاق السد الكبير.', 'leans'],
    ['وساهم المزارعون في بناء السد الجديد بأيديهم.', 'alone'],
    ['وهو أول سد في الوادي منذ ثلاثين سنة.', 'leans'],
    ['لكن المزارعين يخشون أن يفيض السد في الشتاء.', 'leans'],
    ['وكان قد أعلن أن السد سيكتمل في الخريف المقبل.', 'leans'],
    ['"سنزرع الوادي كله قبل الشتاء"، قالت الوزيرة سلمى الراوي.', 'leans'],
    ['هل يروي السد الجديد كل قرى الوادي الأحمر؟', 'leans'],
    ['اقرأ أيضا: سد الوادي الأحمر يفتح أبوابه للزوار.', 'unfit'],
    ['سد الوادي الأحمر في صور', 'unfit'],
    ['وفيما يلي ما قالته الوزيرة في افتتاح السد:', 'unfit'],
    ['The minister opened the dam on Monday.', 'alone'],
    ['She said that the dam would water ten villages.', 'leans'],
    ['But farmers fear that it will overflow in winter.', 'leans'],
  ])('%s → %s', (sentence, standing) => {
    const text = aText(
      /^[A-Z]/.test(sentence) ? 'The valley has a new dam since Monday.' : 'في الوادي سد جديد منذ يوم الاثنين.',
      sentence,
    )
    expect(text.sentences.map((each) => standingOf(each, text.language))).toEqual(['alone', standing])
  })
})

test.each(['هل يروي السد الجديد كل قرى الوادي الأحمر؟', 'وقالت الوزيرة سلمى الراوي: "السد سيروي عشر قرى.'])(
  'may open an article, and is unfit further on: %s',
  (sentence) => {
    const standings = (text: SplitArticle) => text.sentences.map((each) => standingOf(each, text.language))
    expect(standings(aText(sentence)).at(0)).not.toBe('unfit')
    expect(standings(aText(aParagraph('السد', 5), sentence)).at(-1)).toBe('unfit')
  },
)

describe('summarise', () => {
  test('a sentence that leans comes only with the one it leans on', () => {
    const text = aText(
      'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين.',
      aParagraph('السد', 3),
      'وأضافت أن السد سيروي عشر قرى في الوادي.',
    )
    for (const words of [10, 25, 40, 80]) {
      const indices = picked(text, words)
      if (indices.includes(4)) expect(indices).toContain(3)
    }
  })

  test('is about as long as requested, whole sentences in order, none twice', () => {
    const other = (index: number): string => Array.from({ length: 9 }, (_, at) => `قرية${index * 9 + at}`).join(' ')
    const text = aText(...Array.from({ length: 60 }, (_, index) => `افتتحت الوزيرة ${other(index)} في الوادي.`))
    for (const words of [30, 60, 120, 250]) {
      const { sentences } = summarise(text, { words, article: anArticle() })
      const total = sentences.reduce((sum, sentence) => sum + countWords(sentence.text), 0)
      expect(total).toBeGreaterThan(words * 0.6)
      expect(total).toBeLessThan(words * 1.3)
      const starts = sentences.map(({ at }) => at.paragraph * 10_000 + at.start)
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    }
  })

  test('an article shorter than the budget is its own summary', () => {
    const text = aText('افتتحت البلدية سد الوادي الأحمر صباح الاثنين.', 'وحضرت وزيرة الزراعة سلمى الراوي حفل الافتتاح.')
    expect(picked(text, 500)).toEqual([0, 1])
  })

  test('where every sentence is a question, it is the first that is not far too long', () => {
    const text = aText(
      `هل ${'يعرف الناس '.repeat(80)}ذلك؟`,
      'هل يروي السد الجديد كل القرى؟',
      'ومن سيدفع ثمنه في الوادي؟',
    )
    expect(picked(text, 20)).toEqual([1])
  })

  test('does not say the same twice', () => {
    const news = 'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين.'
    const text = aText(news, aParagraph('المهرجان', 2), news.replace('صباح', 'يوم'), aParagraph('الميناء', 2))
    expect(picked(text, 30)).not.toEqual(expect.arrayContaining([0, 3]))
  })

  test.each([
    [
      'a long sentence loses its last clauses',
      `افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين بعد سبع سنوات من العمل، مشيرة إلى أن ${'المياه ستصل إلى القرى '.repeat(8)}كلها.`,
      'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين بعد سبع سنوات من العمل…',
    ],
    [
      'one without clauses ends where a phrase ends',
      `افتتحت وزيرة الزراعة سلمى الراوي ومدير هيئة الري نبيل عوض سد الوادي الأحمر الذي يتسع لأربعين مليون متر مكعب من الماء قبل ${'حلول موسم الزراعة الجديد '.repeat(6)}كله.`,
      'افتتحت وزيرة الزراعة سلمى الراوي ومدير هيئة الري نبيل عوض سد الوادي الأحمر الذي يتسع لأربعين مليون متر مكعب من الماء…',
    ],
    [
      'one whose clauses and phrases run on ends at its last comma',
      `افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر الكبير صباح الاثنين، ${'ومنشآته ومبانيه وقنواته الجديدة '.repeat(6)}كلها.`,
      'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر الكبير صباح الاثنين…',
    ],
    [
      'a short one stays whole',
      'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين.',
      'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين.',
    ],
  ])('the line: %s', (_, paragraph, line) => {
    const article = anArticle({ title: { text: 'عنوان', derived: true } })
    expect(summarise(aText(paragraph), { words: 60, article }).line).toBe(line)
  })

  test('the line is the first sentence, even where a later one has more worth', () => {
    const first = 'انتهت المحادثات بين البلدين من دون اتفاق على مياه النهر.'
    const dense = 'وكانت المحادثات على السد قد بدأت في مدينة الوادي الكبير قبل سنتين.'
    expect(summarise(aText(first, dense, dense), { words: 60, article: anArticle() }).line).toBe(first)
  })

  test.each([
    'من دون تسميتهما مباشرة، ردت وزيرة الزراعة على مزارعين اثنين.',
    'في خطوة تشير إلى قرب الموسم، فتحت الوزارة سد الوادي.',
    'يواصل عمال الوادي الأحمر بناء السد الجديد قبل الشتاء.',
    'بينما يتأهب المزارعون للموسم، تأخر بناء السد الجديد شهرا.',
  ])('the line is the first sentence, as none stands before it: %s', (first) => {
    const dense = 'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين بحضور مئة مزارع.'
    expect(summarise(aText(first, dense, dense), { words: 60, article: anArticle() }).line).toBe(first)
  })

  test.each([
    'هل يروي السد الجديد كل قرى الوادي الأحمر؟',
    'هذا المقال بقلم سلمى الراوي، والآراء الواردة فيه تعبر عن رأي الكاتبة.',
    'سد الوادي: سلمى الراوي تفتح السد الجديد أمام مئة مزارع..',
  ])('the line passes over what only stands before the story: %s', (first) => {
    const story = 'افتتحت وزيرة الزراعة سلمى الراوي سد الوادي الأحمر صباح الاثنين بحضور مئة مزارع.'
    const article = anArticle({
      title: { text: 'سد الوادي: سلمى الراوي تفتح السد الجديد أمام مئة مزارع', derived: false },
    })
    expect(summarise(aText(first, story), { words: 60, article }).line).toBe(story)
  })

  test('whatever the text, the words are the article’s own and the line fits', () => {
    const word = fc.constantFrom('الجسر', 'قال', 'إن', '"', '«', '.', '؟', '\ud800', '…', 'a', '١٢', '\u202e', 'السد،')
    const block = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(' ')),
      fc.string({ minLength: 1, maxLength: 50, unit: 'binary' }).filter((text) => text.trim() !== ''),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.integer({ min: 1, max: 300 }), (blocks, words) => {
        const text = aText(...blocks)
        const article = anArticle({ title: { text: 'عنوان', derived: true } })
        const { line, sentences } = summarise(text, { words, article })
        expect(line.length).toBeLessThanOrEqual(LONGEST_LINE)
        for (const { text: sentence, at } of sentences) {
          expect(text.paragraphs[at.paragraph]?.slice(at.start, at.end)).toBe(sentence)
        }
        if (text.sentences.length > 0) expect(sentences.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['one line of a megabyte without a space', 'س'.repeat(1_000_000)],
    ['a hundred thousand marks', '"«'.repeat(50_000)],
    ['a hundred thousand sentences', 'نعم. '.repeat(100_000)],
  ])('%s is no trouble', (_, line) => {
    const article = anArticle()
    expect(summarise(aText(line), { words: 60, article }).line.length).toBeLessThanOrEqual(LONGEST_LINE)
  })
})

function picked(text: ReturnType<typeof aText>, words: number): readonly number[] {
  const { sentences } = summarise(text, { words, article: anArticle() })
  return sentences.map(({ at }) =>
    text.sentences.findIndex((sentence) => sentence.paragraph === at.paragraph && sentence.start === at.start),
  )
}
