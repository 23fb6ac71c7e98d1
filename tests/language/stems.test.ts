import { describe, expect, test } from 'vitest'
import { fold } from '../../src/language/fold.ts'
import { contentStems, stem } from '../../src/language/stems.ts'

describe('fold', () => {
  test.each([
    ['أَمْرٌ إلى آخِرِه', 'امر الي اخره'],
    ['مدرسة ومدرسه', 'مدرسه ومدرسه'],
    ['مصـــر', 'مصر'],
    ['فى على', 'في علي'],
    ['ایران کبیر گلستان', 'ايران كبير كلستان'],
    ['مسئول مسؤول شئون', 'مسوول مسوول شوون'],
    ['٢٠٢٥ و۱۴', '2025 و14'],
    ['ﻻ ＡＢc', 'لا abc'],
    ['\u200Fنص\u2069', 'نص'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('stem', () => {
  test.each([
    'الرئيس رئيس والرؤساء رئيسهم للرئيس بالرئيس رئيسا رئيسة',
    'الأمريكي أمريكا الأميركية الأمريكيين الأمريكيتين',
    'روسيا الروسي الروسية وروسيا لروسيا',
    'ولاية الولايات ولاياتها ولايتين بالولاية ولايته',
    'حرب الحروب حربا وبالحرب حربه',
    'مسؤول مسئولين المسؤولين مسؤولون',
    'اتفاق الاتفاق لاتفاق اتفاقا اتفاقات',
    'قمة القمة وقمة للقمة قمم',
    'قوات القوات قوة قواتها',
    'دولة دول الدول دولتين ودول',
    'شركة شركات شركته شركتها',
    'وزير الوزراء والوزيرة وزيرا',
    'واشنطن لواشنطن بواشنطن وواشنطن',
    'طفل الأطفال لأطفالهم أطفالها',
    'مدينة المدن مدن بالمدينة',
    'قانون القوانين قانوني القانونية',
    'إيران الإيراني والإيرانية',
    'بلد بلاده البلدان',
  ])('joins %s', (forms) => {
    expect(new Set(forms.split(' ').map((form) => stem(form, 'ar'))).size).toBe(1)
  })

  test.each([
    ['وزير', 'وزارة'],
    ['كتاب', 'كلب'],
    ['بيت', 'بنت'],
    ['حرب', 'حزب'],
    ['سياسة', 'سيارة'],
    ['بلد', 'ولد'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(stem(a, 'ar')).not.toBe(stem(b, 'ar'))
  })

  test.each([
    'meeting meets meet met',
    'countries country',
    'attacks attacked attacking attack',
    'agreed agrees',
    'stopped stopping stops stop',
    'children child',
    'president’s presidents president',
  ])('joins %s', (forms) => {
    expect(new Set(forms.split(' ').map((form) => stem(form, 'en'))).size).toBe(1)
  })

  test('is never empty for a word with a letter', () => {
    for (const word of ['و', 'ال', 'له', 'ات', 'ها', 'a', 's', '5', 'ء']) expect(stem(word, 'ar')).not.toBe('')
  })
})

describe('contentStems', () => {
  test('leaves out stop words, with and without their conjunction', () => {
    expect(contentStems('وقال إن القمة في المدينة لن تكون هذا العام', 'ar')).toEqual([
      stem('القمة', 'ar'),
      stem('المدينة', 'ar'),
      stem('العام', 'ar'),
    ])
    expect(contentStems('The mayor said that it was a bridge', 'en')).toEqual(['mayor', 'bridg'])
  })
})
