import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../src/digest/local-day.ts'
import { parseChange } from '../../src/digest/parse-change.ts'
import { parseSchedule } from '../../src/digest/parse-schedule.ts'
import { EVERY_DAY } from '../../src/digest/schedule.ts'

const SETTING = { now: Date.UTC(2026, 10, 23, 12), zone: 'Africa/Cairo' }
const resumes = (iso: string) => ({ kind: 'exceptions', part: { resumes: dayNumber(iso) } })
const quiet = (from: number, to: number) => ({ kind: 'exceptions', part: { quiet: { from, to } } })
const season = (from: string, to: string, ...times: readonly number[]) => {
  return { kind: 'exceptions', part: { season: { from: dayNumber(from), to: dayNumber(to), times } } }
}
const wishes = (part: object) => ({ kind: 'wishes', part })

describe('parseChange', () => {
  test.each<[string, object]>([
    ['pause 2027-03-01', resumes('2027-03-01')],
    ['pause until 2027-03-01', resumes('2027-03-01')],
    ['إيقاف حتى ٢٠٢٧-٠٣-٠١', resumes('2027-03-01')],
    ['أوقف لمدة أسبوع', resumes('2026-11-30')],
    ['pause for a month', resumes('2026-12-23')],
    ['إيقاف يومًا', resumes('2026-11-24')],
    ['pause until 1 March', resumes('2027-03-01')],
    ['pause until 24 December 2026', resumes('2026-12-24')],
    ['إيقاف حتى 1 مارس', resumes('2027-03-01')],
    ['إيقاف حتى ٥ يناير ٢٠٢٨', resumes('2028-01-05')],
    ['resume', { kind: 'exceptions', part: { resumes: null } }],
    ['استئناف', { kind: 'exceptions', part: { resumes: null } }],
    ['quiet 22:00 07:00', quiet(1320, 420)],
    ['quiet 22:30-06:45', quiet(1350, 405)],
    ['هدوء من ١٠ مساء إلى ٧ صباحا', quiet(1320, 420)],
    ['هدوء بلا', { kind: 'exceptions', part: { quiet: null } }],
    ['ramadan 21:00 23:30', season('2027-02-08', '2027-03-08', 1260, 1410)],
    ['رمضان ٢٣:٣٠ ٢١:٠٠ ٢١:٠٠', season('2027-02-08', '2027-03-08', 1260, 1410)],
    ['ramadan off', { kind: 'exceptions', part: { season: null } }],
    ['from 2027-07-01 to 2027-07-31 10:00', season('2027-07-01', '2027-07-31', 600)],
    ['من 2027-07-01 إلى 2027-07-31 الساعة 10:00 و 12:00', season('2027-07-01', '2027-07-31', 600, 720)],
    ['sections quote, line', wishes({ sections: ['quote', 'line'] })],
    ['أقسام ملخص وسوم', wishes({ sections: ['line', 'tags'] })],
    ['أقسام أرقام خلاصة عناوين', wishes({ sections: ['figures', 'line', 'headlines'] })],
    ['sections none', wishes({ sections: [] })],
    ['most 5', wishes({ most: 5 })],
    ['أقصى ٣', wishes({ most: 3 })],
    ['length short', wishes({ length: 'short' })],
    ['طول طويل', wishes({ length: 'long' })],
    ['empty silent', wishes({ whenEmpty: 'silent' })],
    ['فارغ سطر', wishes({ whenEmpty: 'line' })],
    ['keywords solar power, bridge, Bridge', wishes({ keywords: ['solar power', 'Bridge'] })],
    ['كلمات: الطاقة الشمسية، الجسور', wishes({ keywords: ['الطاقة الشمسية', 'الجسور'] })],
    ['متحدثون سلمى الراوي', wishes({ speakers: ['سلمى الراوي'] })],
    ['keywords all', wishes({ keywords: [] })],
  ])('reads %s', (words, change) => {
    expect(parseChange(words, SETTING)).toEqual({ kind: 'change', change })
  })

  test.each<[string, string]>([
    ['pause', 'date'],
    ['pause 2027-02-30', 'date'],
    ['pause soon', 'date'],
    ['pause until March', 'date'],
    ['pause 1 March 2027 2 March 2027', 'date'],
    ['pause 1 March 2020', 'past'],
    ['pause 2026-11-23', 'past'],
    ['quiet 22:00', 'hours'],
    ['quiet 22:00 22:00', 'hours'],
    ['quiet 25:00 07:00', 'hours'],
    ['ramadan', 'times'],
    ['ramadan tomorrow', 'times'],
    ['from 2027-07-01 10:00', 'date'],
    ['from 2027-07-31 to 2027-07-01 10:00', 'date'],
    ['from 2025-07-01 to 2025-07-31 10:00', 'past'],
    ['sections', 'choice'],
    ['sections weather', 'choice'],
    ['most 0', 'choice'],
    ['most 11', 'choice'],
    ['length huge', 'choice'],
    ['keywords', 'words'],
    ['keywords the', 'words'],
    ['keywords a1, b1, c1, d1, e1, f1, g1, h1, i1, j1, k1', 'many'],
  ])('says what is wrong with %s', (words, kind) => {
    expect(parseChange(words, SETTING)).toMatchObject({ kind: 'problem', problem: { kind } })
  })

  test.each([['07:30'], ['من الأحد إلى الخميس 07:30'], ['from sun to thu 07:30'], ['Asia/Riyadh'], ['']])(
    'leaves %s to the schedule',
    (words) => {
      expect(parseChange(words, SETTING)).toEqual({ kind: 'other' })
    },
  )

  test('takes any text', () => {
    const first = fc.constantFrom('pause', 'quiet', 'from', 'رمضان', 'sections', 'كلمات', 'most', 'x')
    fc.assert(
      fc.property(first, fc.string({ unit: 'grapheme' }), (topic, rest) => {
        expect(parseChange(`${topic} ${rest}`, SETTING).kind).toMatch(/^(?:change|problem|other)$/)
      }),
    )
  })

  test('does not take what is a schedule', () => {
    const defaults = { times: [], days: EVERY_DAY, zone: 'UTC' }
    expect(parseSchedule('من الأحد إلى الخميس 07:30', defaults).kind).toBe('schedule')
  })
})
