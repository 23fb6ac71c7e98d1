import { describe, expect, test } from 'vitest'
import { findTimeline } from '../../src/briefing/timeline.ts'
import { aText } from './a-text.ts'

describe('findTimeline', () => {
  const text = aText(
    'افتُتح الجسر الجمعة. وحضر الوزير.',
    'وكان العمل قد بدأ في عام 2022، وتوقف في مارس 2023.',
    'ويُفتتح جسر آخر في فبراير المقبل. وعلّق السكان الأسبوع الماضي لافتات.',
    'وهو الأطول منذ 80 عاما.',
  )

  test('is sorted by date, then by place; what has no date comes last', () => {
    expect(
      findTimeline(text, '2025-08-16T10:00:00+03:00').map(({ when, date, paragraph }) => ({ when, date, paragraph })),
    ).toEqual([
      { when: 'عام 2022', date: '2022', paragraph: 1 },
      { when: 'الجمعة', date: '2025-08-15', paragraph: 0 },
      { when: 'فبراير المقبل', date: '2026-02', paragraph: 2 },
      { when: 'الأسبوع الماضي', date: null, paragraph: 2 },
    ])
  })

  test('without the day of the article, relative dates keep their words alone', () => {
    expect(findTimeline(text, null).map(({ when, date }) => ({ when, date }))).toEqual([
      { when: 'عام 2022', date: '2022' },
      { when: 'الجمعة', date: null },
      { when: 'فبراير المقبل', date: null },
      { when: 'الأسبوع الماضي', date: null },
    ])
  })

  test.each([
    ['أعلنت الوزارة اليوم أن الجسر مغلق.', ['اليوم']],
    ['وانقضى اليوم من دون خبر، وكانت حصيلة اليوم قليلة.', []],
    ['وقالت: «سنفتح الجسر غدا أو السبت».', []],
    ['وقالت أمس: «انتهى العمل في عام 2020».', ['أمس']],
  ])('%s', (sentence, whens) => {
    expect(findTimeline(aText(sentence), '2025-08-16').map((event) => event.when)).toEqual(whens)
  })

  test('an event is the whole sentence', () => {
    expect(findTimeline(text, null)[1]?.text).toBe('افتُتح الجسر الجمعة.')
  })
})
