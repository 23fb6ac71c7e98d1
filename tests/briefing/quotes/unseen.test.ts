import { describe, expect, test } from 'vitest'
import { findQuotes } from '../../../src/briefing/quotes.ts'
import { readArticle } from '../../../src/briefing/text.ts'
import { anArticle, paragraphs } from '../../an-article.ts'

/** `speaker: text` of each quote. */
function linesOf(...texts: readonly string[]) {
  const quotes = findQuotes(readArticle(anArticle({ blocks: paragraphs(...texts) })))
  return quotes.map(({ speaker, text }) => `${speaker}: ${text}`)
}

const LEADER = 'زار رئيس البلدية سامر الحلبي الميناء الجديد صباح السبت.'

describe('marks set by a hasty hand', () => {
  test.each([
    ['on the word before', 'وقالت ليلى الحداد إن" الميناء سيفتح قريبا أمام السفن".'],
    ['no space at all', 'وقالت ليلى الحداد خلال مؤتمر صحفي"الميناء سيفتح قريبا أمام السفن" ثم غادرت.'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual(['ليلى الحداد: الميناء سيفتح قريبا أمام السفن'])
  })

  test('opened inside the sentence and never closed', () => {
    expect(linesOf('ويقول سامر الحلبي إن هناك "سفنا كثيرة تنتظر دورها عند المدخل منذ أيام.')).toEqual([
      'سامر الحلبي: سفنا كثيرة تنتظر دورها عند المدخل منذ أيام.',
    ])
  })

  test('two opened, one closed', () => {
    expect(
      linesOf('وقالت ليلى الحداد إن الميناء "مكان جميل لكنه لا يصلح للسكن لأنه صار "ساحة مفتوحة للرياح".'),
    ).toEqual(['ليلى الحداد: مكان جميل لكنه لا يصلح للسكن لأنه صار "ساحة مفتوحة للرياح".'])
  })
})

describe('quotes that hang on another or on a name alone', () => {
  test('joined by و', () => {
    expect(linesOf('وقالت ليلى الحداد "لا أخاف البحر أبدا ولا عواصفه" و"أحب أن أسافر فيه كل صيف".')).toEqual([
      'ليلى الحداد: لا أخاف البحر أبدا ولا عواصفه',
      'ليلى الحداد: أحب أن أسافر فيه كل صيف',
    ])
  })

  test('a heading: the name and what it says', () => {
    const text = [LEADER, 'سامر الحلبي: "هذا الميناء حلم كل أهل المدينة"']
    expect(linesOf(...text)).toEqual(['سامر الحلبي: هذا الميناء حلم كل أهل المدينة'])
    expect(linesOf(LEADER, 'الحلبي " هذا الميناء حلم كل أهل المدينة"')).toEqual([
      'سامر الحلبي: هذا الميناء حلم كل أهل المدينة',
    ])
    expect(linesOf('مواعيد العمل: "من الثامنة صباحا حتى الثالثة عصرا"')).toEqual([])
  })
})

describe('titles', () => {
  test('a whole sentence behind somebody’s book is no title', () => {
    expect(
      linesOf(
        'وقال سامر الحلبي إن الشاعر كتب في ديوانه "إهانة كبيرة لكل البحارة، وتطاول فيه على من بنوا الميناء ووصفهم بأنهم عمال لا يعرفون البحر".',
      ),
    ).toHaveLength(1)
  })
})
