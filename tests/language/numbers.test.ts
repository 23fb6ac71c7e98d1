import { describe, expect, test } from 'vitest'
import { findNumbers } from '../../src/language/numbers.ts'

/** The numbers found, as `text = value`. */
function found(text: string, language: 'ar' | 'en' = 'ar'): readonly string[] {
  return findNumbers(text, language).map((number) => `${number.text} = ${Math.round(number.value * 1000) / 1000}`)
}

describe('findNumbers in Arabic', () => {
  test.each([
    ['دام الحفل نحو ثلاث ساعات أمس', ['نحو ثلاث ساعات = 3']],
    ['قبل 80 عاما', ['80 عاما = 80']],
    ['بعد أسبوعين أو ثلاثة، لا الآن', ['أسبوعين أو ثلاثة = 2']],
    ['ثلاثة أو أربعة أيام', ['ثلاثة أو أربعة أيام = 3']],
    ['زار المعرض أكثر من مليون شخص من القرى', ['أكثر من مليون شخص = 1000000']],
    ['قُدّر عددهم بأكثر من مليون شخص', ['أكثر من مليون شخص = 1000000']],
    ['شارك مئات الطلاب في المسيرة', ['مئات الطلاب = 100']],
    ['غمرت المياه نحو خُمس أراضي القرية', ['نحو خُمس أراضي القرية = 0.2']],
    ['خمس قرى', ['خمس قرى = 5']],
    ['نصف مليار دولار', ['نصف مليار دولار = 500000000']],
    ['مئتا ألف كتاب', ['مئتا ألف كتاب = 200000']],
    ['مليونان', ['مليونان = 2000000']],
    ['مليونا دينار', ['مليونا دينار = 2000000']],
    ['ثلاثة آلاف وخمسمئة', ['ثلاثة آلاف وخمسمئة = 3500']],
    ['عشرين في المئة من الأصوات', ['عشرين في المئة = 20']],
    ['خمسة وعشرين جنديا', ['خمسة وعشرين جنديا = 25']],
    ['ثلاثمائة وخمسين ألف نازح', ['ثلاثمائة وخمسين ألف نازح = 350000']],
    ['واحد وعشرون قتيلا وإحدى وثلاثين مدرسة', ['واحد وعشرون قتيلا = 21', 'إحدى وثلاثين مدرسة = 31']],
    ['مئة وخمسة وعشرون ألفا', ['مئة وخمسة وعشرون ألفا = 125000']],
    ['ألفين وخمسمئة كتاب', ['ألفين وخمسمئة كتاب = 2500']],
    ['اثنين وثلاثين عاما', ['اثنين وثلاثين عاما = 32']],
    ['بنسبة 20-30 في المئة', ['20-30 في المئة = 20']],
    ['من 5 إلى 7 أيام', ['5 إلى 7 أيام = 5']],
    ['20–30%', ['20–30% = 20']],
    ['موسم 2016-2017', []],
    ['هاتف 02-2555-0143', []],
    ['أحد عشر كوكبا واثني عشر شهرا', ['أحد عشر كوكبا = 11', 'اثني عشر شهرا = 12']],
    ['18.534 مليار دولار أمريكي', ['18.534 مليار دولار أمريكي = 18534000000']],
    ['٣٫٥ في المئة و1,250,000 نسخة', ['٣٫٥ في المئة = 3.5', '1,250,000 نسخة = 1250000']],
    ['50% و$3.5 مليار', ['50% = 50', '$3.5 مليار = 3500000000']],
    ['بنحو 20 مليونا', ['نحو 20 مليونا = 20000000']],
    ['3 ملايين و500 ألف طن', ['3 ملايين و500 ألف طن = 3500000']],
    ['عامين ونصف العام', ['عامين ونصف = 2.5']],
    ['ثلثي الأصوات وثلاثة أرباع السكان', ['ثلثي الأصوات = 0.667', 'ثلاثة أرباع السكان = 0.75']],
    ['عشرات الآلاف من المتفرجين', ['عشرات الآلاف من المتفرجين = 10000']],
    ['ما لا يقل عن 27 شخصا وجرح 286', ['ما لا يقل عن 27 شخصا = 27', '286 = 286']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    'واحد من أهل القرية',
    'المرة الثانية والأول',
    'طائرة إف-16 وكوفيد 19 وهاتف Orion 15 الجديد',
    'الساعة 10:30 ورقم 7 والمادة 12',
    'نصف النهائي',
    'تألّف الكتاب من فصول',
  ])('%s: none', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('findNumbers in English', () => {
  test.each([
    ['about three hours', ['about three hours = 3']],
    ['more than one million people', ['more than one million people = 1000000']],
    ['hundreds of children', ['hundreds of children = 100']],
    ['nearly a fifth of the country', ['nearly a fifth of the country = 0.2']],
    ['two hundred and fifty thousand books', ['two hundred and fifty thousand books = 250000']],
    ['$3.5 billion and 20 per cent', ['$3.5 billion = 3500000000', '20 per cent = 20']],
    ['two or three weeks', ['two or three weeks = 2']],
    ['half a million dollars', ['half a million dollars = 500000']],
    ['twenty-five men', ['twenty-five men = 25']],
    ['some 300 young farmers', ['some 300 young farmers = 300']],
    ['one of them came', []],
    ['two men met for two hours', ['two hours = 2']],
  ])('%s', (text, expected) => {
    expect(found(text, 'en')).toEqual(expected)
  })
})

test('a number is where it says', () => {
  const text = 'وبلغ العدد نحو 20 ألفا، وثلاثة كتب.'
  for (const number of findNumbers(text, 'ar')) {
    expect(text.slice(number.start, number.end)).toBe(number.text)
    expect(number.core.start).toBeGreaterThanOrEqual(number.start)
    expect(number.core.end).toBeLessThanOrEqual(number.end)
  }
})
