import { expect, test } from 'vitest'
import { elidesSpeaker, standsAlone } from '../../src/briefing/alone-sentence.ts'

test.each([
  ['افتتحت الوزيرة سلمى الراوي سد الوادي الأحمر صباح الاثنين أمام آلاف المزارعين.', true],
  ['وقال الوزير سالم الحداد إن السد يروي الوادي كله قبل الشتاء.', true],
  ['وأضاف أن السد يروي الوادي كله قبل الشتاء.', false],
])('«%s» stands alone: %s', (text, alone) => {
  expect(standsAlone(text, 'ar')).toBe(alone)
})

test.each([
  ['وأضاف أن السد يروي الوادي كله قبل الشتاء.', 'ar', true],
  ['وقد أكد أن السد يروي الوادي كله.', 'ar', true],
  ['وأضاف الوزير سالم الحداد أن السد يروي الوادي كله.', 'ar', false],
  ['He added that the dam waters the whole valley.', 'en', false],
] as const)('«%s» in %s leaves out who speaks: %s', (text, language, elided) => {
  expect(elidesSpeaker(text, language)).toBe(elided)
})
