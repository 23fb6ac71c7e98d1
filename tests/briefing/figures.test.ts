import { describe, expect, test } from 'vitest'
import { findFigures } from '../../src/briefing/figures.ts'
import { sentenceDates } from '../../src/briefing/sentence-dates.ts'
import { aText } from './a-text.ts'

function figures(...paragraphs: readonly string[]): readonly string[] {
  const text = aText(...paragraphs)
  return findFigures(text, sentenceDates(text, null)).map((figure) => figure.text)
}

describe('findFigures', () => {
  test.each([
    ['دام الحفل نحو ثلاث ساعات، وهو الأول منذ 80 عاما.', ['نحو ثلاث ساعات', '80 عاما']],
    ['بدأ العمل في عام 2022 وينتهي في فبراير المقبل، وتوقف بين 2023 و2024.', []],
    ['نال جائزة الكتاب 2018، والتزم باتفاق 2015 ينص على الصمت.', []],
    ['فاز بـ1987 صوتا من 2450 ناخبا في مونديال 2010.', ['1987 صوتا', '2450 ناخبا']],
    ['اجتمعوا في 20 من الشهر الحالي بعد صدور القرار 2254 والمادة 7.', []],
    ['بدأ البناء قبل ثلاثة أعوام.', ['ثلاثة أعوام']],
    ['تجمع أنصار قوى 14 آذار في العام الدراسي 1436.', []],
    ['زاره أكثر من مليون شخص، بينهم آلاف الطلاب.', ['أكثر من مليون شخص']],
    ['زاره آلاف الطلاب ومئات المعلمين.', ['آلاف الطلاب', 'مئات المعلمين']],
    ['قال واحد منهم في اليوم الثاني إنه يأتي الجمعة أو غدا.', []],
    ['في 15 أغسطس 2025 اجتمع 24 عضوا.', ['24 عضوا']],
    ['جمعوا 18.5 مليون دينار، أي 20 في المئة من الكلفة.', ['18.5 مليون دينار', '20 في المئة']],
    ['About 300 farmers came in 2019.', ['About 300 farmers']],
  ])('%s', (paragraph, expected) => {
    expect(figures(paragraph)).toEqual(expected)
  })

  test('a figure brings its sentence and its paragraph; the same words come once', () => {
    const text = aText('لا شيء هنا.', 'حضر 24 عضوا. وغاب 24 عضوا. ثم حضر 13 عضوا.')
    expect(findFigures(text, sentenceDates(text, null))).toEqual([
      { text: '24 عضوا', sentence: 'حضر 24 عضوا.', paragraph: 1 },
      { text: '13 عضوا', sentence: 'ثم حضر 13 عضوا.', paragraph: 1 },
    ])
  })

  test('what tells most comes first, the figures of a sentence together', () => {
    const text = aText(
      'استمر الحفل ساعتين في القاعة الكبيرة.',
      'وجاء ثلاثة ضيوف من القرية المجاورة.',
      'وبلغت كلفة القاعة 40 مليون دولار، منها 12 في المئة للأثاث.',
      'وقتل 25 عاملا خلال البناء.',
    )
    expect(findFigures(text, sentenceDates(text, null)).map((figure) => figure.text)).toEqual([
      '40 مليون دولار',
      '12 في المئة',
      '25 عاملا',
      'ثلاثة ضيوف',
      'ساعتين',
    ])
  })
})
