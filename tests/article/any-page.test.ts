import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePage } from '../../src/article/page.ts'
import { slugFrom } from '../../src/article/slug.ts'
import { fold } from '../../src/language/fold.ts'
import { expectLinear } from '../growth.ts'

const LONG =
  'افتتحت المدينة صباح الاثنين جسرها الثالث فوق النهر، وحضر الافتتاح مئات السكان من الضفتين ومن القرى القريبة.'
const MORE = 'وقالت رئيسة البلدية إن العمل فيه دام عامين، وإن كلفته أقل مما قُدّر له حين وُضع حجره الأول قرب السوق القديم.'

/** Longer than a line of a menu: short lines alone above a text are taken for one. */
const TITLE = 'رئيسة البلدية تفتتح جسر المدينة الثالث فوق النهر'

test('no word is lost, whatever stands under the title', () => {
  const line = fc.constantFrom(
    LONG,
    MORE,
    'عنوان قصير',
    'سؤال هنا؟',
    '• عنوان عن السوق',
    '- بند',
    '1. بند',
    'المصدر: وكالة',
    'المصدر:',
    'كلمات دلالية: جسر، نهر',
    'كلمات دلالية:',
    'إقرأ أيضاً:',
    'اقرأ أيضا: عنوان آخر',
    'مقالات مشابهة',
    'Related',
    'https://example.com/a',
    'الرابط: https://example.com/b',
    '',
    '\u00A0',
    'قال: "نعم',
    'جملة.',
    '"عنوان"',
    'نشر في: بعد العيد',
    'سطر\u2028آخر',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (any) => {
      // what is printed twice in a row is a caption
      const lines = any.filter((each, index) => each !== any.slice(0, index).findLast((one) => /\p{L}/u.test(one)))
      const parsed = parsePage([TITLE, ...lines].join('\n'), slugFrom('x'))
      if (parsed.kind === 'unreadable') return
      const held = fold(JSON.stringify(parsed.article))
      for (const word of fold(lines.join(' ').replace(LABELS, ' ')).match(/\p{L}+/gu) ?? [])
        expect(held).toContain(word)
    }),
    { numRuns: 300 },
  )
})

test.each([
  'كلمة ',
  'سطر قصير\n',
  '• ',
  '"',
  'المصدر: ',
  '\u00A0',
  'ا',
  'إقرأ أيضا:\n',
  'قبل 3 ساعات\n',
  'الرئيسية > ',
  'فيسبوك ',
  '<p ',
  '&amp;',
])('%j again and again is read in linear time', (round) => {
  expectLinear((text) => parsePage(text, slugFrom('x')), {
    round,
    characters: Math.min(30_000 * round.length, 400_000),
  })
})

/** The words of labels, which are no part of the article. */
const LABELS = /المصدر:|كلمات دلالية:|إقرأ أيضاً:|اقرأ أيضا:|مقالات مشابهة|Related|الرابط:|نشر في:/gmu
