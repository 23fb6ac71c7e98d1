import { describe, expect, test } from 'vitest'
import type { TimelineEvent } from '../../src/briefing/briefing.ts'
import { sentenceDates } from '../../src/briefing/sentence-dates.ts'
import type { SplitArticle } from '../../src/briefing/text.ts'
import { findTimeline } from '../../src/briefing/timeline.ts'
import { aText } from './a-text.ts'

function timeline(text: SplitArticle, published: string | null): readonly TimelineEvent[] {
  return findTimeline(text, sentenceDates(text, published))
}

describe('findTimeline', () => {
  const text = aText(
    'افتُتح الجسر الجمعة. وحضر الوزير.',
    'وكان العمل قد بدأ في عام 2022، وتوقف في مارس 2023.',
    'ويُفتتح جسر آخر في فبراير المقبل. وعلّق السكان الأسبوع الماضي لافتات.',
    'وهو الأطول منذ 80 عاما.',
  )

  test('is sorted by date; a date that cannot be known is left out', () => {
    expect(
      timeline(text, '2025-08-16T10:00:00+03:00').map(({ when, date, paragraph }) => ({ when, date, paragraph })),
    ).toEqual([
      { when: 'عام 2022', date: '2022', paragraph: 1 },
      { when: 'مارس 2023', date: '2023-03', paragraph: 1 },
      { when: 'الجمعة', date: '2025-08-15', paragraph: 0 },
      { when: 'فبراير المقبل', date: '2026-02', paragraph: 2 },
    ])
  })

  test('without the day of the article, only dates of the calendar are known; a day may lack its year', () => {
    const days = aText('افتُتح الجسر الجمعة. وبدأ العمل في 5 مايو. وتوقف في عام 2022. ويعود في مارس المقبل.')
    expect(timeline(days, null).map(({ date }) => date)).toEqual(['2022', '--05-05'])
  })

  test('a day without its year is of the year that its sentence names before', () => {
    const days = aText('بدأ العمل في عام 2011، وتوقف في 20 أبريل بعد سقوط الجسر على العمال.')
    expect(timeline(days, '2025-08-16').map(({ date }) => date)).toEqual(['2011-04-20', '2011'])
  })

  test.each([
    [
      'of any year, whatever year the sentence before names',
      'توقف العمل في 10 فبراير 2018. وعاد في 14 أبريل.',
      ['2018-02-10', '--04-14'],
    ],
    ['in words', 'توقف العمل في 10 فبراير 2018. وعاد العمال في السادس من أغسطس الماضي.', ['2018-02-10', '--08-06']],
    ['of last month, whatever year was named', 'بدأ العمل في 10 فبراير 2018. وعاد في أبريل الماضي.', ['2018-02-10']],
    ['of last month, in one sentence', 'بدأ العمل في عام 2015، ثم توقف كله في مايو الماضي بعد سقوط الجسر.', ['2015']],
    [
      'of a past or a coming day',
      'بدأ بناء السد عام 2017، وعاد العمال إليه في 27 أبريل الماضي بعد الإضراب.',
      ['2017', '--04-27'],
    ],
    ['of the year a sentence begins with', '1953 - تجربة سفينة جديدة في الميناء في 12 أغسطس.', ['1953-08-12']],
    ['known without its year', 'كارثة الجسر عام 1988 وهجمات 11 سبتمبر في المدينة.', ['1988', '2001-09-11']],
    ['behind و', 'بدأ بناء السد القديم عام 1985 واكتمل بناء الجسر عام 1988 قرب القرية.', ['1985', '1988']],
  ])('a day %s', (_, text, dates) => {
    expect(timeline(aText(text), null).map(({ date }) => date)).toEqual(dates)
  })

  test('the year of what somebody says is known, his yesterday is not', () => {
    const text = aText('قال سامر الحلبي: «بنينا الجسر العام الماضي». وأضاف: «أغلقناه أمس».')
    expect(timeline(text, '2025-08-16').map(({ date }) => date)).toEqual(['2024'])
  })

  test('one event comes once, however often it is told', () => {
    const told = aText(
      'افتتح الوزير الجسر الجديد فوق النهر في 5 مايو 2024.',
      'وكان الوزير قد افتتح الجسر الجديد فوق النهر في 5 مايو 2024 أمام الأهالي.',
      'وفي 5 مايو 2024 أغلقت المدرسة القديمة أبوابها نهائيا.',
    )
    expect(timeline(told, null).map(({ paragraph }) => paragraph)).toEqual([0, 2])
  })

  test('a further date has the clause it stands in; a month comes after its days', () => {
    const [first, second] = timeline(
      aText('أعلنت الهيئة في 9 مايو 2024 وقف العمل كله، وكانت قد بدأت بناء السد في مايو 2024 قرب القرية.'),
      null,
    )
    expect(first).toMatchObject({ date: '2024-05-09' })
    expect(second).toMatchObject({ date: '2024-05', text: 'وكانت قد بدأت بناء السد في مايو 2024 قرب القرية' })
  })

  test.each([
    ['أعلنت الوزارة اليوم أن الجسر مغلق.', ['اليوم']],
    ['وسئل المدرب عما يريده من اليوم، فقال إنه يريد الفوز.', []],
    ['ولم يزر الوزير القرية منذ عام 2015.', []],
    ['ويعمل الجسر من دون توقف منذ عام 2015.', ['عام 2015']],
    ['وانقضى اليوم من دون خبر، وكانت حصيلة اليوم قليلة.', []],
    ['وقالت: «سنفتح الجسر غدا أو السبت».', []],
    ['وقالت أمس: «انتهى العمل في عام 2020».', ['أمس']],
  ])('%s', (sentence, whens) => {
    expect(timeline(aText(sentence), '2025-08-16').map((event) => event.when)).toEqual(whens)
  })

  test('an event is the whole sentence', () => {
    expect(timeline(text, '2025-08-16')[2]?.text).toBe('افتُتح الجسر الجمعة.')
  })
})
