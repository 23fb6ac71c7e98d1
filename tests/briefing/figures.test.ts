import { describe, expect, test } from 'vitest'
import { findFigures } from '../../src/briefing/figures.ts'
import { aText } from './a-text.ts'

function figures(...paragraphs: readonly string[]): readonly string[] {
  return findFigures(aText(...paragraphs)).map((figure) => figure.text)
}

describe('findFigures', () => {
  test.each([
    ['دام الحفل نحو ثلاث ساعات، وهو الأول منذ 80 عاما.', ['نحو ثلاث ساعات', '80 عاما']],
    ['بدأ العمل في عام 2022 وينتهي في فبراير المقبل.', ['عام 2022', 'فبراير المقبل']],
    ['زاره أكثر من مليون شخص، بينهم آلاف الطلاب.', ['أكثر من مليون شخص']],
    ['زاره آلاف الطلاب ومئات المعلمين.', ['آلاف الطلاب', 'مئات المعلمين']],
    ['قال واحد منهم في اليوم الثاني إنه يأتي الجمعة أو غدا.', []],
    ['في 15 أغسطس 2025 اجتمع 24 عضوا.', ['15 أغسطس 2025', '24 عضوا']],
    ['جمعوا 18.5 مليون دينار، أي 20 في المئة من الكلفة.', ['18.5 مليون دينار', '20 في المئة']],
    ['About 300 farmers came in 2019.', ['About 300 farmers', '2019']],
  ])('%s', (paragraph, expected) => {
    expect(figures(paragraph)).toEqual(expected)
  })

  test('a figure brings its sentence and its paragraph; the same words come once', () => {
    const text = aText('لا شيء هنا.', 'حضر 24 عضوا. وغاب 24 عضوا. ثم حضر 30 عضوا.')
    expect(findFigures(text)).toEqual([
      { text: '24 عضوا', sentence: 'حضر 24 عضوا.', paragraph: 1 },
      { text: '30 عضوا', sentence: 'ثم حضر 30 عضوا.', paragraph: 1 },
    ])
  })
})
